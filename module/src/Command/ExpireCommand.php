<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Privacy\Retention;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** bin/console onlinechat:expire, for a cron: erases in every shop what is older than its retention period. */
class ExpireCommand extends ShopsCommand
{
    protected function configure(): void
    {
        $this->setName('onlinechat:expire')->setDescription('Online Chat: erases conversations older than the retention period');
    }

    protected function serve(\Shop $shop): array
    {
        return [\sprintf('%d erased', (new Retention(new ChatFactory()))->all($shop)), true];
    }
}
