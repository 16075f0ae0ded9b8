<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Queries;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\SignOff;

/** The kinds of questions, each with why it is as it is. What changes rows comes last. */
final class Classes
{
    private Identity $anna;
    private int $day = 86_400_000;

    public function __construct(private readonly Chat $chat)
    {
        $this->anna = new Identity(Role::Operator, '1', 'Anna');
    }

    public static function key(): string
    {
        return bin2hex(random_bytes(16));
    }

    /** @return array<string, array{string, callable(): mixed}> */
    public function all(): array
    {
        return [...$this->pages(), ...$this->filters(), ...$this->reading(), ...$this->searching(), ...$this->changing(), ...$this->chatting()];
    }

    private function find(array $filter, mixed ...$more): callable
    {
        return fn () => $this->chat->history()->find($this->anna, $filter, ...$more);
    }

    private function middle(): int
    {
        return intdiv(Filling::AT, 1000) + 100 * $this->day;
    }

    private function pages(): array
    {
        return [
            'The first page' => ['The newest lines stand at the end of a key: as many are read as are shown. Up to about'
                . ' ten thousand they are counted along the same key, more are estimated.', $this->find([])],
            'The first page, oldest first' => ['The same key from its other end.', $this->find([], oldestFirst: true)],
            'A page anywhere' => ['The same key from a place within it, in either direction: lines of that very moment by their number.',
                fn () => $this->find([], 50, $this->find([], 50, '', 2000)()->previous)()],
            'A page by its number' => ['As many entries of the key are passed over as lie between it and the nearest place that is known.',
                $this->find([], 50, '', 2000)],
            'The last page' => ['The key from its end.', $this->find([], 50, 'end')],
        ];
    }

    private function filters(): array
    {
        $from = $this->middle();
        return [
            'Lines of a period' => ['Dates bound the range of the same key.', $this->find(['from' => $from, 'to' => $from + $this->day])],
            'Left messages only' => ['Each sort of line stands apart in a key, newest last: two of them are put together.', $this->find(['kind' => 'message'])],
            'Guests only' => ['Likewise.', $this->find(['guest' => true])],
            'One line by its number' => ['By its primary key.', $this->find(['thread' => 79])],
            'A customer\'s lines' => ['The line of a customer and the messages they left have a key each.', $this->find(['customer' => 79])],
            'Lines by name' => ['How a name begins is a range of a key.', $this->find(['name' => 'name12'])],
            'Lines by email' => ['Likewise.', $this->find(['email' => 'person12'])],
            'Lines by phone' => ['Likewise, as it was typed.', $this->find(['phone' => '+33 6 12'])],
            'Lines of an operator' => ['All that they have, if those are few: a key has their lines\' numbers. Counted along the same key,'
                . ' without reading the lines.', $this->find(['operator' => 3])],
            'Lines of an operator with many' => ['Newest lines, of each one look-up by key, until the page is full;'
                . ' in vain for 200 ms, all that they have.',
                $this->find(['operator' => Filling::BUSY])],
            'Lines of an operator, of a period' => ['Likewise, between the dates.',
                $this->find(['operator' => Filling::BUSY, 'from' => $from, 'to' => $from + 30 * $this->day])],
        ];
    }

