<?php

namespace OnlineChat\Bench\Whole;

use OnlineChat\Bench\Environment;

/** Processor time and memory of what tools/services runs, from /proc. */
final class Services
{
    public const NAMES = ['nginx', 'fpm', 'mariadb', 'redis', 'gateway'];
    /** The kernel's clock ticks are hundredths of a second on Linux. */
    private const TICK = 0.01;

    /** @return array<string, float> seconds since each service began */
    public static function cpu(): array
    {
        $used = array_fill_keys(self::NAMES, 0.0);
        foreach (self::processes() as [$service, $fields]) {
            // 11 and 12 behind the name are user and system.
            $used[$service] += ($fields[11] + $fields[12]) * self::TICK;
        }
        return $used;
    }

    /** @return array<string, float> MB (PSS) of each service */
    public static function memory(): array
    {
        $used = array_fill_keys(self::NAMES, 0.0);
        foreach (self::processes() as $pid => [$service]) {
            preg_match('/^Pss:\s+(\d+)/m', (string) @file_get_contents("/proc/$pid/smaps_rollup"), $found);
            $used[$service] += ($found[1] ?? 0) / 1024;
        }
        return $used;
    }

    /** @return array<int, array{string, list<string>}> by process: its service, and what stands behind the name in its stat */
    private static function processes(): array
    {
        $groups = [];
        foreach (self::NAMES as $service) {
            $groups[(int) file_get_contents(Environment::run("$service.pid"))] = $service;
        }
        $found = [];
        foreach (glob('/proc/[0-9]*/stat') as $file) {
            $text = (string) @file_get_contents($file);
            $fields = explode(' ', substr($text, (int) strrpos($text, ')') + 2));
            $service = $groups[(int) ($fields[2] ?? 0)] ?? null;
            if ($service !== null) {
                $found[(int) $text] = [$service, $fields];
            }
        }
        return $found;
    }
}
