<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Messages;
use OnlineChat\OfflineMessage;

/** A form the history is handed out in, line by line: nothing holds the whole of it. */
interface Export
{
    /** Of the HTTP answer. */
    public function type(): string;

    /** Of the file, "" for what is shown in the browser. */
    public function extension(): string;

    public function begin(): string;

    /** @param list<Messages> $conversations */
    public function line(Line $line, array $conversations, ?OfflineMessage $message): string;

    public function end(): string;

    /** In place of the end, where the rest could not be read: nobody may take a part for the whole. */
    public function broken(string $reason): string;
}
