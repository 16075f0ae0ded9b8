<?php

namespace PlainChat;

enum Status: int
{
    case Waiting = 1;
    case Ongoing = 2;
    case Finished = 3;
    case Archived = 4;

    public function word(): string
    {
        return strtolower($this->name);
    }

    public static function named(string $word): self
    {
        return constant(self::class . '::' . ucfirst($word));
    }

    public function isOpen(): bool
    {
        return $this === self::Waiting || $this === self::Ongoing;
    }
}
