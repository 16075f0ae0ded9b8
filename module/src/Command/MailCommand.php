<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\History\Digest;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\Round;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;

/** bin/console onlinechat:mail, for a cron: sends what is due in every shop, and makes findable what was said since. */
class MailCommand extends ShopsCommand
{
    /** A round of each minute must not last until the next one. */
    private const DIGESTED = 2000;

    protected function configure(): void
    {
        $this->setName('onlinechat:mail')->setDescription('Online Chat: sends the mail that is due');
    }

    protected function serve(\Shop $shop): array
    {
        (new Publisher(new ChatFactory()))->refresh($shop);
        $counts = (new Round(new ChatFactory(), new Post()))->of($shop);
        (new Digest(new ChatFactory()))->of($shop, self::DIGESTED);

        return [\sprintf('%d sent, %d failed, %d held back as mail is off', ...\array_values($counts)), $counts[Post::FAILED] === 0];
    }
}
