<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Queries;

use PDO;

/**
 * Two databases with the same rows: in one the API works, and the server's general log says by which statements; in the
 * other, where nothing changes, each is explained.
 */
final class Database
{
    public const NAME = 'onlinechat_queries';
    private const BEFORE = 'onlinechat_before';
    public readonly PDO $root;

    public function __construct()
    {
        $this->root = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET'), 'root');
        // All pages count, so that two runs know the same of the same rows.
        $this->root->exec('SET GLOBAL innodb_stats_persistent_sample_pages = 100000');
        $this->root->exec("SET GLOBAL log_output = 'TABLE'");
        foreach ([self::NAME, self::BEFORE] as $name) {
            $this->root->exec("DROP DATABASE IF EXISTS $name");
            $this->root->exec("CREATE DATABASE $name CHARACTER SET utf8mb4");
        }
        $this->root->exec('USE ' . self::NAME);
    }

    /** Keeps the rows as they are now. */
    public function keep(): void
    {
        foreach ($this->tables() as $table) {
            $this->root->exec('CREATE TABLE ' . self::BEFORE . ".$table LIKE " . self::NAME . ".$table");
            $columns = implode(', ', $this->root->query('SELECT CONCAT(\'`\', column_name, \'`\') FROM information_schema.columns WHERE table_schema = \''
                . self::NAME . "' AND table_name = '$table' AND generation_expression IS NULL")->fetchAll(PDO::FETCH_COLUMN));
            $this->root->exec('INSERT INTO ' . self::BEFORE . ".$table ($columns) SELECT $columns FROM " . self::NAME . ".$table");
            $this->root->query('ANALYZE TABLE ' . self::BEFORE . ".$table")->fetchAll();
        }
        $this->root->exec('USE ' . self::BEFORE);
    }

    /** @return list<string> */
    private function tables(): array
    {
        return $this->root->query('SHOW TABLES FROM ' . self::NAME)->fetchAll(PDO::FETCH_COLUMN);
    }

    /** @return list<string> what the server was asked while this went on, of the chat's tables */
    public function statements(callable $work): array
    {
        $this->root->exec('TRUNCATE mysql.general_log');
        $this->root->exec('SET GLOBAL general_log = ON');
        try {
            $work();
        } finally {
            $this->root->exec('SET GLOBAL general_log = OFF');
        }
        $log = $this->root->query("SELECT argument FROM mysql.general_log WHERE command_type = 'Query' AND argument LIKE"
            . " '%`q\\_onlinechat\\_%' AND thread_id <> CONNECTION_ID() ORDER BY event_time")->fetchAll(PDO::FETCH_COLUMN);
        $all = [];
        foreach ($log as $batch) {
            // The extension puts this between statements, and never has a line break in a literal.
            array_push($all, ...explode(";\n", $batch));
        }
        return $all;
    }

    /** @return array<string, int> "table.key" => rows that were read along it meanwhile */
    public function read(callable $work): array
    {
        $this->root->exec('FLUSH INDEX_STATISTICS');
        $this->root->exec('SET GLOBAL userstat = ON');
        try {
            $work();
        } finally {
            $this->root->exec('SET GLOBAL userstat = OFF');
        }
        return $this->root->query("SELECT CONCAT(SUBSTRING(table_name, 14), '.', index_name), rows_read FROM information_schema.index_statistics"
            . " WHERE table_schema = '" . self::NAME . "'")->fetchAll(PDO::FETCH_KEY_PAIR);
    }

    public function explain(string $statement): array
    {
        $json = (string) $this->root->query("EXPLAIN FORMAT=JSON $statement")->fetchColumn();
        // Conditions with backslashes and line breaks in them are not escaped by the server; nobody looks at them here.
        $json = preg_replace('/"(attached_condition|sort_key|index_condition|having_condition)": ".*?"(,?)(?=\n\s*["}\]])/s',
            '"$1": ""$2', $json);
        return json_decode((string) $json, true, 64, JSON_THROW_ON_ERROR);
    }

    /** @return list<array{string, string}> table without prefix, key: all but primary ones */
    public function keys(): array
    {
        return $this->root->query('SELECT DISTINCT SUBSTRING(table_name, 14), index_name FROM information_schema.statistics WHERE'
            . " table_schema = '" . self::BEFORE . "' AND index_name <> 'PRIMARY' ORDER BY 1, 2")->fetchAll(PDO::FETCH_NUM);
    }

    /** As if a key were lost. */
    public function without(string $table, string $key, callable $work): mixed
    {
        $this->root->exec("ALTER TABLE q_onlinechat_$table ALTER INDEX `$key` IGNORED");
        try {
            return $work();
        } finally {
            $this->root->exec("ALTER TABLE q_onlinechat_$table ALTER INDEX `$key` NOT IGNORED");
        }
    }

    public function drop(): void
    {
        $this->root->exec('SET GLOBAL log_output = DEFAULT');
        $this->root->exec('DROP DATABASE ' . self::NAME);
        $this->root->exec('DROP DATABASE ' . self::BEFORE);
    }
}
