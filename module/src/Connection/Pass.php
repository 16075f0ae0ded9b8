<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

/**
 * A cookie that says PrestaShop showed this browser a page of the closed shop (maintenance mode).
 *
 * PrestaShop lets employees in by a cookie of the back office that only PrestaShop can read. The entry does not boot it,
 * so whoever got a page brings the proof along.
 */
final class Pass
{
    /** How long after the last page view, s. */
    private const SECONDS = 3600;

    public static function name(int $shop): string
    {
        return "onlinechat_pass_$shop";
    }

    public static function make(int $shop, string $secret): string
    {
        $until = \time() + self::SECONDS;

        return "$until~" . self::sign($until, $shop, $secret);
    }

    /** @param list<string> $secrets */
    public static function holds(int $shop, array $secrets): bool
    {
        $value = $_COOKIE[self::name($shop)] ?? '';
        if (!\is_string($value) || \preg_match('/^(\d{1,12})~([0-9a-f]{64})$/D', $value, $found) !== 1 || (int) $found[1] < \time()) {
            return false;
        }
        foreach ($secrets as $secret) {
            if (\hash_equals(self::sign((int) $found[1], $shop, $secret), $found[2])) {
                return true;
            }
        }

        return false;
    }

    private static function sign(int $until, int $shop, string $secret): string
    {
        return \hash_hmac('sha256', "pass:$shop:$until", $secret);
    }
}
