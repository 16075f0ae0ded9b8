<?php

declare(strict_types=1);

/** A shop that has chatted for years with version 7 of the schema. */
final class Years
{
    private PDO $pdo;

    public function __construct(private readonly int $conversations)
    {
        $this->pdo = $this->connect();
    }

    public function connect(): PDO
    {
        return new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname='
            . getenv('ONLINECHAT_MYSQL_DATABASE'), (string) getenv('ONLINECHAT_MYSQL_USER'),
            (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
    }

    /** Takes away what came later. */
    public function begin(): void
    {
        $this->pdo->exec('DROP TABLE ps_onlinechat_word, ps_onlinechat_posting, ps_onlinechat_undigested, ps_onlinechat_statistic');
        $this->pdo->exec('ALTER TABLE ps_onlinechat_conversation DROP COLUMN assigned_at, DROP KEY thread_at, DROP KEY served,'
            . ' DROP KEY board, ADD KEY board (shop, operator, status)');
        $this->pdo->exec('ALTER TABLE ps_onlinechat_thread DROP KEY phone_plain, DROP COLUMN phone_plain');
        $this->pdo->exec('ALTER TABLE ps_onlinechat_block DROP KEY conversation');
        $this->pdo->exec('ALTER TABLE ps_onlinechat_thread DROP KEY sort, DROP COLUMN sort, DROP KEY left_by_at,'
            . ' ADD KEY left_by (shop, left_by)');
        $this->pdo->exec('DELETE FROM ps_onlinechat_schema WHERE version > 7');
        $this->fill();
    }

    /** Every tenth line is a guest's with a phone, every hundredth conversation is only finished; left messages too. */
    private function fill(): void
    {
        $n = $this->conversations;
        $at = '1700000000000000 + seq * 1000000';
        $this->pdo->exec("INSERT INTO ps_onlinechat_thread (id, shop, customer, name, phone, conversations, last_text, last_at)"
            . " SELECT 1000 + seq, 1, IF(seq % 10, seq, NULL), CONCAT('Customer ', seq), CONCAT('+33 (6) 12.', seq), 1, 'Thanks', $at"
            . " FROM seq_1_to_$n");
        $this->pdo->exec('INSERT INTO ps_onlinechat_conversation (id, shop, thread, visitor, status, last_number, started_at,'
            . " finished_at, last_at) SELECT 1000 + seq, 1, 1000 + seq, CONCAT('c:', seq), IF(seq % 100, 4, 3), 1, $at, $at, $at"
            . " FROM seq_1_to_$n");
        $this->pdo->exec("INSERT INTO ps_onlinechat_mail (shop, message, email, at, state) SELECT 1, 'Hello', 'a@example.com', $at, 2"
            . ' FROM seq_1_to_' . intdiv($n, 20));
    }

    /** So many wait to be digested; 0 as long as the table is not there. */
    public function waiting(): int
    {
        try {
            return $this->number('SELECT COUNT(*) FROM ps_onlinechat_undigested');
        } catch (PDOException) {
            return 0;
        }
    }

    /** Somebody waits for a transaction to let go of a table. */
    public function stuck(): bool
    {
        return $this->number("SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE 'Waiting for table metadata%'"
            . " AND info LIKE '%ALTER TABLE%'") > 0;
    }

    /** @return list<string> what is wrong after the migration */
    public function judge(): array
    {
        $problems = [];
        $wrong = [
            'archived, but not waiting to be digested' => 'SELECT COUNT(*) FROM ps_onlinechat_conversation c LEFT JOIN'
                . ' ps_onlinechat_undigested u ON u.shop = c.shop AND u.document = c.id WHERE c.status = 4 AND u.document IS NULL',
            'left messages that do not wait' => 'SELECT COUNT(*) FROM ps_onlinechat_mail m LEFT JOIN ps_onlinechat_undigested u'
                . ' ON u.shop = m.shop AND u.document = -CAST(m.id AS SIGNED) WHERE u.document IS NULL',
            'wait, but are no documents' => 'SELECT COUNT(*) FROM ps_onlinechat_undigested u LEFT JOIN ps_onlinechat_conversation c'
                . ' ON c.id = u.document AND c.status = 4 WHERE u.document > 0 AND c.id IS NULL',
            'phones' => "SELECT COUNT(*) FROM ps_onlinechat_thread WHERE NOT phone_plain <=> IF(customer IS NULL AND phone IS NOT NULL,"
                . " CONCAT('+33612', SUBSTRING(phone, 12)), NULL)",
            'assigned before it was noted' => 'SELECT COUNT(*) FROM ps_onlinechat_conversation WHERE assigned_at <> 0 AND id > 1000',
        ];
        foreach ($wrong as $what => $query) {
            $n = $this->number($query);
            if ($n > 0) {
                $problems[] = "$what: $n";
            }
        }
        return $problems;
    }

    private function number(string $query): int
    {
        return (int) $this->pdo->query($query)->fetchColumn();
    }
}
