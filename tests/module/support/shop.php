<?php

declare(strict_types=1);

/* PrestaShop and the extension, as little of them as these tests meet: neither is loaded. */

namespace {
    define('_PS_VERSION_', '8.2.1');

    spl_autoload_register(static function (string $class): void {
        $prefix = 'PrestaShop\\Module\\OnlineChat\\';
        if (str_starts_with($class, $prefix)) {
            require __DIR__ . '/../../../module/src/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        }
    });

    final class Shop
    {
        public int $id_shop_group = 1;

        public function __construct(public int $id)
        {
        }
    }

    final class Configuration
    {
        public static function get(string $name): string
        {
            return '';
        }
    }

    /** Says everything in English. */
    final class Context
    {
        public static function getContext(): self
        {
            return new self();
        }

        public function getTranslator(): self
        {
            return $this;
        }

        /** @param array<string, int|string> $values */
        public function trans(string $text, array $values): string
        {
            return strtr($text, $values);
        }
    }

    /** Nobody's letter can be written here, and finding that out takes its time. */
    final class Language
    {
        public static int $clock = 0;
        public static int $seconds = 0;

        public function __construct()
        {
            self::$clock += self::$seconds;
            throw new RuntimeException('the mail server says no');
        }

        public static function getIdByIso(string $code): int
        {
            return 0;
        }
    }

    final class PrestaShopLogger
    {
        /** @var list<string> */
        public static array $lines = [];

        public static function addLog(string $line, int $severity): void
        {
            self::$lines[] = $line;
        }
    }

    final class Customer
    {
        public bool $active = true;
        public bool $deleted = false;
        public string $email = 'jane@example.com';
    }
}

namespace OnlineChat {
    interface Exception extends \Throwable
    {
    }

    final class NotFound extends \RuntimeException implements Exception
    {
    }

    enum Role: string
    {
        case Operator = 'operator';
    }

    final class Identity
    {
        public function __construct(public Role $role, public string $person)
        {
        }
    }

    final class Statistics
    {
        public function __construct(
            public int $from,
            public ?int $operator,
            public ?string $operatorName = null,
            public int $conversations = 0,
            public int $abandoned = 0,
            public int $missed = 0,
            public int $waited = 0,
            public int $waitingTime = 0,
            public int $answered = 0,
            public int $answerTime = 0,
            public int $length = 0,
            public int $visitorMessages = 0,
            public int $operatorMessages = 0,
        ) {
        }
    }

    final class OfflineMessage
    {
        public function __construct(public int $id)
        {
        }
    }

    final class UnreadAnswer
    {
        public int $conversation = 1;
        public int $customer = 7;
        public string $language = 'en';
    }

    final class Thread
    {
        public string $kind = 'conversation';
        public ?int $customer = null;
        public string $name = '';
        public ?string $email = null;
        public ?string $phone = null;

        public ?int $hitAt = null;

        public function __construct(public int $id, public int $lastAt)
        {
        }
    }

    final class HistoryPage
    {
        /** @param list<Thread> $lines */
        public function __construct(
            public array $lines,
            public int $total,
            public bool $exact,
            public int $offset,
            public ?string $next,
            public ?string $previous,
        ) {
        }
    }

    enum Author: string
    {
        case Visitor = 'visitor';
    }

    final class Message
    {
        public Author $author = Author::Visitor;
        public string $name = 'Ada';

        public function __construct(public int $number, public string $text, public int $at)
        {
        }
    }

    final class Messages
    {
        /** @param list<Message> $messages */
        public function __construct(public int $conversation, public array $messages)
        {
        }
    }

    final class HistoryPart
    {
        /** @param list<string> $conversations */
        public function __construct(public array $conversations, public ?string $next)
        {
        }
    }

    /** As the extension's, of lines with a moment each. */
    final class History
    {
        /** @var list<list<Statistics>> answers to come; after the last it cannot be reached */
        public array $counted = [];

        /**
         * @param list<int> $bounds
         *
         * @return list<Statistics>
         */
        public function statistics(Identity $who, array $bounds): array
        {
            return \array_shift($this->counted) ?? throw new NotFound('not there any more');
        }

        /** Lines that were handed out. */
        public int $found = 0;

        /** @param list<Thread> $lines newest first */
        public function __construct(public array $lines)
        {
        }

