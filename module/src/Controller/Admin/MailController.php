<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\History\Digest;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\Round;
use PrestaShop\Module\OnlineChat\Operator\ServedShops;
use PrestaShop\Module\OnlineChat\Privacy\Retention;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/**
 * A small batch of mail, of what is to be erased and of what is to be made findable, and settings that changed behind the module's back: asked for by a
 * console now and then, since most shops have no cron.
 */
class MailController extends ConsoleController
{
    private const BATCH = 3;
    /** Conversations past their retention period that go along. */
    private const EXPIRED = 20;
    /** The same of those that cannot be found by their words yet. */
    private const DIGESTED = 100;

    public function sendAction(Request $request): Response
    {
        return $this->answer(static function () use ($request): array {
            $shop = \Context::getContext()->shop;
            // A mail server may take its time: other pages of this employee must not wait for it.
            if ($request->hasSession()) {
                $request->getSession()->save();
            }

            $chats = new ChatFactory();
            /** @var \Employee $employee the right to chat is theirs */
            $employee = \Context::getContext()->employee;
            $counts = [Post::SENT => 0, Post::FAILED => 0, Post::OFF => 0];
            // A shop that no back office is set to has no console of its own that asks.
            foreach ([$shop, ...(new ServedShops($employee))->others((int) $shop->id)] as $one) {
                (new Publisher($chats))->refresh($one);
                foreach ((new Round($chats, new Post()))->of($one, self::BATCH) as $state => $number) {
                    $counts[$state] += $number;
                }
                (new Retention($chats))->of($one, self::EXPIRED);
                (new Digest($chats))->of($one, self::DIGESTED);
            }
            (new Retention($chats))->ofAllGone(self::EXPIRED);

            return $counts;
        });
    }
}
