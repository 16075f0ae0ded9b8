<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\History;
use OnlineChat\HistoryPart;
use OnlineChat\Identity;
use OnlineChat\InvalidValue;
use OnlineChat\Messages;
use OnlineChat\NotFound;
use OnlineChat\OfflineMessage;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** The histories of several shops as one. What is found, deleted and sent again is the extension's to say (I10). */
final class Archive
{
    private const LOT = 100;
    /** Messages read at once: a page of a line, and what an export holds. */
    private const PART = 200;
    /** Of those, looked through for what was searched for. */
    private const PARTS = 5;
    /** Of OnlineChat\History::find(). */
    private const PASS_MOST = 10000;

    private Identity $who;
    /** @var array<int, History> by shop */
    private array $open = [];

    /** @param array<int, string> $shops those this employee may see: name by id */
    public function __construct(private ChatFactory $chats, private array $shops, int $employee)
    {
        $this->who = new Identity(Role::Operator, (string) $employee);
    }

    /** @throws TooFar|InvalidValue (its field "offset") where a page lies too far away to be jumped to */
    public function page(HistoryQuery $query, int $limit, Place $place): Page
    {
        $sources = $this->sources($query);
        if (\count($sources) > 1) {
            if ($place->pass > self::PASS_MOST) {
                throw new TooFar();
            }

            return (new Merged($sources, $query->oldestFirst))->page($limit, $place);
        }
        $cursor = $place->pass > self::PASS_MOST ? Source::START : $place->cursors[0] ?? Source::START;
        $found = $sources[0]->find($limit, $cursor, $cursor === Source::START ? $place->offset : $place->pass);
        if ($found->lines === [] && ($found->previous ?? $found->next) !== null) {
            // What stood there is gone.
            $found = $sources[0]->find($limit, $found->previous ?? (string) $found->next);
        }

        return new Page(
            $sources[0]->named($found),
            $found->total,
            $found->exact,
            $found->offset,
            $found->next === null ? null : [$found->next],
            $found->previous === null ? null : [$found->previous],
        );
    }

    /**
     * All that is found, in order.
     *
     * @return \Generator<int, Line>
     */
    public function each(HistoryQuery $query): \Generator
    {
        $streams = \array_map(static fn (Source $source) => $source->each(), $this->sources($query));
        $number = 0;
        while ($streams = \array_filter($streams, static fn (\Generator $stream) => $stream->valid())) {
            $next = null;
            foreach ($streams as $stream) {
                $before = $next === null ? -1 : $stream->current()->thread->lastAt <=> $next->current()->thread->lastAt;
                if ($next === null || ($query->oldestFirst ? $before < 0 : $before > 0)) {
                    $next = $stream;
                }
            }
            if ($next !== null) {
                yield $number++ => $next->current();
                $next->next();
            }
        }
    }

    /** A line by its key, or by its number alone where there is no doubt. Null if there is none in these shops. */
    public function line(string $key): ?Line
    {
        [$shop, $thread] = \array_map('intval', \str_contains($key, '-') ? \explode('-', $key, 2) : [0, $key]);
        foreach ($this->shops as $id => $name) {
            if ($shop === 0 || $shop === $id) {
                $found = $this->history($id)->find($this->who, ['thread' => $thread], 1)->lines;
                if ($found !== []) {
                    return new Line($id, $name, $found[0]);
                }
            }
        }

        return null;
    }

    /** @throws NotFound if it was deleted since it was found */
    private function part(Line $line, string $cursor = ''): HistoryPart
    {
        return $this->history($line->shop)->messages($this->who, $line->thread->id, $cursor, self::PART);
    }

    /**
     * A page of a line: a part, and while $enough says no some more, so that it ends with what was looked for.
     *
     * @param callable(list<Messages>): bool $enough
     *
     * @return array{list<Messages>, ?string} and the cursor of what follows
     *
     * @throws NotFound if it was deleted since it was found
     */
    public function excerpt(Line $line, string $cursor, callable $enough): array
    {
        $said = [];
        $read = 0;
        do {
            $part = $this->part($line, $cursor);
            $conversations = \array_values($part->conversations);
            \array_push($said, ...$conversations);
            $cursor = (string) $part->next;
        } while ($part->next !== null && ++$read < self::PARTS && !$enough($conversations));

        return [$said, $part->next];
    }

    /**
     * All that was said in a line, part by part; nothing of a message that was left.
     *
     * @return \Generator<int, list<Messages>>
     *
     * @throws NotFound as part() does, before the first
     */
    public function said(Line $line): \Generator
    {
        if ($line->thread->kind === 'message') {
            return;
        }
        for ($cursor = '', $n = 0; $cursor !== null; $cursor = $part->next) {
            $part = $this->part($line, $cursor);
            yield $n++ => \array_values($part->conversations);
        }
    }

    public function message(Line $line): ?OfflineMessage
    {
        return $line->thread->kind === 'message' ? $this->history($line->shop)->offline($this->who, $line->thread->id) : null;
    }

    /** The letter of a message that was left is due again. */
    public function again(Line $line): void
    {
        $message = $this->message($line);
        if ($message !== null) {
            $this->chats->open($line->shop)->mailbox()->again($this->who, $message->id);
        }
    }

    /**
     * @param list<string> $keys
     *
     * @return list<string> those refused because a conversation in them is open (G23)
     */
    public function delete(array $keys): array
    {
        $threads = [];
        foreach ($keys as $key) {
            if (\preg_match('/^(\d+)-(\d+)$/', $key, $of) && isset($this->shops[(int) $of[1]])) {
                $threads[(int) $of[1]][] = (int) $of[2];
            }
        }
        $refused = [];
        foreach ($threads as $shop => $ids) {
            foreach (\array_chunk($ids, self::LOT) as $lot) {
                foreach ($this->history($shop)->delete($this->who, $lot) as $open) {
                    $refused[] = "$shop-$open";
                }
            }
        }

        return $refused;
    }

    /** @return list<Source> */
    private function sources(HistoryQuery $query): array
    {
        $sources = [];
        foreach ($this->shops as $shop => $name) {
            foreach ($query->filters as $filter) {
                $sources[] = new Source($this->history($shop), $this->who, $filter, $query->oldestFirst, $shop, $name);
            }
        }

        return $sources;
    }

    private function history(int $shop): History
    {
        return $this->open[$shop] ??= $this->chats->open($shop)->history();
    }
}