        /** @param array<string, mixed> $filter */
        public function find(Identity $who, array $filter, int $limit, string $cursor = '', int $offset = 0, bool $oldestFirst = false): HistoryPage
        {
            $found = array_values(array_filter($this->lines, static fn (Thread $line): bool => !isset($filter['thread']) || $line->id === $filter['thread']));
            usort($found, static fn (Thread $a, Thread $b): int => $oldestFirst ? $a->lastAt <=> $b->lastAt : $b->lastAt <=> $a->lastAt);
            $at = (int) substr($cursor, 1);
            $before = count(array_filter($found, static fn (Thread $line): bool => $oldestFirst ? $line->lastAt < $at : $line->lastAt > $at));
            $from = match ($cursor[0] ?? '') {
                'e' => max(0, count($found) - $limit),
                'p' => max(0, $before - $offset - $limit),
                'n' => count(array_filter($found, static fn (Thread $line): bool => $oldestFirst ? $line->lastAt <= $at : $line->lastAt >= $at)) + $offset,
                default => $offset,
            };
            $lines = array_slice($found, $from, ($cursor[0] ?? '') === 'p' ? min($limit, max(0, $before - $offset)) : $limit);
            $this->found += count($lines);
            $end = $from + count($lines);

            return new HistoryPage(
                $lines,
                count($found),
                true,
                $from,
                $end < count($found) ? 'n' . $found[$end - 1]->lastAt : null,
                $from > 0 ? (isset($found[$from]) ? 'p' . $found[$from]->lastAt : 'p' . (end($found)->lastAt + ($oldestFirst ? 1 : -1))) : null,
            );
        }

        /** @var list<string> of each line: one conversation a part, its cursor the number of those before */
        public array $parts = [];
        public int $read = 0;

        public function messages(?Identity $who, int $thread, string $cursor, int $limit): HistoryPart
        {
            foreach ($this->lines as $line) {
                if ($line->id === $thread) {
                    ++$this->read;

                    return new HistoryPart(array_slice($this->parts, (int) $cursor, 1), (int) $cursor + 1 < count($this->parts) ? (string) ((int) $cursor + 1) : null);
                }
            }
            throw new NotFound("thread: there is no line number $thread");
        }

        public function offline(Identity $who, int $thread): OfflineMessage
        {
            throw new NotFound("thread: no left message has the line number $thread");
        }
    }

    final class Mailbox
    {
        /** @var array<int, int> when each was taken, by the clock of the letters */
        public array $taken = [];
        /** @var array<int, string> */
        public array $mailed = [];
        /** @var list<int> */
        public array $answered = [];
        public int $unanswered = 0;

        /**
         * @param list<OfflineMessage> $due
         * @param list<UnreadAnswer> $unread
         */
        public function __construct(private array $due, private array $unread)
        {
        }

        /** @return list<OfflineMessage> */
        public function due(int $limit): array
        {
            $taken = array_splice($this->due, 0, $limit);
            foreach ($taken as $message) {
                $this->taken[$message->id] = \Language::$clock;
            }

            return $taken;
        }

        public function mailed(int $id, string $state, string $reason): void
        {
            $this->mailed[$id] = $state;
        }

        /** @return list<UnreadAnswer> */
        public function unread(int $limit): array
        {
            return array_splice($this->unread, 0, $limit);
        }

        public function answered(int $conversation, int $upTo): void
        {
            $this->answered[] = $upTo;
        }

        /** The last of five tries. */
        public function unanswered(int $conversation): bool
        {
            ++$this->unanswered;

            return false;
        }
    }

    final class Chat
    {
        public function __construct(private ?History $history = null, private ?Mailbox $mailbox = null)
        {
        }

        public function history(): History
        {
            return $this->history ?? throw new \LogicException('this chat has no history');
        }

        public function mailbox(): Mailbox
        {
            return $this->mailbox ?? throw new \LogicException('this chat has no mailbox');
        }
    }
}

namespace PrestaShop\Module\OnlineChat\Shop {
    final class ChatFactory
    {
        /** @param array<int, \OnlineChat\Chat> $chats by shop */
        public function __construct(private array $chats)
        {
        }

        public function open(int $shop): \OnlineChat\Chat
        {
            return $this->chats[$shop];
        }
    }
}

namespace PrestaShop\PrestaShop\Core\Grid\Search {
    interface SearchCriteriaInterface
    {
    }
}
