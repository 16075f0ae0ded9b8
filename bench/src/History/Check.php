<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Extension;

/**
 * What the loader wrote against what the extension writes itself: all conversations and left messages of some half hours
 * are copied to a shop of their own and digested there. Postings and sums have to be the very same.
 */
final class Check
{
    private const SLOTS = 40;
    /** A shop that has nothing else, and how far its numbers are from those of the other. */
    private const SHOP = 2;
    private const FAR = 1_000_000_000;
    private const SUMS = 'conversations, abandoned, missed, waited, waited_us, answered, answer_us, length_us, visitor_messages,'
        . ' operator_messages';

    private readonly \PDO $pdo;

    public function __construct(Data $data)
    {
        $this->pdo = $data->pdo;
    }

    /** @return string what was compared; throws where it differs */
    public function run(): string
    {
        $this->forget();
        $slots = $this->slots();
        $documents = $this->copy($slots);
        (new Extension())->chat(self::SHOP)->publish([]);
        while ((new Extension())->chat(self::SHOP)->history()->digest() > 0) {
        }
        $postings = $this->postings($documents);
        $this->sums($slots);
        $words = $this->counts();
        $this->forget();
        return sprintf('%d documents of %d half hours digested by the extension itself: the same %d postings and the same sums;'
            . ' %d words counted', count($documents), count($slots), $postings, $words);
    }

    /** @return list<int> */
    private function slots(): array
    {
        $p = Data::PREFIX;
        $all = $this->pdo->query("SELECT DISTINCT slot FROM {$p}statistic WHERE shop = " . Data::SHOP . ' ORDER BY slot')
            ->fetchAll(\PDO::FETCH_COLUMN);
        $step = max(1, intdiv(count($all), self::SLOTS));
        $slots = [];
        for ($i = 0; $i < count($all) && count($slots) < self::SLOTS; $i += $step) {
            $slots[] = (int) $all[$i];
        }
        return $slots;
    }

    /** @param list<int> $slots @return list<int> documents of the shop that is measured */
    private function copy(array $slots): array
    {
        $p = Data::PREFIX;
        [$shop, $own, $far] = [self::SHOP, Data::SHOP, self::FAR];
        $in = implode(', ', $slots);
        $this->pdo->exec("CREATE TEMPORARY TABLE picked (document BIGINT PRIMARY KEY) SELECT id AS document FROM {$p}conversation"
            . " WHERE shop = $own AND started_at DIV 1800000000 IN ($in) UNION SELECT -CAST(id AS SIGNED) FROM {$p}mail WHERE"
            . " shop = $own AND at DIV 1800000000 IN ($in)");
        foreach (['conversation' => 'id', 'mail' => '-CAST(id AS SIGNED)', 'message' => 'conversation'] as $table => $document) {
            $columns = $this->columns($table);
            $values = array_map(static fn (string $column): string => match ($column) {
                '`shop`' => (string) $shop,
                '`id`' => "s.id + $far",
                '`conversation`' => $table === 'message' ? "s.conversation + $far" : 's.conversation',
                '`thread`' => (string) $far,
                default => "s.$column",
            }, $columns);
            $this->pdo->exec("INSERT INTO $p$table (" . implode(', ', $columns) . ') SELECT ' . implode(', ', $values)
                . " FROM $p$table s JOIN picked ON picked.document = $document");
        }
        $this->pdo->exec("INSERT INTO {$p}undigested (shop, document) SELECT $shop, document + SIGN(document) * $far FROM picked");
        return array_map('intval', $this->pdo->query('SELECT document FROM picked')->fetchAll(\PDO::FETCH_COLUMN));
    }

    /** @return list<string> */
    private function columns(string $table): array
    {
        return array_map(static fn (string $name): string => "`$name`", $this->pdo->query("SELECT column_name FROM"
            . " information_schema.columns WHERE table_schema = DATABASE() AND table_name = '" . Data::PREFIX . "$table' AND"
            . " extra NOT LIKE '%GENERATED%'")->fetchAll(\PDO::FETCH_COLUMN));
    }

