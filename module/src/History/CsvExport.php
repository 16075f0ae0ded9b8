<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Author;
use OnlineChat\OfflineMessage;

/**
 * One row a message. With a byte order mark and semicolons, as PrestaShop's own exports: spreadsheets open it as it is.
 */
final class CsvExport implements Export
{
    private const COLUMNS = [
        'line', 'shop', 'kind', 'customer', 'guest', 'name', 'email', 'phone',
        'conversation', 'number', 'at', 'author', 'author_name', 'text', 'mail', 'mail_reason',
    ];

    public function type(): string
    {
        return 'text/csv; charset=utf-8';
    }

    public function extension(): string
    {
        return 'csv';
    }

    public function begin(): string
    {
        return "\u{FEFF}" . self::row(self::COLUMNS);
    }

    public function line(Line $line, array $conversations, ?OfflineMessage $message): string
    {
        $thread = $line->thread;
        $about = [
            $thread->id, $line->shopName, $thread->kind, $thread->customer ?? '', $thread->customer === null ? $thread->id : '',
            $thread->name, $thread->email ?? '', $thread->phone ?? '',
        ];
        if ($message !== null) {
            return self::row([...$about, '', '', Moment::exact($message->at), Author::Visitor->value, $thread->name,
                $message->fields['message'] ?? '', $message->state, $message->reason]);
        }
        $rows = '';
        foreach ($conversations as $conversation) {
            foreach ($conversation->messages as $one) {
                $rows .= self::row([...$about, $conversation->conversation, $one->number, Moment::exact($one->at),
                    $one->author->value, $one->name, $one->text, '', '']);
            }
        }

        return $rows;
    }

    public function end(): string
    {
        return '';
    }

    public function broken(string $reason): string
    {
        return self::row(['NOT COMPLETE', $reason]);
    }

    /** @param list<int|string> $cells */
    private static function row(array $cells): string
    {
        $quoted = \array_map(static fn (int|string $cell) => '"' . \str_replace('"', '""', self::harmless((string) $cell)) . '"', $cells);

        return \implode(';', $quoted) . "\r\n";
    }

    /** What a spreadsheet would take for a formula becomes text: anybody may write to the shop. */
    private static function harmless(string $cell): string
    {
        return \preg_match('/^[\s\p{Z}]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]|^[\t\r\n]/u', $cell) ? "'$cell" : $cell;
    }
}
