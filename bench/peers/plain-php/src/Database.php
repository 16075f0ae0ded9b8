<?php

namespace PlainChat;

/** MySQL through PDO, on a connection the worker keeps. */
final class Database
{
    private const DEADLOCK = [1205, 1213];
    private const LOST = [2006, 2013];

    /** Begins every table's name. */
    public readonly string $p;
    private ?\PDO $pdo = null;
    /** @var array<string, \PDOStatement> */
    private array $statements = [];

    /** @param array{host?: string, port?: int, socket?: string, user: string, password?: string, database: string} $at */
    public function __construct(private readonly array $at, string $prefix)
    {
        $this->p = $prefix . 'onlinechat_';
    }

    private function pdo(): \PDO
    {
        if ($this->pdo) {
            return $this->pdo;
        }
        $where = isset($this->at['socket'])
            ? 'unix_socket=' . $this->at['socket']
            : 'host=' . $this->at['host'] . ';port=' . ($this->at['port'] ?? 3306);
        try {
            return $this->pdo = new \PDO(
                "mysql:$where;dbname={$this->at['database']};charset=utf8mb4",
                $this->at['user'],
                $this->at['password'] ?? '',
                [
                    \PDO::ATTR_PERSISTENT => true,
                    \PDO::ATTR_TIMEOUT => 2,
                    \PDO::ATTR_DEFAULT_FETCH_MODE => \PDO::FETCH_ASSOC,
                    \PDO::MYSQL_ATTR_INIT_COMMAND => "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,"
                        . "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', SESSION time_zone = '+00:00',"
                        . ' SESSION innodb_lock_wait_timeout = 1;'
                        . ' SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
                ],
            );
        } catch (\PDOException $e) {
            throw new Problem('unavailable', 'MySQL: cannot connect: ' . $e->getMessage(), before: $e);
        }
    }

    /** @param list<int|string|null> $values */
    public function run(string $sql, array $values = []): \PDOStatement
    {
        $statement = $this->statements[$sql] ??= $this->pdo()->prepare($sql);
        $statement->execute($values);
        return $statement;
    }

    /**
     * @param list<int|string|null> $values
     * @return array<string, mixed>|null
     */
    public function row(string $sql, array $values = []): ?array
    {
        return $this->run($sql, $values)->fetchAll()[0] ?? null;
    }

    /**
     * @param list<int|string|null> $values
     * @return list<array<string, mixed>>
     */
    public function rows(string $sql, array $values = []): array
    {
        return $this->run($sql, $values)->fetchAll();
    }

    public function inserted(): int
    {
        return (int) $this->pdo()->lastInsertId();
    }

    /**
     * Runs $act between BEGIN and COMMIT, again after a dead-lock, at most three times. $act returns true to
     * commit, false to leave everything as it was.
     */
    public function transaction(callable $act): void
    {
        for ($tries = 0;; $tries++) {
            $committing = false;
            try {
                $this->pdo()->beginTransaction();
                if ($act()) {
                    $committing = true;
                    $this->pdo->commit();
                } else {
                    $this->pdo->rollBack();
                }
                return;
            } catch (\PDOException $e) {
                $this->abandon();
                $code = $e->errorInfo[1] ?? 0;
                if ($tries === 3 || !in_array($code, self::DEADLOCK, true)) {
                    throw $committing && in_array($code, self::LOST, true)
                        ? new Problem('outcome-unknown', 'MySQL: the answer was lost; use the same key', before: $e)
                        : new Problem('unavailable', 'MySQL: ' . $e->getMessage(), before: $e);
                }
            } catch (\Throwable $e) {
                $this->abandon();
                throw $e;
            }
        }
    }

    /** A connection that cannot even roll back is dropped with its statements. */
    private function abandon(): void
    {
        try {
            if ($this->pdo?->inTransaction()) {
                $this->pdo->rollBack();
            }
        } catch (\PDOException) {
            $this->pdo = null;
            $this->statements = [];
        }
    }
}
