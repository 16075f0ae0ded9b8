<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Makes findable what was archived and left. Chats do so by the way, too; a shop's whole past, after an update, takes longer. */
final class Digest
{
    /** In one answer of the extension: a cron that is stopped loses none of them. */
    private const BATCH = 500;

    public function __construct(private ChatFactory $chats)
    {
    }

    /** @return int how many conversations and left messages, at most $limit */
    public function of(\Shop $shop, int $limit): int
    {
        $history = $this->chats->open((int) $shop->id)->history();
        $done = 0;
        do {
            $done += $batch = $history->digest(\min($limit - $done, self::BATCH));
        } while ($batch > 0 && $done < $limit);

        return $done;
    }

    /** @return int how many there were */
    public function all(\Shop $shop): int
    {
        return $this->of($shop, PHP_INT_MAX);
    }
}
