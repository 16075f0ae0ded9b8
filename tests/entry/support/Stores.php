<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

/** What the stores hold, seen past the extension. */
final class Stores
{
    private const EMPTIED = [
        'operator', 'thread', 'conversation', 'message', 'hold', 'outcome', 'decision', 'revocation', 'speaker',
        'assistant', 'freed', 'block', 'mail',
    ];

    private \PDO $mysql;

    public function __construct()
    {
        $this->mysql = new \PDO(
            'mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE')
                . ';charset=utf8mb4',
            (string) getenv('ONLINECHAT_MYSQL_USER'),
            (string) getenv('ONLINECHAT_MYSQL_PASSWORD')
        );
    }

    /** A shop where nothing has happened. */
    public function empty(): void
    {
        foreach (self::EMPTIED as $table) {
            $this->mysql->exec("DELETE FROM ps_onlinechat_$table");
        }
        $this->mysql->exec('UPDATE ps_onlinechat_shop SET ongoing = 0, waiting = 0, holds = 0, present = 0, free = 0,'
            . ' decision = 0, clock = 0, next_due = 0');
        $this->redis('FLUSHALL');
    }

    /** @return array<string, int> rows a table */
    public function rows(): array
    {
        $rows = [];
        foreach (self::EMPTIED as $table) {
            $rows[$table] = (int) $this->value("SELECT COUNT(*) FROM ps_onlinechat_$table");
        }

        return $rows;
    }

    public function value(string $sql): mixed
    {
        return $this->mysql->query($sql)->fetchColumn();
    }

    public function change(string $sql): void
    {
        $this->mysql->exec($sql);
    }

    public function redis(string $command): void
    {
        $socket = stream_socket_client('unix://' . getenv('ONLINECHAT_REDIS_SOCKET'), $code, $error, 5);
        if ($socket === false) {
            throw new \RuntimeException("Redis: $error");
        }
        fwrite($socket, "$command\r\n");
        $answer = fgets($socket);
        if ($answer !== "+OK\r\n") {
            throw new \RuntimeException("Redis: $command: $answer");
        }
    }
}
