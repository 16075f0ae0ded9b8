<?php

namespace PlainChat;

/** Answers kept by key, 24 h: a repeated request is answered as the first was. */
final class Answers
{
    public const ACTION = [
        'start' => 1, 'post' => 2, 'end' => 3, 'reopen' => 4, 'take' => 5, 'transfer' => 6, 'online' => 7,
        'offline' => 8,
    ];

    private readonly int $action;
    private readonly string $body;

    /** @param list<int|string|null> $asked what the key stands for */
    public function __construct(string $action, private readonly string $key, array $asked)
    {
        if (!preg_match('/^[0-9a-f]{32}$/D', $key)) {
            throw new Problem('invalid', 'key: must be 32 lower-case hex digits', 'key');
        }
        $this->action = self::ACTION[$action];
        $this->body = substr(hash('sha256', json_encode($asked, JSON_THROW_ON_ERROR)), 0, 32);
    }

    /** The stored answer, null if the key is new. */
    public function find(Database $db, int $shop, string $actor): ?string
    {
        $row = $db->row(
            "SELECT LOWER(HEX(body)) AS body, answer FROM {$db->p}outcome"
                . ' WHERE shop = ? AND actor = ? AND action = ? AND `key` = UNHEX(?)',
            [$shop, $actor, $this->action, $this->key],
        );
        if ($row && $row['body'] !== $this->body) {
            throw new Problem('key-reused', 'key: it was used for another request; make a new key', 'key');
        }
        return $row['answer'] ?? null;
    }

    public function store(Database $db, int $shop, string $actor, string $answer, int $now): void
    {
        $db->run(
            "INSERT INTO {$db->p}outcome (shop, actor, action, `key`, body, answer, at)"
                . ' VALUES (?, ?, ?, UNHEX(?), UNHEX(?), ?, ?)',
            [$shop, $actor, $this->action, $this->key, $this->body, $answer, $now],
        );
    }
}
