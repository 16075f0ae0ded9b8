<?php

namespace OnlineChat\Bench;

/** What a ratio has to be. */
final class Goal
{
    private function __construct(public readonly string $sign, public readonly float $value)
    {
    }

    public static function atMost(float $value): self
    {
        return new self('<=', $value);
    }

    public static function atLeast(float $value): self
    {
        return new self('>=', $value);
    }

    public static function below(float $value): self
    {
        return new self('<', $value);
    }

    public static function above(float $value): self
    {
        return new self('>', $value);
    }

    public function held(float $ratio): bool
    {
        return match ($this->sign) {
            '<=' => $ratio <= $this->value,
            '>=' => $ratio >= $this->value,
            '<' => $ratio < $this->value,
            default => $ratio > $this->value,
        };
    }

    public function text(): string
    {
        return "$this->sign $this->value";
    }
}
