<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\History\Digest;
use PrestaShop\Module\OnlineChat\Privacy\Retention;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\GoneShops;

/** bin/console onlinechat:expire, for a cron: erases in every shop, deleted ones included, what is older than its retention period, and makes the rest findable. */
class ExpireCommand extends ShopsCommand
{
    protected function configure(): void
    {
        $this->setName('onlinechat:expire')->setDescription('Online Chat: erases conversations older than the retention period, makes the others findable');
    }

    protected function work(): iterable
    {
        yield from parent::work();
        $chats = new ChatFactory();
        foreach ((new GoneShops($chats))->all() as $shop) {
            yield GoneShops::title($shop) => static fn () => [\sprintf('%d erased', (new Retention($chats))->all($shop)), true];
        }
    }

    protected function serve(\Shop $shop): array
    {
        $chats = new ChatFactory();
        // What goes need not be made findable first.
        $erased = (new Retention($chats))->all($shop);

        return [\sprintf('%d erased, %d made findable', $erased, (new Digest($chats))->all($shop)), true];
    }
}
