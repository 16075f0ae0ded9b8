<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Times as they are read: "45 s", "2 min 05 s", "1 h 10 min". */
final class Duration
{
    public static function text(?float $seconds): string
    {
        if ($seconds === null) {
            return '–';
        }
        if ($seconds < 9.95) {
            return \sprintf('%s s', \rtrim(\rtrim(\number_format($seconds, 1, '.', ''), '0'), '.'));
        }
        $whole = (int) \round($seconds);
        if ($whole < 60) {
            return "$whole s";
        }
        if ($whole < 3600) {
            return \sprintf('%d min %02d s', \intdiv($whole, 60), $whole % 60);
        }
        $minutes = (int) \round($seconds / 60);

        return \sprintf('%d h %02d min', \intdiv($minutes, 60), $minutes % 60);
    }
}
