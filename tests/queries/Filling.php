<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Queries;

use PDO;

/**
 * A shop with 20,000 conversations, the same at every run, made by the database itself. Lines 1 to 12,600 are people's
 * (each fourth a guest's), those up to 14,000 left messages. Each conversation has the word "common", each second "half",
 * four "rare", and one of fifty that begin with "deliv". Operators 1 to 3 had a tenth each, operator 4 the others. A tenth
 * more belongs to another shop.
 */
final class Filling
{
    public const CONVERSATIONS = 20000;
    /** The operator who had most conversations. */
    public const BUSY = 4;
    public const AT = 1_700_000_000_000_000;
    private const PEOPLE = 12600;
    private const LINES = 14000;

    public function __construct(private readonly PDO $root)
    {
    }

    public function fill(): void
    {
        $this->lines();
        $this->conversations();
        $this->words();
        $this->sums();
        $this->present();
    }

    private function lines(): void
    {
        $people = self::PEOPLE;
        $mails = self::LINES - $people;
        $this->root->exec('INSERT INTO q_onlinechat_thread (id, shop, customer, name, email, phone, phone_plain, conversations, last_text,'
            . " last_at) SELECT seq, IF(seq % 11, 1, 2), IF(seq % 4, seq, NULL), CONCAT('Name', seq % 5000, ' Last', seq),"
            . " CONCAT('person', seq, '@example.com'), IF(seq % 4, NULL, CONCAT('+33 6 ', seq)), IF(seq % 4, NULL, CONCAT('+336', seq)),"
            . ' 1, \'Thanks\', ' . self::AT . " + seq * 60000000 FROM seq_1_to_$people");
        $this->root->exec('INSERT INTO q_onlinechat_mail (id, shop, customer, first_name, email, phone, message, at, state, due_at)'
            . " SELECT seq, IF(seq % 11, 1, 2), IF(seq % 3, NULL, seq), CONCAT('Left', seq), CONCAT('left', seq, '@example.com'),"
            . " CONCAT('+33 7 ', seq), 'A common question', " . self::AT . ' + seq * 500000000, IF(seq % 100, 2, 1),'
            . " IF(seq % 100, NULL, seq) FROM seq_1_to_$mails");
        $this->root->exec('INSERT INTO q_onlinechat_thread (shop, left_by, mail, name, email, phone, phone_plain, last_text, last_at)'
            . ' SELECT shop, customer, id, first_name, email, phone, REPLACE(phone, \' \', \'\'), message, at FROM q_onlinechat_mail');
    }

    /** The first 12,600 have a line each, the others are further ones of the first two hundred customers. */
    private function conversations(): void
    {
        $n = self::CONVERSATIONS;
        $people = self::PEOPLE;
        $operator = 'IF(seq % 10 < 4, 1 + seq % 10, ' . self::BUSY . ')';
        $this->root->exec('INSERT INTO q_onlinechat_conversation (id, shop, thread, visitor, name, language, status, operator, last_number,'
            . ' revision, started_at, assigned_at, finished_at, last_at, excerpt, read_visitor, address) SELECT seq, IF(t.id % 11, 1, 2),'
            . " t.id, CONCAT('c:', t.id), t.name, 'en', 4, $operator, 5, 4, " . self::AT . ' + seq * 60000000, ' . self::AT
            . ' + seq * 60000000, ' . self::AT . ' + seq * 60000000 + 50000000, ' . self::AT . ' + seq * 60000000 + 40000000,'
            . " 'Thanks', 5, '192.0.2.1' FROM seq_1_to_$n JOIN q_onlinechat_thread t ON t.id = IF(seq <= $people, seq, 1 + seq * 7 % 200)");
        $this->root->exec('INSERT INTO q_onlinechat_message (conversation, number, author, operator, name, text, at) SELECT c.id, n.seq,'
            . " 2 - n.seq % 2, IF(n.seq % 2, NULL, c.operator), IF(n.seq % 2, c.name, 'Anna'), CONCAT('This is common ', IF(c.id % 2, 'half ', ''),"
            . " IF(c.id % 5000 = 7, 'rare ', ''), 'deliv', c.id % 50, ' w', c.id % 4000), c.started_at + n.seq * 8000000"
            . ' FROM q_onlinechat_conversation c JOIN seq_1_to_5 n');
        $this->root->exec('UPDATE q_onlinechat_thread t JOIN (SELECT thread, COUNT(*) AS n, MAX(last_at) AS at FROM q_onlinechat_conversation'
            . ' GROUP BY thread) c ON c.thread = t.id SET t.conversations = c.n, t.last_at = c.at');
    }

