<?php

declare(strict_types=1);

/**
 * A day's conversations, all finished and on the board of one operator: made as they would be left, put back for the
 * next round, and looked at after it.
 */
final class Day
{
    private const BEGINS = 1_700_000_000_000_000;
    /** @var array<int, int> conversation => line */
    private array $lines = [];

    private PDO $pdo;

    public function __construct(private readonly int $operator)
    {
        $this->connect();
    }

    /** Anew, after MariaDB was killed. */
    public function connect(): void
    {
        $this->pdo = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname='
            . getenv('ONLINECHAT_MYSQL_DATABASE'), (string) getenv('ONLINECHAT_MYSQL_USER'),
            (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
    }

    /** So many, in lines of one to seven conversations; each has a word of its own. */
    public function make(int $conversations): void
    {
        $lines = $rows = $messages = [];
        for ($id = 1, $line = 1, $left = 1; $id <= $conversations; $id++) {
            $at = self::BEGINS + ($id * 7919 % 1000) * 1_000_000;
            $this->lines[$id] = $line;
            $lines[$line] = "($line, 1, $line, 'Customer $line')";
            $rows[] = "($id, 1, $line, 'c:$line', 'Customer $line', 3, {$this->operator}, 3, 2, $at, $at, $at, 'x')";
            foreach ([[1, "Hello, where is token$id"], [2, 'On its way'], [1, "Thanks for token$id"]] as $n => [$author, $text]) {
                $messages[] = "($id, " . ($n + 1) . ", $author, '', '$text', $at)";
            }
            if (--$left === 0) {
                $left = 1 + ++$line % 7;
            }
        }
        $this->insert('thread (id, shop, customer, name)', $lines);
        $this->insert('conversation (id, shop, thread, visitor, name, status, operator, last_number, revision, started_at,'
            . ' finished_at, last_at, excerpt)', $rows);
        $this->insert('message (conversation, number, author, name, text, at)', $messages);
    }

    /** As it was before anything was archived. */
    public function again(): void
    {
        $this->pdo->exec('UPDATE ps_onlinechat_conversation SET status = 3, revision = 2');
        $this->pdo->exec("UPDATE ps_onlinechat_thread SET conversations = 0, last_text = '', last_at = 0");
        foreach (['undigested', 'posting', 'word', 'statistic', 'decision'] as $table) {
            $this->pdo->exec("DELETE FROM ps_onlinechat_$table");
        }
    }

    public function finished(): int
    {
        return $this->number('SELECT COUNT(*) FROM ps_onlinechat_conversation WHERE status = 3');
    }

    public function undigested(): int
    {
        return $this->number('SELECT COUNT(*) FROM ps_onlinechat_undigested');
    }

    /** Of what waits to be digested these are enough: how many will be digested then. */
    public function enough(int $documents): int
    {
        $digested = count($this->lines) - $this->undigested();
        $this->pdo->exec("DELETE FROM ps_onlinechat_undigested ORDER BY document DESC LIMIT " . max(0, $this->undigested() - $documents));
        return $digested + $this->undigested();
    }

    /** @return list<string> what is wrong after the day was archived, and perhaps digested in part */
    public function archived(): array
    {
        $n = count($this->lines);
        $problems = $this->differ([
            'archived, each changed once' => ['SELECT COUNT(*) FROM ps_onlinechat_conversation WHERE status = 4 AND revision = 3', $n],
            'sign-offs decided' => ["SELECT COUNT(*) FROM ps_onlinechat_decision WHERE event = 'offline'", 1],
            'waiting to be digested, or digested' => ['SELECT (SELECT COUNT(*) FROM ps_onlinechat_undigested) + COUNT(*) FROM'
                . " ps_onlinechat_posting p JOIN ps_onlinechat_word w ON w.id = p.word WHERE w.word LIKE 'token%'", $n],
        ]);
        $query = $this->pdo->query('SELECT id, conversations, last_text FROM ps_onlinechat_thread', PDO::FETCH_NUM);
        foreach ($query as [$line, $conversations, $text]) {
            [$count, $newest] = $this->line((int) $line);
            if ($conversations !== $count || $text !== "Thanks for token$newest") {
                $problems[] = "line $line holds $conversations conversations and says \"$text\", not $count and token$newest";
            }
        }
        return $problems;
    }

    /** @return list<string> what is wrong after so many were digested */
    public function digested(int $n): array
    {
        return $this->differ([
            'still waiting' => ['SELECT COUNT(*) FROM ps_onlinechat_undigested', 0],
            'words with other documents than they say' => ['SELECT COUNT(*) FROM ps_onlinechat_word w WHERE w.documents <>'
                . ' (SELECT COUNT(*) FROM ps_onlinechat_posting p WHERE p.word = w.id)', 0],
            'with their own word' => ['SELECT COUNT(*) FROM ps_onlinechat_posting p JOIN ps_onlinechat_word w ON w.id = p.word'
                . " WHERE w.word = CONCAT('token', p.document)", $n],
            'counted' => ['SELECT COALESCE(SUM(conversations), 0) FROM ps_onlinechat_statistic', $n],
            'messages counted' => ['SELECT COALESCE(SUM(visitor_messages + operator_messages), 0) FROM ps_onlinechat_statistic',
                3 * $n],
        ]);
    }

    /** @return array{int, int} how many conversations, and the newest */
    private function line(int $line): array
    {
        $mine = array_keys($this->lines, $line, true);
        usort($mine, static fn (int $a, int $b): int => [$a * 7919 % 1000, $a] <=> [$b * 7919 % 1000, $b]);
        return [count($mine), end($mine)];
    }

    /**
     * @param array<string, array{string, int}> $expected
     * @return list<string>
     */
    private function differ(array $expected): array
    {
        $problems = [];
        foreach ($expected as $what => [$query, $number]) {
            $found = $this->number($query);
            if ($found !== $number) {
                $problems[] = "$what: $found, not $number";
            }
        }
        return $problems;
    }

    private function number(string $query): int
    {
        return (int) $this->pdo->query($query)->fetchColumn();
    }

    /** @param array<string> $rows */
    private function insert(string $into, array $rows): void
    {
        foreach (array_chunk($rows, 1000) as $some) {
            $this->pdo->exec("INSERT INTO ps_onlinechat_$into VALUES " . implode(',', $some));
        }
    }
}
