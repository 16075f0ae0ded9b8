<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Message;
use OnlineChat\Messages;
use OnlineChat\OfflineMessage;

/** Everything there is, for programs. */
final class JsonExport implements Export
{
    private bool $first = true;

    public function type(): string
    {
        return 'application/json';
    }

    public function extension(): string
    {
        return 'json';
    }

    public function begin(): string
    {
        return "{\"lines\": [\n";
    }

    public function line(Line $line, array $conversations, ?OfflineMessage $message): string
    {
        $thread = $line->thread;
        $all = [
            'line' => $thread->id,
            'shop' => $line->shop,
            'kind' => $thread->kind,
            'customer' => $thread->customer,
            'name' => $thread->name,
            'email' => $thread->email,
            'phone' => $thread->phone,
            'at' => Moment::exact($thread->lastAt),
        ];
        $all += $message === null ? ['conversations' => \array_map([self::class, 'conversation'], $conversations)] : ['message' => [
            'fields' => $message->fields,
            'language' => $message->language,
            'at' => Moment::exact($message->at),
            'mail' => ['state' => $message->state, 'reason' => $message->reason, 'attempts' => $message->attempts],
        ]];
        $comma = $this->first ? '' : ",\n";
        $this->first = false;

        return $comma . \json_encode($all, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
    }

    public function end(): string
    {
        return "\n]}\n";
    }

    public function broken(string $reason): string
    {
        // Left open: no reader takes it for whole.
        return "\n" . \json_encode(['incomplete' => $reason], JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE) . "\n";
    }

    /** @return array<string, mixed> */
    private static function conversation(Messages $conversation): array
    {
        return [
            'conversation' => $conversation->conversation,
            'messages' => \array_map(static fn (Message $message) => [
                'number' => $message->number,
                'author' => $message->author->value,
                'name' => $message->name,
                'text' => $message->text,
                'at' => Moment::exact($message->at),
            ], $conversation->messages),
        ];
    }
}
