<?php

/** What a test's script prints: TAP, a line for each result. */
final class Tap
{
    /** Of a result; what follows is counted. */
    private const SHOWN = 10;
    private static int $count = 0;

    /** @param array<string> $problems none: it passed */
    public static function result(string $name, array $problems): void
    {
        echo $problems === [] ? 'ok ' : 'not ok ', ++self::$count, " - $name\n";
        foreach (array_slice($problems, 0, self::SHOWN) as $problem) {
            echo "# $problem\n";
        }
        if (count($problems) > self::SHOWN) {
            echo '# and ', count($problems) - self::SHOWN, " more\n";
        }
    }

    /** At the end: how many there were. */
    public static function plan(): void
    {
        echo '1..', self::$count, "\n";
    }
}