    private function words(): void
    {
        $this->root->exec('INSERT INTO q_onlinechat_word (id, shop, word) SELECT 4, 1, \'this\' UNION SELECT 5, 1, \'is\' UNION'
            . " SELECT 1, 1, 'common' UNION SELECT 2, 1, 'half' UNION SELECT 3, 1, 'rare' UNION"
            . " SELECT 100 + seq, 1, CONCAT('deliv', seq) FROM seq_0_to_49 UNION SELECT 1000 + seq, 1, CONCAT('w', seq) FROM seq_0_to_3999"
            . " UNION SELECT 6, 1, 'a' UNION SELECT 7, 1, 'question'");
        foreach (['1', '4', '5', 'IF(id % 2, 2, NULL)', 'IF(id % 5000 = 7, 3, NULL)', '100 + id % 50', '1000 + id % 4000'] as $word) {
            $this->root->exec('INSERT INTO q_onlinechat_posting (word, at, document) SELECT w, at, id FROM (SELECT ' . $word . ' AS w,'
                . ' last_at DIV 1000000 AS at, id FROM q_onlinechat_conversation WHERE shop = 1) found WHERE w IS NOT NULL');
        }
        foreach ([1, 6, 7] as $word) {
            $this->root->exec("INSERT INTO q_onlinechat_posting (word, at, document) SELECT $word, at DIV 1000000, -CAST(id AS SIGNED) FROM"
                . ' q_onlinechat_mail WHERE shop = 1');
        }
        $this->root->exec('UPDATE q_onlinechat_word w JOIN (SELECT word, COUNT(*) AS n FROM q_onlinechat_posting GROUP BY word) p'
            . ' ON p.word = w.id SET w.documents = p.n');
    }

    private function sums(): void
    {
        $this->root->exec('INSERT INTO q_onlinechat_statistic (shop, slot, operator, conversations) SELECT 1, '
            . intdiv(self::AT, 1_800_000_000) . ' + s.seq, o.seq, 3 FROM seq_1_to_3000 s JOIN seq_1_to_10 o');
    }

    /** What stands beside the history, so that nothing goes without a key only because a table is empty. */
    private function present(): void
    {
        $now = (int) (microtime(true) * 1_000_000);
        $this->root->exec("INSERT INTO q_onlinechat_operator (shop, id, name, online) SELECT IF(seq % 11, 1, 2), seq, CONCAT('Operator ', seq),"
            . ' seq % 9 = 0 FROM seq_2_to_600');
        $this->root->exec('INSERT INTO q_onlinechat_assistant (conversation, operator, shop, since) SELECT seq, 7, 1, 1 FROM seq_19001_to_19200');
        $this->root->exec("INSERT INTO q_onlinechat_outcome (shop, actor, action, `key`, body, answer, at) SELECT 1, CONCAT('c:', seq % 900),"
            . " 1, UNHEX(MD5(seq)), '', '', $now - seq * 1000000 FROM seq_1_to_5000");
        $this->root->exec("INSERT INTO q_onlinechat_decision (shop, number, at, event, rule, outcome, actor, conversation, maximum, ongoing,"
            . " waiting, holds, free) SELECT 1, seq, $now - 9000000000 + seq * 1000, 'start', '', '', CONCAT('c:', seq % 900), seq, 1, 1, 1, 1, 1"
            . ' FROM seq_1_to_5000');
        $this->root->exec("INSERT INTO q_onlinechat_block (shop, what, subject, conversation, operator, at, until) SELECT 1, 1, CONCAT('c:', seq),"
            . " seq, 1, 1, $now + 86400000000 FROM seq_5001_to_5300");
        $this->root->exec("INSERT INTO q_onlinechat_revocation (shop, subject, at) SELECT 1, CONCAT('c:', seq, '/'), $now FROM seq_1_to_500");
        // Ended today: unread answers are looked for among them; the last few are still on their operators' boards.
        $this->root->exec("UPDATE q_onlinechat_conversation SET finished_at = $now - 600000000, read_visitor = 2, last_at = $now - 650000000,"
            . ' status = IF(id > 19950, 3, 4) WHERE id > 19900');
        $this->root->exec('UPDATE q_onlinechat_conversation SET status = 2, finished_at = 0, read_visitor = 5 WHERE id > 19840 AND id <= 19900');
        $this->root->exec('INSERT INTO q_onlinechat_undigested (shop, document) SELECT shop, id FROM q_onlinechat_conversation WHERE id BETWEEN'
            . ' 19541 AND 19840 AND shop = 1');
        $this->root->exec('UPDATE q_onlinechat_shop SET decision = 5000, ongoing = 60');
    }
}
