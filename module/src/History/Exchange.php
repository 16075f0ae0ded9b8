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

/** The exchange of a line as the pop-up, the page and the printed page show it (G23, G24). */
final class Exchange
{
    /** @param string $wanted what was looked for, to be marked */
    public function __construct(private Line $line, private ?OfflineMessage $message, private string $wanted = '')
    {
    }

    /** @return array<string, mixed> of the template of its beginning */
    public function head(): array
    {
        return ['line' => $this->line, 'message' => $this->message === null ? null : $this->left($this->message)];
    }

    /**
     * @param list<Messages> $conversations
     *
     * @return array{conversations: list<array<string, mixed>>} of the template of what was said
     */
    public function said(array $conversations): array
    {
        $heads = $messages = [];
        foreach ($conversations as $one) {
            $id = $one->conversation;
            // What goes on from the part before stands with it.
            $heads[$id] ??= ['id' => $id, 'operator' => $one->operatorName, 'goes_on' => $one->from > 1];
            foreach ($one->messages as $message) {
                $messages[$id][] = $this->one($message);
            }
        }
        $shown = [];
        foreach ($heads as $id => $head) {
            $shown[] = $head + ['messages' => $messages[$id] ?? []];
        }

        return ['conversations' => $shown];
    }

    /** @param list<Messages> $conversations */
    public function hasHit(array $conversations): bool
    {
        foreach ($conversations as $one) {
            foreach ($one->messages as $message) {
                if (\in_array(true, \array_column(Marker::parts($message->text, $this->wanted), 'hit'), true)) {
                    return true;
                }
            }
        }

        return false;
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