    private function searching(): array
    {
        return [
            'A common word' => ['The newest postings stand at the end of the word\'s part of the key: a few more are read than are'
                . ' shown, however many there are. The hit is read in the message.', $this->find(['text' => 'common'])],
            'A common word, oldest first' => ['The same from the other end. Whether a line has a newer hit is seen in its newest'
                . ' conversations, up to the first hit.', $this->find(['text' => 'common'], oldestFirst: true)],
            'A rare word, oldest first' => ['All that have it are read, and sorted.', $this->find(['text' => 'rare'], oldestFirst: true)],
            'Two words' => ['The one with fewer documents leads, of the other each is looked up in its primary key.',
                $this->find(['text' => 'half rare'])],
            'Words that begin so' => ['The dictionary\'s key gives the words, at most 64; their postings are put together.',
                $this->find(['text' => 'deliv*'])],
            'A phrase' => ['Documents with all its words, newest first; that they stand together is seen in the messages.',
                $this->find(['text' => '"is common"'])],
            'Words of a customer' => ['The customer\'s lines lead: their conversations are looked up in the word\'s postings.',
                $this->find(['text' => 'common', 'customer' => 79])],
            'Words of a period and an operator' => ['Dates bound the range of postings; the operator is seen in the conversation.',
                $this->find(['text' => 'half', 'operator' => 3, 'from' => $this->middle(), 'to' => $this->middle() + 30 * $this->day])],
        ];
    }

    private function reading(): array
    {
        $history = $this->chat->history();
        $from = $this->middle();
        return [
            'A part of a line' => ['The conversations from where the part before ended, then ranges of their messages: as many as'
                . ' are shown.', fn () => $history->messages($this->anna, 79, '', 20)],
            'A person by customer, email and phone' => ['A key for each thing known, some lines at a time; then each line in parts.',
                fn () => iterator_count($history->export(null, 78, 'person400@example.com', '+33 6-404'))],
            'What is still to be digested' => ['Counted up to ten thousand along the key; how long one waits is said at its two ends.',
                fn () => $this->chat->health()],
            'Digesting' => ['Some documents are a transaction, that takes their rows of what waits first.',
                function () use ($history): void {
                    while ($history->digest() > 0);
                }],
            'Statistics of a week' => ['Sums by half hours: as many rows as half hours with a conversation, for each operator.',
                fn () => $history->statistics($this->anna, [$from, $from + 7 * $this->day])],
        ];
    }

    private function changing(): array
    {
        $history = $this->chat->history();
        return [
            'Left messages to be mailed' => ['Those due stand at the beginning of a key of their own.', fn () => $this->chat->mailbox()->due()],
            'Unread answers to be mailed' => ['What ended in the last day, by when it ended.', fn () => $this->chat->mailbox()->unread()],
            'Deleting a line' => ['One line\'s conversations in lots, each a transaction of its own.',
                fn () => $history->delete($this->anna, [81])],
            'Erasing a person' => ['Found as for an export, then line by line.', fn () => $history->erase(null, 82, 'person408@example.com', '+33 6 412')],
            'What is older than the shop keeps' => ['The oldest are at the beginning of a key.',
                fn () => $history->expire(intdiv(Filling::AT, 1000) + 600_000, 10)],
        ];
    }

    /** What goes on in the same tables meanwhile. */
    private function chatting(): array
    {
        $router = $this->chat->router();
        $guest = new Identity(Role::Guest, self::key(), 'Gina', 'en');
        return [
            'An operator signs on' => ['One row under the shop\'s lock, and who waits.', fn () => $router->online($this->anna, self::key())],
            'A first message' => ['The place and the operator are at the beginning of a key each, however many there are.',
                fn () => $router->start($guest, self::key(), 'Hello', '192.0.2.9', [], false)],
            'A further message' => ['One round trip that knows its conversation.',
                fn () => $this->chat->conversations()->post($guest, self::key(), (int) $this->chat->conversations()->current($guest), 'Hello?')],
            'An operator\'s board' => ['What is open, and what ended, of one operator; who waits, from the beginning.',
                fn () => $router->board($this->anna)],
            'A supervisor\'s overview' => ['All that is open, a hundred at a time.',
                fn () => $router->overview(new Identity(Role::Operator, '2', 'Sue', supervisor: true))],
            'Signing off' => ['A hundred finished conversations at a time go to the history, by three statements.',
                fn () => $router->offline($this->anna, self::key(), SignOff::End)],
            'Sweeping' => ['What is due is at the beginning of its key, and what is old.', fn () => $router->sweep()],
        ];
    }
}