    /** Each one the extension wrote is there, and there are no others. @param list<int> $documents @return int how many */
    private function postings(array $documents): int
    {
        $p = Data::PREFIX;
        [$shop, $own, $far] = [self::SHOP, Data::SHOP, self::FAR];
        $wrote = (int) $this->pdo->query("SELECT COUNT(*) FROM {$p}word w JOIN {$p}posting o ON o.word = w.id WHERE w.shop ="
            . " $shop")->fetchColumn();
        $same = (int) $this->pdo->query("SELECT COUNT(*) FROM {$p}word w JOIN {$p}posting o ON o.word = w.id JOIN {$p}word v ON"
            . " v.shop = $own AND v.word = w.word JOIN {$p}posting l ON l.word = v.id AND l.at = o.at AND l.document = o.document"
            . " - SIGN(o.document) * $far WHERE w.shop = $shop")->fetchColumn();
        $loaded = (int) $this->pdo->query("SELECT COUNT(*) FROM {$p}posting WHERE document IN (" . implode(', ', $documents) . ')')
            ->fetchColumn();
        if ($wrote === 0 || $same !== $wrote || $loaded !== $wrote) {
            throw new \RuntimeException("the extension writes $wrote postings, of which the loader has $same; it wrote $loaded");
        }
        return $wrote;
    }

    /** @param list<int> $slots */
    private function sums(array $slots): void
    {
        $rows = fn (int $shop): array => $this->pdo->query('SELECT slot, operator, ' . self::SUMS . ' FROM ' . Data::PREFIX
            . "statistic WHERE shop = $shop AND slot IN (" . implode(', ', $slots) . ') ORDER BY slot, operator')->fetchAll();
        [$wrote, $loaded] = [$rows(self::SHOP), $rows(Data::SHOP)];
        foreach ($wrote as $i => $row) {
            if (($loaded[$i] ?? null) != $row) {
                throw new \RuntimeException('sums: the extension has ' . json_encode($row) . ', the loader ' . json_encode($loaded[$i] ?? null));
            }
        }
        if (!$wrote || count($wrote) !== count($loaded)) {
            throw new \RuntimeException(sprintf('sums: %d rows of the extension, %d loaded', count($wrote), count($loaded)));
        }
    }

    /** In how many documents words stand, of some of the rarer ones. @return int how many words */
    private function counts(): int
    {
        $p = Data::PREFIX;
        $words = $this->pdo->query("SELECT w.id, w.documents, (SELECT COUNT(*) FROM {$p}posting WHERE word = w.id) counted FROM"
            . " {$p}word w WHERE w.shop = " . Data::SHOP . ' AND w.documents < 1000 AND w.id % 997 = 0 LIMIT 500')->fetchAll();
        foreach ($words as $word) {
            if ((int) $word['documents'] !== (int) $word['counted']) {
                throw new \RuntimeException("word {$word['id']}: {$word['documents']} documents, {$word['counted']} postings");
            }
        }
        return count($words);
    }

    /** Also what a run that was stopped has left. */
    private function forget(): void
    {
        $p = Data::PREFIX;
        $shop = self::SHOP;
        $this->pdo->exec('DROP TEMPORARY TABLE IF EXISTS picked');
        $this->pdo->exec("DELETE o FROM {$p}word w JOIN {$p}posting o ON o.word = w.id WHERE w.shop = $shop");
        $this->pdo->exec("DELETE m FROM {$p}conversation c JOIN {$p}message m ON m.conversation = c.id WHERE c.shop = $shop");
        foreach (['word', 'conversation', 'mail', 'undigested', 'statistic'] as $table) {
            $this->pdo->exec("DELETE FROM $p$table WHERE shop = $shop");
        }
        $this->pdo->exec("DELETE FROM {$p}shop WHERE id = $shop");
    }
}
