<?php

declare(strict_types=1);

/** When a shop's opening hours held: written by the process that changes them, read by the model. */
final class Openings
{
    /**
     * A change is in force somewhere between asking for it and its answer. Clocks may differ by as much more: a link knows
     * the database's to half the round trip it was asked in, and a decision is never put before the one that preceded it.
     */
    private const MARGIN_US = 250_000;

    /** @param list<array{asked: int, answered: int, open: bool}> $changes in order, microseconds */
    private function __construct(private readonly array $changes)
    {
    }

    public static function read(string $file): self
    {
        return new self(json_decode((string) file_get_contents($file), true) ?: []);
    }

    /** Opens and closes the shop until there is a file $stop, and leaves in $file when. */
    public static function alternate(OnlineChat\Chat $chat, array $settings, string $file, string $stop): void
    {
        $changes = [];
        for ($open = false; !file_exists($stop); $open = !$open) {
            $asked = self::now();
            $chat->publish($settings + ['hours' => self::hours($open)]);
            $changes[] = ['asked' => $asked, 'answered' => self::now(), 'open' => $open];
            for ($i = 0; $i < 15 && !file_exists($stop); $i++) {
                usleep(100_000);
            }
        }
        file_put_contents($file, json_encode($changes));
    }

    /** Outside the hours at this moment? null: about to change, or not known. */
    public function closed(int $at): ?bool
    {
        $closed = null;
        foreach ($this->changes as $change) {
            if ($at < $change['asked'] - self::MARGIN_US) {
                return $closed;
            }
            $closed = $at > $change['answered'] + self::MARGIN_US ? !$change['open'] : null;
        }
        return $closed;
    }

    /** Around the clock, or for an hour of each day that is three hours off. */
    private static function hours(bool $open): array
    {
        $later = new DateTimeImmutable('+3 hours', new DateTimeZone('Australia/Lord_Howe'));
        $span = $open ? ['from' => '00:00', 'to' => '24:00']
            : ['from' => $later->format('H:i'), 'to' => $later->modify('+1 hour')->format('H:i')];
        return ['zone' => 'Australia/Lord_Howe', 'week' => array_fill(0, 7, [$span])];
    }

    private static function now(): int
    {
        return (int) (microtime(true) * 1_000_000);
    }
}
