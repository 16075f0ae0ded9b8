<?php

namespace OnlineChat\Tools\Test;

/** A command that is one test: its exit status is the result. */
final class StatusReader implements Reader
{
    private string $last = '';

    public function __construct(private readonly string $name)
    {
    }

    public function line(string $line): array
    {
        $this->last = trim($line) === '' ? $this->last : $line;
        return [];
    }

    public function end(int $status): array
    {
        return $status === 0
            ? [new Result($this->name, Result::PASSED)]
            : [new Result($this->name, Result::FAILED, $this->last)];
    }
}
