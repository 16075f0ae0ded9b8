<?php

namespace OnlineChat\Bench\Entry;

use OnlineChat\Bench\Environment;

/** Processor time of the services' process groups, from /proc. */
final class Cpu
{
    public const SERVICES = ['fpm', 'nginx', 'redis', 'mariadb'];
    /** The kernel's clock ticks are hundredths of a second on Linux. */
    private const TICK_MS = 10;

    /** @return array<string, int> ms of each service since it began */
    public static function now(): array
    {
        $groups = [];
        foreach (self::SERVICES as $service) {
            $groups[(int) file_get_contents(Environment::run("$service.pid"))] = $service;
        }
        $used = array_fill_keys(self::SERVICES, 0);
        foreach (glob('/proc/[0-9]*/stat') as $file) {
            $text = @file_get_contents($file);
            if ($text === false) {
                continue;
            }
            // Behind the name, which may hold anything: state, parent, group, …; 11 and 12 are user and system.
            $fields = explode(' ', substr($text, strrpos($text, ')') + 2));
            $service = $groups[(int) $fields[2]] ?? null;
            if ($service !== null) {
                $used[$service] += ((int) $fields[11] + (int) $fields[12]) * self::TICK_MS;
            }
        }
        return $used;
    }
}
