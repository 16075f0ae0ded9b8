<?php

namespace PlainChat;

/** The answer to a poll. */
final class Update
{
    public bool $changed = false;
    /** ms */
    public int $delay = 0;
    /** @var array<string, mixed>|null */
    public ?array $messages = null;
    public ?bool $typing = null;
    public bool $sweep = false;

    public function __construct(public readonly bool $degraded)
    {
    }
}
