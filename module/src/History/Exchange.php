<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Author;
use OnlineChat\Message;
use OnlineChat\Messages;
use OnlineChat\OfflineMessage;

/** The whole exchange of a line, as the pop-up, the page and the printed page show it (G23, G24). */
final class Exchange
{
    /**
     * @param list<Messages> $conversations
     * @param string $wanted what was looked for, to be marked
     */
    public function __construct(private Line $line, private array $conversations, private ?OfflineMessage $message, private string $wanted = '')
    {
    }

    /** @return array<string, mixed> of the template */
    public function variables(): array
    {
        return [
            'line' => $this->line,
            'conversations' => \array_map(fn (Messages $one) => [
                'id' => $one->conversation,
                'operator' => $one->operatorName,
                'messages' => \array_map(fn (Message $message) => $this->one($message), $one->messages),
            ], $this->conversations),
            'message' => $this->message === null ? null : $this->left($this->message),
        ];
    }

    /** @return array<string, mixed> */
    private function one(Message $message): array
    {
        return [
            'author' => $message->author->value,
            'name' => $message->name === '' && $message->author === Author::Visitor ? $this->line->thread->name : $message->name,
            'parts' => Marker::parts($message->text, $this->wanted),
            'at' => Moment::text($message->at),
            'exact' => Moment::exact($message->at),
        ];
    }

    /** @return array<string, mixed> */
    private function left(OfflineMessage $message): array
    {
        return [
            'fields' => $message->fields,
            'parts' => Marker::parts($message->fields['message'] ?? '', $this->wanted),
            'language' => \strtoupper($message->language),
            'state' => $message->state,
            'reason' => $message->reason,
            'at' => Moment::text($message->at),
            'exact' => Moment::exact($message->at),
        ];
    }
}
