<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

/** An answer of the database that all workers of a server keep for a while, in a small file. */
final class Noted
{
    /** How old an answer may be, s. */
    private const SECONDS = 10;
    private const FORGOTTEN = 86400;

    /**
     * The noted answer, or a new one if it is old. Where the folder cannot be written, each request asks.
     *
     * @param callable(): string $ask
     */
    public static function answer(string $file, callable $ask): string
    {
        $time = @\filemtime($file);
        if ($time !== false && $time > \time() - self::SECONDS) {
            $noted = @\file_get_contents($file);
            if ($noted !== false && $noted !== '') {
                return $noted;
            }
        }
        // The others go on with the old answer while this one asks.
        if ($time !== false) {
            @\touch($file);
        } else {
            self::tidy($file);
        }
        $answer = $ask();
        $new = $file . '.' . \bin2hex(\random_bytes(4));
        if (@\file_put_contents($new, $answer) !== false) {
            @\rename($new, $file);
        }

        return $answer;
    }

    /** With each new one those of its kind go that nobody asked for in a day: people sign in under ever new sessions. */
    private static function tidy(string $file): void
    {
        foreach (\glob(\dirname($file) . '/*.' . \pathinfo($file, PATHINFO_EXTENSION)) ?: [] as $other) {
            if (@\filemtime($other) < \time() - self::FORGOTTEN) {
                @\unlink($other);
            }
        }
    }
}
