<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;
use OnlineChat\Identity;

/** A message left while there is no chat (G20, G21). */
final class Mailing
{
    /** Nobody reads and fills in the form faster (ms). */
    private const FASTEST = 2000;
    private const FIELDS = ['first_name', 'last_name', 'email', 'phone', 'message'];

    /** @return array{id: int} */
    public static function message(Chat $chat, ?Identity $who, Input $input, string $address): array
    {
        self::refuseRobots($input);
        require_once __DIR__ . '/Consent.php';
        Consent::check($chat, $input);
        /** @var array{first_name?: string, last_name?: string, email?: string, phone?: string, message: string} $fields what lacks, the mailbox names */
        $fields = $input->texts('fields', self::FIELDS);

        return ['id' => $chat->mailbox()->leave(
            $who,
            $input->text('key'),
            $address,
            $fields,
            $input->text('language', ''),
            $input->number('conversation', 0)
        )];
    }

    /**
     * "url" is a field that people do not see. A form opened in the future is a visitor's wrong clock, which says
     * nothing.
     */
    private static function refuseRobots(Input $input): void
    {
        $since = (int) (\microtime(true) * 1000) - $input->number('started');
        if ($input->text('url', '') !== '') {
            require_once __DIR__ . '/Problem.php';
            throw new Problem('robot', 'url: a field that people do not see was filled in', 'url');
        }
        if ($since >= 0 && $since < self::FASTEST) {
            require_once __DIR__ . '/Problem.php';
            throw new Problem('robot', 'the form was sent sooner than a person can: wait two seconds and send it again', 'started');
        }
    }
}
