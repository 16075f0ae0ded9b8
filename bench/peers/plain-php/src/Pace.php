<?php

namespace PlainChat;

/** How long a client waits before its next poll, ms. */
final class Pace
{
    public static function visitor(
        bool $changed,
        bool $typing,
        bool $hidden,
        bool $degraded,
        bool $waiting,
        int $idle,
    ): int {
        $delay = match (true) {
            $typing => 1000,
            $changed => 1500,
            $idle < 0 => 15000,
            $idle < 30000 => 2000,
            $idle < 120000 => 4000,
            $idle < 600000 => 8000,
            default => 15000,
        };
        if ($waiting) {
            $delay = min($delay, 4000);
        }
        if ($hidden) {
            $delay = min(3 * $delay, 30000);
        }
        if ($degraded) {
            $delay = max($delay, 15000);
        }
        // So that clients do not march in step.
        return min(60000, max(1000, intdiv($delay * mt_rand(900, 1100), 1000)));
    }
}
