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
        $before = self::before($months, new \DateTimeImmutable('now', new \DateTimeZone('UTC')));

        return $this->chats->open((int) $shop->id)->history()->expire($before->getTimestamp() * 1000, $limit);
    }

    /** The same day of that month, or its last: PHP makes of a 31st of February a 3rd of March, too late by days. */
    public static function before(int $months, \DateTimeImmutable $now): \DateTimeImmutable
    {
        $month = $now->modify('first day of this month')->modify("-$months months");

        return $month->modify('+' . (\min((int) $now->format('j'), (int) $month->format('t')) - 1) . ' days');
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
