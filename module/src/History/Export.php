<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Messages;
use OnlineChat\OfflineMessage;

/** A form the history is handed out in, some messages at a time: nothing holds the whole of it, nor of a line. */
interface Export
{
    /** Of the HTTP answer. */
    public function type(): string;

    /** Of the file, "" for what is shown in the browser. */
    public function extension(): string;

    public function begin(): string;

    /** A line begins. What was said in it follows, unless it is a message that was left. */
    public function line(Line $line, ?OfflineMessage $message): string;

    /**
     * Of the line that began last.
     *
     * @param list<Messages> $conversations the first may go on from the part before
     */
    public function part(array $conversations): string;

    /** That line ends. */
    public function closeLine(): string;

    public function end(): string;

    /** In place of the end, where the rest could not be read: nobody may take a part for the whole. */
    public function broken(string $reason): string;
}
