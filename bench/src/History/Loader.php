<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;

/** Fills the tables: minutes instead of the days that ten million messages through the front door would take. */
final class Loader
{
    private const COLUMNS = [
        'thread' => 'id, shop, customer, name, email, phone, conversations, last_text, last_at, operator, mail, left_by',
        'mail' => 'id, shop, customer, first_name, last_name, email, phone, message, language, at, state, attempts',
        'conversation' => 'id, shop, thread, visitor, name, language, status, operator, last_number, revision, started_at,'
            . ' finished_at, last_at, excerpt, read_visitor, read_operator, assigned_at',
        'message' => 'conversation, number, author, operator, name, text, at',
        'statistic' => 'shop, slot, operator, conversations, abandoned, missed, waited, waited_us, answered, answer_us,'
            . ' length_us, visitor_messages, operator_messages',
        'posting' => 'word, at, document',
    ];
    /** As the extension keeps it beside the phone (schema version 9). */
    private const PHONE = " SET phone_plain = IF(customer IS NULL, NULLIF(REPLACE(REPLACE(REPLACE(phone, ' ', ''), '-', ''), '.', ''), ''), NULL)";

    private readonly \PDO $root;
    private readonly string $folder;
    private float $began;

    public function __construct()
    {
        $this->root = new \PDO('mysql:unix_socket=' . Environment::value('MYSQL_SOCKET') . ';charset=utf8mb4', 'root', null,
            [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        $this->folder = Environment::run('load');
        @mkdir($this->folder);
    }

    /** @return array<string, mixed> what was loaded */
    public function run(): array
    {
        $this->began = microtime(true);
        $this->begin();
        $facts = Program::texts(Data::conversations(), $this->folder);
        $this->said('texts made');
        foreach (['thread', 'mail', 'conversation', 'message', 'statistic'] as $table) {
            $this->load($table);
        }
        $this->words();
        $facts += Program::postings($this->folder);
        $this->said('postings sorted');
        $this->load('posting');
        $this->documents();
        $facts += $this->end();
        $this->said('done');
        return $facts + ['seconds' => (int) (microtime(true) - $this->began), 'at' => gmdate('Y-m-d H:i')];
    }

    private function said(string $what): void
    {
        fprintf(STDERR, "%6.0f s  %s\n", microtime(true) - $this->began, $what);
    }

    /** While it loads, the server may have memory and forget a second; it is restarted before anything is measured. */
    private function begin(): void
    {
        $database = Environment::value('MYSQL_DATABASE');
        $this->root->exec("DROP DATABASE IF EXISTS `$database`");
        $this->root->exec("CREATE DATABASE `$database` CHARACTER SET utf8mb4");
        $this->root->exec("USE `$database`");
        $this->root->exec('SET GLOBAL innodb_buffer_pool_size = 4294967296, GLOBAL innodb_flush_log_at_trx_commit = 0,'
            . ' GLOBAL innodb_log_file_size = 1073741824, GLOBAL innodb_stats_auto_recalc = 0');
        $this->root->exec('SET unique_checks = 0, foreign_key_checks = 0');
        (new Extension())->migrate();
        (new Extension())->chat(Data::SHOP)->publish([]);
        $this->root->exec(sprintf('INSERT INTO %soperator (shop, id, name) SELECT %d, seq, CONCAT("Operator ", seq) FROM'
            . ' seq_1_to_%d', Data::PREFIX, Data::SHOP, Data::OPERATORS));
    }

    private function load(string $table): void
    {
        $this->root->exec(sprintf('LOAD DATA INFILE %s INTO TABLE %s%s CHARACTER SET utf8mb4 (%s)%s',
            $this->root->quote("$this->folder/$table.tsv"), Data::PREFIX, $table, self::COLUMNS[$table],
            $table === 'thread' ? self::PHONE : ''));
        unlink("$this->folder/$table.tsv");
        $this->said("$table loaded");
    }

    /** The database says which spellings are one word, and numbers them. */
    private function words(): void
    {
        $p = Data::PREFIX;
        $shop = Data::SHOP;
        $this->root->exec('CREATE TABLE bench_form (form INT UNSIGNED PRIMARY KEY, word VARCHAR(40) COLLATE'
            . ' utf8mb4_unicode_520_ci NOT NULL) CHARSET utf8mb4');
        $this->root->exec('LOAD DATA INFILE ' . $this->root->quote("$this->folder/form.tsv")
            . ' INTO TABLE bench_form CHARACTER SET utf8mb4');
        // Of spellings that are one word only the first goes in: without the checks none is refused.
        $this->root->exec('SET unique_checks = 1');
        $this->root->exec("INSERT IGNORE INTO {$p}word (shop, word) SELECT $shop, word FROM bench_form ORDER BY form");
        $this->root->exec('SET unique_checks = 0');
        $this->said('words numbered');
        $this->root->exec("SELECT f.form, w.id FROM bench_form f JOIN {$p}word w ON w.shop = $shop AND w.word = f.word INTO OUTFILE "
            . $this->root->quote("$this->folder/ids.tsv"));
        $this->root->exec('DROP TABLE bench_form');
        $this->said('numbers read');
    }

    private function documents(): void
    {
        $p = Data::PREFIX;
        $this->root->exec('CREATE TABLE bench_documents (id INT UNSIGNED PRIMARY KEY, documents INT UNSIGNED)');
        $this->root->exec('LOAD DATA INFILE ' . $this->root->quote("$this->folder/documents.tsv") . ' INTO TABLE bench_documents');
        $this->root->exec("UPDATE {$p}word w JOIN bench_documents d ON d.id = w.id SET w.documents = d.documents");
        $this->root->exec('DROP TABLE bench_documents');
        $this->said('documents counted');
    }

    /** @return array{lines: int, words: int} */
    private function end(): array
    {
        $p = Data::PREFIX;
        foreach ($this->root->query('SHOW TABLES')->fetchAll(\PDO::FETCH_COLUMN) as $table) {
            $this->root->query("ANALYZE TABLE $table")->fetchAll();
        }
        array_map('unlink', glob("$this->folder/*") ?: []);
        $lines = (int) $this->root->query("SELECT COUNT(*) FROM {$p}thread WHERE last_at > 0")->fetchColumn();
        if ($lines < Data::leastLines()) {
            throw new \RuntimeException("$lines lines, " . Data::leastLines() . ' are meant');
        }
        return ['lines' => $lines];
    }
}
