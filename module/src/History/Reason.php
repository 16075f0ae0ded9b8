<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\InvalidValue;

/** Why the history could not be read, as the employee is told. */
final class Reason
{
    public static function of(Exception $e): string
    {
        // HistoryQuery has refused what can be wrong with the text itself: what is left is the time a search may take.
        return $e instanceof InvalidValue && $e->field === 'text'
            ? self::say('This search takes too long: ask for dates, a name or an operator as well.')
            : $e->getMessage();
    }

    private static function say(string $text): string
    {
        return \Context::getContext()->getTranslator()->trans($text, [], 'Modules.Onlinechat.Admin');
    }
}
