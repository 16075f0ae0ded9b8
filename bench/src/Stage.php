<?php

namespace OnlineChat\Bench;

/** Shops with operators online and conversations open, the same at both sides. */
final class Stage
{
    private \PDO $pdo;

    public function __construct()
    {
        $this->pdo = Environment::mysql();
    }

    /** Persons are customers whose number is the conversation's: shop and row. */
    public static function visitor(int $shop, int $row): int
    {
        return $shop * 1_000_000 + $row;
    }

    /** @param bool $full the maximum is reached */
    public function shop(Side $side, int $shop, int $operators, int $open, bool $queue = false, bool $full = false): void
    {
        $now = (int) (microtime(true) * 1e6);
        $p = $side->prefix() . 'onlinechat_';
        // Room enough, so that a place is lacking only where a case means it to.
        $capacity = intdiv($open, $operators) + 1_000_000;
        $free = $operators * $capacity - $open;
        $maximum = $full ? $open : 4_000_000;
        $base = $shop * 1_000_000;
        $queue = (int) $queue;
        $rows = $open ? "SELECT seq FROM seq_1_to_$open" : 'SELECT 1 AS seq FROM DUAL WHERE FALSE';
        $this->pdo->exec("INSERT INTO {$p}shop (id, settings, version, maximum, queue, queue_limit, capacity, ongoing,"
            . " present, free, holds_per_address) VALUES ($shop, '{}', 1, $maximum, $queue, 1000000, 4, $open, $operators,"
            . " $free, 1000000)");
        $this->pdo->exec("INSERT INTO {$p}operator (shop, id, name, online, online_since, capacity, load_now, idle_since)"
            . " SELECT $shop, seq, CONCAT('Operator ', seq), 1, $now, $capacity, FLOOR($open / $operators)"
            . " + (seq <= MOD($open, $operators)), $now + seq FROM seq_1_to_$operators");
        $this->pdo->exec("INSERT INTO {$p}thread (id, shop, customer, name) SELECT $base + seq, $shop, $base + seq,"
            . " 'Visitor' FROM ($rows) s");
        $this->pdo->exec("INSERT INTO {$p}conversation (id, shop, thread, visitor, name, status, operator, last_number,"
            . " revision, started_at, last_at, excerpt) SELECT $base + seq, $shop, $base + seq, CONCAT('c:', $base + seq),"
            . " 'Visitor', 2, 1 + MOD(seq - 1, $operators), 1, 2, $now, $now, 'Is this in stock?' FROM ($rows) s");
        $this->pdo->exec("INSERT INTO {$p}message (conversation, number, author, name, text, at) SELECT $base + seq, 1, 1,"
            . " 'Visitor', 'Is this in stock?', $now FROM ($rows) s");
    }

    /** Redis learns who is there, and that everybody was heard from: nobody falls silent while it is measured. */
    public function open(Side $side, int ...$shops): void
    {
        foreach ($shops as $shop) {
            $side->chat($shop)->router()->sweep();
        }
        self::heard();
    }

    public static function heard(): void
    {
        $redis = Environment::redis();
        $later = (int) (microtime(true) * 1000) + 3_600_000;
        foreach (['*:operators', '*:visitors'] as $pattern) {
            foreach ($redis->keys($pattern) as $key) {
                $redis->eval(
                    "for _, m in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do"
                        . " redis.call('ZADD', KEYS[1], m == '0' and 9e15 or ARGV[1], m) end",
                    [$key, $later],
                    1,
                );
            }
        }
    }

    public function analyze(Side $side): void
    {
        foreach (['shop', 'operator', 'thread', 'conversation', 'message', 'hold'] as $table) {
            $this->pdo->query("ANALYZE TABLE {$side->prefix()}onlinechat_$table")->fetchAll();
        }
    }
}
