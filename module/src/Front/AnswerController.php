<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Front;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Chat;
use OnlineChat\Identity;
use PrestaShop\Module\OnlineChat\Entry\Address;
use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Entry\Input;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/** A page of the shop that answers as the entry does (docs/protocol.md), where an answer takes PrestaShop itself. */
abstract class AnswerController extends \ModuleFrontController
{
    final public function init(): void
    {
        // The core would keep a visitor's cookie for each of these requests.
        $this->context->cookie->disallowWriting();
        try {
            if (!Requirement::met()) {
                throw new Problem('unavailable', 'the PHP extension onlinechat is not loaded', '', ['Retry-After: 60']);
            }
            self::send($this->answer());
        } catch (\Throwable $e) {
            Problem::of($e)->send();
        }
        exit;
    }

    /** @return array<string, mixed>|null null: done, there is nothing to say */
    abstract protected function answer(): ?array;

    /** @param array<string, mixed>|null $answer */
    private static function send(?array $answer): void
    {
        $json = $answer === null ? '' : \json_encode($answer, Entry::JSON);
        \header('Cache-Control: no-store');
        if ($answer === null) {
            \http_response_code(204);

            return;
        }
        \header('Content-Type: application/json');
        \header('X-Content-Type-Options: nosniff');
        echo $json;
    }

    /** @throws Problem "wrong-method", or what is wrong with its body */
    protected function posted(): Input
    {
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem('wrong-method', 'this address answers POST only', '', ['Allow: POST']);
        }

        return Input::body();
    }

    protected function chat(): Chat
    {
        return (new ChatFactory())->open((int) $this->context->shop->id);
    }

    /** Whose ticket came with the request, null if none did. */
    protected function visitor(Chat $chat): ?Identity
    {
        $ticket = (string) ($_SERVER['HTTP_ONLINECHAT_TICKET'] ?? '');

        return $ticket === '' ? null : $chat->tickets()->verify($ticket);
    }

    /** As the entry finds it. The core's own rule believes whatever a neighbour's X-Forwarded-For begins with. */
    protected function address(): string
    {
        /** @var list<string> $trusted */
        $trusted = Settings::json((int) $this->context->shop->id, Settings::PROXIES);

        return Address::behind((string) $_SERVER['REMOTE_ADDR'], (string) ($_SERVER['HTTP_X_FORWARDED_FOR'] ?? ''), $trusted);
    }
}
