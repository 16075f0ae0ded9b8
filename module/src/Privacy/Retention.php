<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Erases what is older than the owner wants to keep. Months are the calendar's; 0 keeps everything. */
final class Retention
{
    public function __construct(private ChatFactory $chats)
    {
    }

    /** @return int how many conversations and left messages went, at most $limit */
    public function of(\Shop $shop, int $limit): int
    {
        $months = (int) Store::of($shop, 'retention');
        if ($months <= 0) {
            return 0;
        }
        $before = (new \DateTimeImmutable('now', new \DateTimeZone('UTC')))->modify("-$months months");

        return $this->chats->open((int) $shop->id)->history()->expire($before->getTimestamp() * 1000, $limit);
    }

    /** @return int how many went, all there were */
    public function all(\Shop $shop): int
    {
        $gone = 0;
        do {
            $gone += $batch = $this->of($shop, 500);
        } while ($batch > 0);

        return $gone;
    }
}
