<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Settings\Fields;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\GoneShop;
use PrestaShop\Module\OnlineChat\Shop\GoneShops;
use PrestaShop\Module\OnlineChat\Shop\Settings;

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

    /** @return int months, 0: never; as it was when the shop was deleted, unless it had none of its own */
    public static function months(GoneShop $shop): int
    {
        return (int) Fields::decode('retention', Settings::ofGone($shop, Fields::key('retention')));
    }

    /**
     * Of a deleted shop. A period after its end all of it is old, settings and names of operators included.
     *
     * @return int how many conversations and left messages, in the end lines, went; at most $limit
     *
     * @throws Exception
     */
    public function ofGone(GoneShop $shop, int $limit): int
    {
        $months = self::months($shop);
        if ($months <= 0) {
            return 0;
        }
        $before = self::before($months, new \DateTimeImmutable('now', new \DateTimeZone('UTC')))->getTimestamp();
        if ($shop->at > 0 && $shop->at < $before) {
            return (new GoneShops($this->chats))->erase($shop, $limit);
        }
        $chat = $this->chats->ofGone($shop);
        // What was open as the shop went is never archived by anybody else.
        $chat->endAll();

        return $chat->history()->expire($before * 1000, $limit);
    }

    /**
     * A batch of each deleted shop. One whose stores are away is the health panel's to tell, and keeps nothing else from
     * being done.
     */
    public function ofAllGone(int $limit): void
    {
        foreach ((new GoneShops($this->chats))->all() as $shop) {
            try {
                $this->ofGone($shop, $limit);
            } catch (Exception $e) {
                continue;
            }
        }
    }

    /** The same day of that month, or its last: PHP makes of a 31st of February a 3rd of March, too late by days. */
    public static function before(int $months, \DateTimeImmutable $now): \DateTimeImmutable
    {
        $month = $now->modify('first day of this month')->modify("-$months months");

        return $month->modify('+' . (\min((int) $now->format('j'), (int) $month->format('t')) - 1) . ' days');
    }

    /** @return int how many went, all there were */
    public function all(\Shop|GoneShop $shop): int
    {
        $gone = 0;
        do {
            $gone += $batch = $shop instanceof GoneShop ? $this->ofGone($shop, 500) : $this->of($shop, 500);
        } while ($batch > 0);

        return $gone;
    }
}
