<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\Round;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;

/** bin/console onlinechat:mail, for a cron: sends what is due in every shop. */
class MailCommand extends ShopsCommand
{
    protected function configure(): void
    {
        $this->setName('onlinechat:mail')->setDescription('Online Chat: sends the mail that is due');
    }

    protected function serve(\Shop $shop): array
    {
        (new Publisher(new ChatFactory()))->refresh($shop);
        $counts = (new Round(new ChatFactory(), new Post()))->of($shop);

        return [\sprintf('%d sent, %d failed, %d held back as mail is off', ...\array_values($counts)), $counts[Post::FAILED] === 0];
    }
}
