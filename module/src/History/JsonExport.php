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
    /** Of the line that is open: it has conversations, and which of them is open, 0 none. */
    private bool $said = false;
    private int $conversation = 0;

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

    public function line(Line $line, ?OfflineMessage $message): string
    {
        $thread = $line->thread;
        $about = [
            'line' => $thread->id,
            'shop' => $line->shop,
            'kind' => $thread->kind,
            'customer' => $thread->customer,
            'name' => $thread->name,
            'email' => $thread->email,
            'phone' => $thread->phone,
            'at' => Moment::exact($thread->lastAt),
        ];
        if ($message !== null) {
            $about['message'] = [
                'fields' => $message->fields,
                'language' => $message->language,
                'at' => Moment::exact($message->at),
                'mail' => ['state' => $message->state, 'reason' => $message->reason, 'attempts' => $message->attempts],
            ];
        }
        $comma = $this->first ? '' : ",\n";
        $this->first = false;
        $this->said = $message === null;
        $this->conversation = 0;

        // Without its closing brace: what was said follows as it is read.
        return $comma . \substr(self::json($about), 0, -1) . ($this->said ? ',"conversations":[' : '');
    }

    public function part(array $conversations): string
    {
        $text = '';
        foreach ($conversations as $one) {
            $text .= $one->conversation === $this->conversation ? ',' : $this->next($one);
            $text .= \implode(',', \array_map(static fn (Message $message) => self::json([
                'number' => $message->number,
                'author' => $message->author->value,
                'name' => $message->name,
                'text' => $message->text,
                'at' => Moment::exact($message->at),
            ]), $one->messages));
        }

        return $text;
    }

    public function closeLine(): string
    {
        return ($this->conversation === 0 ? '' : ']}') . ($this->said ? ']}' : '}');
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

    /** Ends the conversation before it, and begins this one. */
    private function next(Messages $one): string
    {
        $before = $this->conversation === 0 ? '' : ']},';
        $this->conversation = $one->conversation;

        return "$before{\"conversation\":$one->conversation,\"messages\":[";
    }

    /** @param array<string, mixed> $value */
    private static function json(array $value): string
    {
        return \json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
    }
}
