<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Ticket;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Identity;
use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Entry\Input;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** The answer to a request for a ticket. */
final class Answer
{
    /** @param callable(): Identity $who */
    public static function send(int $shop, callable $who): void
    {
        try {
            $answer = self::ticket($shop, $who);
            \header('Content-Type: application/json');
            \header('Cache-Control: no-store');
            echo \json_encode($answer, Entry::JSON);
        } catch (\Throwable $e) {
            Problem::of($e)->send();
        }
    }

    /**
     * @param callable(): Identity $who
     *
     * @return array<string, mixed>
     *
     * @throws \Throwable
     */
    public static function ticket(int $shop, callable $who): array
    {
        if (!Requirement::met()) {
            throw new Problem('unavailable', 'the PHP extension onlinechat is not loaded', '', ['Retry-After: 60']);
        }
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem('wrong-method', 'tickets are asked for with POST', '', ['Allow: POST']);
        }
        if (!self::fromHere()) {
            throw new Problem('not-allowed', 'tickets are for pages of this shop');
        }
        Input::body();
        $identity = $who();
        $tickets = (new ChatFactory())->open($shop)->tickets();
        $ticket = $tickets->make($identity);

        return [
            'ticket' => $ticket,
            'expires' => $tickets->verify($ticket)->expires,
            'role' => $identity->role,
            'name' => $identity->name,
            'person' => $identity->person,
        ];
    }

    /** As far as the browser says; the JSON body keeps other sites' forms out in any case. */
    private static function fromHere(): bool
    {
        $site = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? null;
        if ($site !== null) {
            return $site === 'same-origin';
        }
        $origin = $_SERVER['HTTP_ORIGIN'] ?? null;

        return $origin === null || \preg_replace('~^https?://~', '', $origin) === ($_SERVER['HTTP_HOST'] ?? '');
    }
}
