<?php

namespace PlainChat\Tests;

/** One of the two chats that are compared, with an empty database of its own. */
abstract class Side
{
    protected object $chat;
    private \PDO $pdo;
    private \Redis $redis;

    /** @var array<string, array{string, string, string}> a person's name in a script => role, person, name */
    private const PEOPLE = [
        'g1' => ['guest', '11111111111111111111111111111111', ''],
        'g2' => ['guest', '22222222222222222222222222222222', 'Ann'],
        'g3' => ['guest', '33333333333333333333333333333333', ''],
        'g4' => ['guest', '44444444444444444444444444444444', ''],
        'c1' => ['customer', '1', 'Zoë Ünal'],
        'c2' => ['customer', '2', 'Bo'],
        'c3' => ['customer', '3', "D'Arcy"],
        'c4' => ['customer', '4', 'Ed'],
        'o1' => ['operator', '1', 'Olga'],
        'o2' => ['operator', '2', 'Omar'],
        'o3' => ['operator', '3', 'Ossi'],
        'o4' => ['operator', '4', 'Otto'],
    ];

    /** @param bool $fresh empties what there is first */
    final public function __construct(
        protected readonly string $name,
        private readonly int $redisDatabase,
        bool $fresh = true,
    ) {
        $this->pdo = new \PDO(
            'mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE')
                . ';charset=utf8mb4',
            getenv('ONLINECHAT_MYSQL_USER'),
            getenv('ONLINECHAT_MYSQL_PASSWORD'),
            [\PDO::ATTR_DEFAULT_FETCH_MODE => \PDO::FETCH_ASSOC],
        );
        $this->redis = new \Redis();
        $this->redis->connect(getenv('ONLINECHAT_REDIS_SOCKET'));
        $this->redis->select($redisDatabase);
        $this->chat = $this->openShop(1);
        if ($fresh) {
            $this->clear();
            $this->migrate();
        }
    }

    abstract protected function openShop(int $shop): object;

    abstract protected function migrate(): void;

    abstract protected function identity(string $role, string $person, string $name): object;

    /** @param array<string, mixed> $settings */
    public function publish(array $settings): void
    {
        $this->chat->publish($settings);
        // The scripts begin before anything is known at the gate.
        $this->redis->del($this->redis->keys('*:gate'));
    }

    /** @return array<string, mixed> outcome, … or refused */
    abstract protected function attempt(\Closure $call): array;

    /** A ticket of ten minutes. */
    public function ticket(string $name, int $shop = 1): string
    {
        return $this->openShop($shop)->tickets()->make($this->who($name));
    }

    /** @return array{string, string, string} name, role, person */
    public function verified(string $ticket): array
    {
        $who = $this->chat->tickets()->verify($ticket);
        return [$who->name, $who->role instanceof \BackedEnum ? $who->role->value : $who->role, $who->person];
    }

    /** @return array<string, float> what a slow machine needs; limits of production are not what is compared */
    protected function patience(): array
    {
        return [];
    }

    /** @return array<string, mixed> */
    public function options(int $shop = 1): array
    {
        return [
            'shop' => $shop,
            'prefix' => $this->name . '_',
            'secrets' => [str_repeat('s', 32)],
            'mysql' => [
                'socket' => getenv('ONLINECHAT_MYSQL_SOCKET'),
                'user' => getenv('ONLINECHAT_MYSQL_USER'),
                'password' => getenv('ONLINECHAT_MYSQL_PASSWORD'),
                'database' => getenv('ONLINECHAT_MYSQL_DATABASE'),
            ],
            'redis' => ['socket' => getenv('ONLINECHAT_REDIS_SOCKET'), 'database' => $this->redisDatabase] + $this->patience(),
        ];
    }

    public function clear(): void
    {
        foreach ($this->pdo->query("SHOW TABLES LIKE '{$this->name}\\_%'")->fetchAll(\PDO::FETCH_COLUMN) as $table) {
            $this->pdo->exec("DROP TABLE `$table`");
        }
        $this->redis->flushDB();
    }

    public function who(string $name): object
    {
        return $this->identity(...self::PEOPLE[$name]);
    }

    /**
     * @param list<mixed> $arguments
     * @return array<string, mixed> what came of it
     */
    public function run(string $action, array $arguments): array
    {
        return match ($action) {
            'sweep' => $this->attempt(fn () => ['changes' => $this->chat->router()->sweep()]),
            'poll' => $this->attempt(fn () => $this->polled(...$arguments)),
            'post' => $this->attempt(fn () => $this->chat->conversations()->post(
                $this->who($arguments[0]), ...array_slice($arguments, 1))),
            'read' => $this->attempt(fn () => $this->readable($this->chat->conversations()->read(
                $this->who($arguments[0]), ...array_slice($arguments, 1)))),
            'admit' => $this->attempt(fn () => $this->admitted(...$arguments)),
            'silent' => $this->silent(...$arguments),
            'late' => $this->late($arguments[0]),
            default => $this->attempt(fn () => $this->chat->router()->$action(
                $this->who($arguments[0]), ...$this->argumentsOf($action, array_slice($arguments, 1)))),
        };
    }

    /** @param list<mixed> $arguments @return list<mixed> */
    protected function argumentsOf(string $action, array $arguments): array
    {
        return $arguments;
    }

    /** @return array<string, bool> */
    private function admitted(string $who, string $address, string $action): array
    {
        $this->chat->admit($this->who($who), $address, $action);
        return ['admitted' => true];
    }

    /** @return array<string, mixed> */
    private function polled(string $who, int $conversation, int $after): array
    {
        $update = $this->chat->conversations()->poll($this->who($who), '10.0.0.1', 'tab', $conversation, $after, 0);
        $messages = $update->messages;
        return ['changed' => $update->changed, 'messages' => $messages ? $this->readable($messages) : null];
    }

    /** @return array<string, mixed> without the clock's */
    private function readable(array|object $messages): array
    {
        $data = json_decode(json_encode($messages), true);
        unset($data['revision']);
        foreach ($data['messages'] as &$message) {
            unset($message['at']);
        }
        return $data;
    }

    /** Redis has not heard from an operator or a visitor for too long. @return array<string, mixed> */
    private function silent(string $set, int $id): array
    {
        foreach ($this->redis->keys("*:$set") as $key) {
            $this->redis->zAdd($key, ['XX'], 1, (string) $id);
        }
        return [];
    }

    /** Time passes for holds and for operators who are away. @return array<string, mixed> */
    private function late(int $seconds): array
    {
        $by = $seconds * 1_000_000;
        $this->change("UPDATE {$this->name}_onlinechat_hold SET since = since - $by, until = until - $by");
        $this->change("UPDATE {$this->name}_onlinechat_operator SET away_since = away_since - $by");
        $this->change("UPDATE {$this->name}_onlinechat_shop SET next_due = 0");
        return [];
    }

    /** In a crowd it may be the victim of a deadlock, which is nobody's mistake. */
    private function change(string $sql): void
    {
        try {
            $this->pdo->exec($sql);
        } catch (\PDOException $e) {
            if ($e->getCode() !== '40001') {
                throw $e;
            }
            $this->change($sql);
        }
    }

    /** Everything that has to be the same at both sides. @return array<string, list<array<string, mixed>>> */
    public function state(): array
    {
        $p = $this->name . '_onlinechat_';
        $rows = fn (string $sql): array => $this->pdo->query($sql)->fetchAll();
        return [
            'shop' => $rows("SELECT maximum, ongoing, waiting, holds, present, free, decision FROM {$p}shop"),
            'operators' => $rows("SELECT id, name, online, capacity, load_now, away_stage, available,"
                . " RANK() OVER (ORDER BY idle_since) AS idle FROM {$p}operator ORDER BY id"),
            'conversations' => $rows("SELECT id, thread, visitor, name, status, operator, last_number, excerpt,"
                . " waiting_since > 0 AS waits, finished_at > 0 AS ended FROM {$p}conversation ORDER BY id"),
            'messages' => $rows("SELECT conversation, number, author, operator, name, text FROM {$p}message"
                . ' ORDER BY conversation, number'),
            'threads' => $rows("SELECT id, customer, name, email, phone, conversations, last_text FROM {$p}thread ORDER BY id"),
            'holds' => $rows("SELECT visitor, address FROM {$p}hold ORDER BY visitor"),
            'answers' => $rows("SELECT actor, action, LOWER(HEX(`key`)) AS k FROM {$p}outcome ORDER BY actor, action, `key`"),
            'decisions' => array_map($this->withoutClock(...), $rows("SELECT number, event, rule, outcome, actor,"
                . ' conversation, status, operator_before, operator, maximum, ongoing, waiting, holds, free, candidates,'
                . " detail FROM {$p}decision ORDER BY number")),
        ];
    }

    /** @param array<string, mixed> $row @return array<string, mixed> */
    private function withoutClock(array $row): array
    {
        $row['candidates'] = preg_replace('/@\d+/', '', $row['candidates']);
        $row['detail'] = preg_replace('/^\d{13,}$/', 'time', $row['detail']);
        return $row;
    }
}
