<?php

namespace PlainChat;

/** A conversation's row as read under its lock. */
final class Conversation
{
    public const COLUMNS = 'c.id, c.thread, c.visitor, c.status, c.operator, c.last_number, c.revision, c.started_at';

    public function __construct(
        public int $id,
        public int $thread,
        public string $visitor,
        public Status $status,
        public ?int $operator,
        public int $last,
        public int $revision,
        public int $startedAt,
    ) {
    }

    /** @param array<string, mixed> $row */
    public static function of(array $row): self
    {
        return new self(
            $row['id'],
            $row['thread'],
            $row['visitor'],
            Status::from($row['status']),
            $row['operator'],
            $row['last_number'],
            $row['revision'],
            $row['started_at'],
        );
    }
}
