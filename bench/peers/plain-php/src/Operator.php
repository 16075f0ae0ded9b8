<?php

namespace PlainChat;

/** An operator's row in a shop. */
final class Operator
{
    public const COLUMNS = 'o.id o_id, o.name o_name, o.online, o.capacity, o.load_now, o.idle_since, o.away_since,'
        . ' o.away_stage';

    public function __construct(
        public int $id,
        public string $name,
        public bool $online,
        public int $capacity,
        public int $load,
        public int $idleSince,
        public ?int $awaySince,
        public int $awayStage,
    ) {
    }

    /** @param array<string, mixed> $row */
    public static function of(array $row): self
    {
        return new self(
            $row['o_id'],
            $row['o_name'],
            (bool) $row['online'],
            $row['capacity'],
            $row['load_now'],
            $row['idle_since'],
            $row['away_since'],
            $row['away_stage'],
        );
    }

    public function here(): bool
    {
        return $this->online && $this->awayStage === 0;
    }

    /** How much of the shop's free capacity this operator gives. */
    public function free(): int
    {
        return $this->here() && $this->load < $this->capacity ? $this->capacity - $this->load : 0;
    }
}
