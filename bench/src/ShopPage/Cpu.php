<?php

namespace OnlineChat\Bench\ShopPage;

/** Processor time of a shop's PHP-FPM and nginx, from /proc. */
final class Cpu
{
    /** The kernel's clock ticks are hundredths of a second on Linux. */
    private const TICK_MS = 10;

    /** @return int ms since they began */
    public static function used(string $run): int
    {
        $groups = array_map(static fn (string $name): int => (int) file_get_contents("$run/$name.pid"), ['fpm', 'nginx']);
        $used = 0;
        foreach (glob('/proc/[0-9]*/stat') as $file) {
            $text = (string) @file_get_contents($file);
            // Behind the name, which may hold anything: state, parent, group, …; 11 and 12 are user and system.
            $fields = explode(' ', substr($text, strrpos($text, ')') + 2));
            if (in_array((int) ($fields[2] ?? 0), $groups, true)) {
                $used += ((int) $fields[11] + (int) $fields[12]) * self::TICK_MS;
            }
        }
        return $used;
    }
}
