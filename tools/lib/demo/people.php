<?php

/*
 * Keeps the demo's people present: operators who watch their boards, and visitors who poll, type and
 * answer an operator's new message. They ask as often as the server tells them to, like browsers.
 */

use OnlineChat\Author;
use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\StoreUnavailable;

require __DIR__ . '/../options.php';
require __DIR__ . '/cast.php';

/** Somebody with a browser open on the page. */
abstract class Person
{
    protected int $next = 0;
    protected readonly string $stream;

    public function __construct(protected readonly Chat $chat, protected readonly Identity $who)
    {
        $this->stream = 'demo-' . bin2hex(random_bytes(6));
    }

    public function due(int $now): bool
    {
        return $now >= $this->next;
    }

    /** One request and what follows from it. */
    abstract public function act(int $now): void;
}

final class WatchingOperator extends Person
{
    private int $cursor = 0;

    public function act(int $now): void
    {
        $update = $this->chat->conversations()->watch($this->who, '127.0.0.1', $this->stream, $this->cursor);
        $this->cursor = $update->board?->cursor ?? $this->cursor;
        $this->next = $now + $update->delay;
        if ($update->sweep) {
            $this->chat->router()->sweep();
        }
    }
}

final class AnsweringVisitor extends Person
{
    private const TYPING = 3000;

    private int $after = 0;
    private int $revision = 0;
    private int $answerAt = 0;

    /** @param list<string> $replies */
    public function __construct(Chat $chat, Identity $who, private readonly int $conversation, private array $replies)
    {
        parent::__construct($chat, $who);
    }

    public function act(int $now): void
    {
        $conversations = $this->chat->conversations();
        if ($this->answerAt > 0 && $now >= $this->answerAt) {
            $this->answerAt = 0;
            $conversations->post($this->who, new_key(), $this->conversation, array_shift($this->replies), $this->after);
        }
        $typing = $this->answerAt > 0;
        $update = $conversations->poll(
            $this->who,
            '127.0.0.1',
            $this->stream,
            $this->conversation,
            $this->after,
            $this->revision,
            $typing,
        );
        $this->next = $now + ($typing ? min($update->delay, 1000) : $update->delay);
        if ($update->messages !== null) {
            $this->hear($update->messages, $now);
        }
    }

    private function hear(OnlineChat\Messages $messages, int $now): void
    {
        $first = $this->after === 0;
        $this->after = max($this->after, $messages->to);
        $this->revision = $messages->revision;
        $newest = $messages->messages[count($messages->messages) - 1] ?? null;
        // What was said before this script began is the scene, not a question to answer.
        if (!$first && $newest?->author === Author::Operator && $this->replies !== []) {
            $this->answerAt = $now + self::TYPING;
            $this->next = $now;
        }
    }
}

$chat = new Chat(onlinechat_options());
$people = [];
foreach (cast_operators() as $operator) {
    $people[] = new WatchingOperator($chat, $operator);
}
foreach (json_decode(file_get_contents(getenv('ONLINECHAT_RUN') . '/visitors.json'), true) as $line) {
    $who = new Identity(Role::from($line['role']), $line['person'], $line['name'], $line['language']);
    $people[] = new AnsweringVisitor($chat, $who, $line['conversation'], $line['replies']);
}

while (true) {
    $now = intdiv(hrtime(true), 1_000_000);
    foreach ($people as $person) {
        try {
            if ($person->due($now)) {
                $person->act($now);
            }
        } catch (StoreUnavailable $problem) {
            fwrite(STDERR, $problem->getMessage() . "\n");
        }
    }
    usleep(200_000);
}
