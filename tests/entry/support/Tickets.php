<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

/** Tickets written after their description in the stub file, not by the extension: also bad ones. */
final class Tickets
{
    /** @param array<string, string|int> $parts other values than a good visitor's */
    public static function sign(array $parts = [], ?string $secret = null): string
    {
        $now = (int) (microtime(true) * 1000);
        $all = array_merge([
            'version' => 'v1', 'shop' => 1, 'role' => 'g', 'person' => str_repeat('a', 32), 'language' => 'en',
            'session' => '', 'first' => $now, 'issued' => $now, 'expires' => $now + 600000, 'name' => '',
        ], $parts);
        $all['name'] = self::base64url((string) $all['name']);
        if (isset($parts['about'])) {
            $all['about'] = self::base64url((string) $parts['about']);
        }
        $signed = implode('.', $all);

        return $signed . '.' . self::base64url(
            hash_hmac('sha256', $signed, $secret ?? (string) getenv('ONLINECHAT_SECRET'), true)
        );
    }

    private static function base64url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
