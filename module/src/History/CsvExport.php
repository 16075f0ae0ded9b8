<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Author;
use OnlineChat\OfflineMessage;

/** One row a message. */
final class CsvExport implements Export
{
    private const COLUMNS = [
        'line', 'shop', 'kind', 'customer', 'guest', 'name', 'email', 'phone',
        'conversation', 'number', 'at', 'author', 'author_name', 'text', 'mail', 'mail_reason',
    ];

    /** @var list<int|string> the columns that all rows of the line share */
    private array $about = [];

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
        return Csv::begin() . Csv::row(self::COLUMNS);
    }

    public function line(Line $line, ?OfflineMessage $message): string
    {
        $thread = $line->thread;
        $this->about = [
            $thread->id, $line->shopName, $thread->kind, $thread->customer ?? '', $thread->customer === null ? $thread->id : '',
            $thread->name, $thread->email ?? '', $thread->phone ?? '',
        ];

        return $message === null ? '' : Csv::row([...$this->about, '', '', Moment::exact($message->at), Author::Visitor->value,
            $thread->name, $message->fields['message'] ?? '', $message->state, $message->reason]);
    }

    public function part(array $conversations): string
    {
        $rows = '';
        foreach ($conversations as $conversation) {
            foreach ($conversation->messages as $one) {
                $rows .= Csv::row([...$this->about, $conversation->conversation, $one->number, Moment::exact($one->at),
                    $one->author->value, $one->name, $one->text, '', '']);
            }
        }

        return $rows;
    }

    public function closeLine(): string
    {
        return '';
    }

    public function end(): string
    {
        return '';
    }

    public function broken(string $reason): string
    {
        return Csv::row(['NOT COMPLETE', $reason]);
    }
}
