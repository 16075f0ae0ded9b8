<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Environment;

/**
 * The history as a module's author writes it, on the same tables and their indexes: a page by OFFSET, the number of pages
 * by COUNT(*), and what was said by LIKE '%…%', folded as ours is.
 */
final class Peer
{
    /** Seconds a statement may take. */
    public const PATIENCE = 30;
    private const TOO_LONG = 1969;
    private const LIKE = ' COLLATE utf8mb4_unicode_520_ci LIKE ?';

    private readonly \PDO $pdo;
    /** How many statements were cut off. */
    public int $late = 0;

    public function __construct()
    {
        $this->pdo = Environment::mysql();
        $this->pdo->setAttribute(\PDO::ATTR_ERRMODE, \PDO::ERRMODE_EXCEPTION);
        $this->pdo->exec('SET SESSION max_statement_time = ' . self::PATIENCE);
    }

    /** @param list<int|string> $values @return list<array<string, mixed>> what is there by then */
    private function rows(string $sql, array $values): array
    {
        try {
            $statement = $this->pdo->prepare($sql);
            $statement->execute($values);
            return $statement->fetchAll();
        } catch (\PDOException $e) {
            if ($e->errorInfo[1] !== self::TOO_LONG) {
                throw $e;
            }
            $this->late++;
            return [];
        }
    }

    /** @param list<int|string> $values @return list<int> the lines' ids */
    public function page(int $offset = 0, string $where = '', array $values = [], int $limit = Ours::PAGE): array
    {
        $p = Data::PREFIX;
        $where = 't.shop = ' . Data::SHOP . " AND t.last_at > 0$where";
        $lines = $this->rows("SELECT t.*, m.first_name, m.last_name, m.message, m.state FROM {$p}thread t LEFT JOIN {$p}mail m ON"
            . " m.id = t.mail WHERE $where ORDER BY t.last_at DESC, t.id DESC LIMIT $limit OFFSET $offset", $values);
        $this->rows("SELECT COUNT(*) FROM {$p}thread t WHERE $where", $values);
        return array_map('intval', array_column($lines, 'id'));
    }

    /** @return list<int> */
    public function ofCustomer(int $customer): array
    {
        return $this->page(0, ' AND (t.customer = ? OR t.left_by = ?)', [$customer, $customer]);
    }

    /** @param array{int, int} $span ms @return list<int> */
    public function ofDates(array $span): array
    {
        return $this->page(0, ' AND t.last_at BETWEEN ? AND ?', [$span[0] * 1000, $span[1] * 1000 + 999]);
    }

    /** @return list<int> */
    public function ofOperator(int $operator): array
    {
        return $this->page(0, ' AND EXISTS (SELECT 1 FROM ' . Data::PREFIX . 'conversation c WHERE c.thread = t.id AND c.status = 4'
            . ' AND c.operator = ?)', [$operator]);
    }

    /** @return list<int> */
    public function named(string $name): array
    {
        return $this->page(0, ' AND t.name LIKE ?', ["%$name%"]);
    }

    /**
     * @param list<string> $parts that stand in one text
     * @param ?array{int, int} $span ms
     */
    public function said(array $parts, int $offset = 0, ?array $span = null): int
    {
        $p = Data::PREFIX;
        $text = implode(' AND ', array_fill(0, count($parts), 'w.text' . self::LIKE));
        $left = implode(' AND ', array_fill(0, count($parts), 'm.message' . self::LIKE));
        $values = array_map(static fn (string $part): string => "%$part%", [...$parts, ...$parts]);
        $from = "FROM {$p}thread t LEFT JOIN {$p}conversation c ON c.thread = t.id AND c.status = 4 LEFT JOIN {$p}message w ON"
            . " w.conversation = c.id LEFT JOIN {$p}mail m ON m.id = t.mail WHERE t.shop = " . Data::SHOP . ' AND t.last_at > 0'
            . " AND (($text) OR ($left))" . ($span ? sprintf(' AND t.last_at BETWEEN %d AND %d', $span[0] * 1000, $span[1] * 1000) : '');
        $lines = $this->rows("SELECT DISTINCT t.* $from ORDER BY t.last_at DESC, t.id DESC LIMIT " . Ours::PAGE . " OFFSET $offset", $values);
        $this->rows("SELECT COUNT(DISTINCT t.id) $from", $values);
        return count($lines);
    }

    /** @param list<int> $bounds ms, ascending @return list<array<string, mixed>> */
    public function statistics(array $bounds): array
    {
        $p = Data::PREFIX;
        $ends = implode(', ', array_map(static fn (int $ms): int => $ms * 1000, array_slice($bounds, 1)));
        return $this->rows("SELECT INTERVAL(c.started_at, $ends) period, c.operator, COUNT(DISTINCT c.id) conversations,"
            . " AVG(IF(m.number = 1 AND c.assigned_at > 0, c.assigned_at - c.started_at, NULL)) waited, AVG(IF(m.number = 1, c.finished_at - c.started_at, NULL))"
            . " took, SUM(m.author = 1) by_visitor, SUM(m.author = 2) by_operator FROM {$p}conversation c JOIN {$p}message m ON"
            . " m.conversation = c.id WHERE c.shop = " . Data::SHOP . ' AND c.status = 4 AND c.started_at >= ? AND c.started_at < ?'
            . ' GROUP BY 1, 2', [$bounds[0] * 1000, end($bounds) * 1000]);
    }
}
