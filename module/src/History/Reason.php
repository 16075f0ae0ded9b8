<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\InvalidValue;
use OnlineChat\StoreUnavailable;
use PrestaShop\Module\OnlineChat\Settings\Words;

/** Why the history or the statistics could not be read, as the employee is told. */
final class Reason
{
    public static function of(Exception $e): string
    {
        if ($e instanceof StoreUnavailable) {
            return Words::say(
                '%store% does not answer, so nothing can be shown or changed now. Please try again in a moment; the health panel of the configuration says what is wrong.',
                ['%store%' => $e->store === 'redis' ? 'Redis' : 'MySQL']
            );
        }

        // HistoryQuery has refused most of what can be wrong with the values themselves.
        return match ($e instanceof InvalidValue ? $e->field : '') {
            'text' => self::search($e),
            'operator', 'name', 'email', 'phone' => Words::say('Few lines fit, and looking for them takes too long: ask for dates as well, or for more of the name, e-mail or phone.'),
            default => $e->getMessage(),
        };
    }

    /** By the codes of OnlineChat\History::find(). */
    private static function search(Exception $e): string
    {
        return match ($e->getCode()) {
            1 => Words::say('What was said: give at least one letter or digit to look for.'),
            2 => Words::say('What was said: at most 10 words and phrases are looked for at once.'),
            3 => Words::say('What was said: give at least two letters before *.'),
            4 => Words::say('What was said: too many words begin so, give more letters before *.'),
            5 => Words::say('This search takes too long: ask for dates, a name or a rarer word as well.'),
            default => $e->getMessage(),
        };
    }

    public static function tooFar(): string
    {
        return Words::say('That page is too far away to be jumped to, so this is the first one: go on by "Next", begin at "Last", or ask for dates.');
    }
}
