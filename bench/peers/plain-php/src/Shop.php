<?php

namespace PlainChat;

/** The routing row: what the door counts. */
final class Shop
{
    public const COLUMNS = 'maximum, queue, queue_limit, offline_mode, capacity, holds_per_address, version, ongoing,'
        . ' waiting, holds, present, free, decision, clock, next_due';

    public function __construct(
        public int $maximum,
        public int $queue,
        public int $queueLimit,
        public int $offlineMode,
        public int $capacity,
        public int $holdsPerAddress,
        public int $version,
        public int $ongoing,
        public int $waiting,
        public int $holds,
        public int $present,
        public int $free,
        public int $decision,
        public int $clock,
        public int $nextDue,
    ) {
    }

    /** @param array<string, mixed> $row */
    public static function of(array $row): self
    {
        return new self(
            $row['maximum'],
            $row['queue'],
            $row['queue_limit'],
            $row['offline_mode'],
            $row['capacity'],
            $row['holds_per_address'],
            $row['version'],
            $row['ongoing'],
            $row['waiting'],
            $row['holds'],
            $row['present'],
            $row['free'],
            $row['decision'],
            $row['clock'],
            $row['next_due'],
        );
    }

    /** Who has a hold does not count it against themselves. */
    public function hasPlace(bool $ownHold = false): bool
    {
        $holds = $this->holds - ($ownHold ? 1 : 0);
        return $this->ongoing + $holds < $this->maximum && $holds < $this->free;
    }

    /** What a visitor without a place gets. */
    public function noPlace(): string
    {
        if ($this->present === 0) {
            return 'closed';
        }
        return $this->queue && $this->waiting < $this->queueLimit ? 'waiting' : 'full';
    }
}
