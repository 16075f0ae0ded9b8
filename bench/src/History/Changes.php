<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Sample;
use OnlineChat\Bench\Side;
use OnlineChat\SignOff;

/** Appending to a customer's line, and erasing one: customers of its own, whose texts are copies, so that the data stays as it is. */
final class Changes
{
    private const ROUNDS = 10;
    /** Customers from here on are this measurement's. */
    private const FIRST = 10_000_000;
    /** Conversations of one who is erased. */
    private const OWN = 20;
    private const OPERATOR = 1;

    private int $customer = self::FIRST;
    private readonly Extension $side;

    public function __construct(
        private readonly Report $report,
        private readonly Data $data,
        private readonly Rows $rows,
        private readonly Ours $ours,
    ) {
        $this->side = new Extension();
    }

    public function run(): void
    {
        $this->forget();
        $this->report->questions("\nChanges; nobody waits for them but who signs off");
        $this->append();
        $this->erase();
        $this->forget();
    }

    /** What this or a run that was stopped has left. */
    private function forget(): void
    {
        $p = Data::PREFIX;
        $left = $this->data->pdo->query("SELECT customer FROM {$p}thread WHERE shop = " . Data::SHOP . ' AND customer >= ' . self::FIRST)
            ->fetchAll(\PDO::FETCH_COLUMN);
        foreach ($left as $customer) {
            $this->ours->history->erase(null, (int) $customer);
        }
        // Copies begin now, years after all that was made up.
        $this->data->pdo->exec("DELETE FROM {$p}statistic WHERE shop = " . Data::SHOP . ' AND slot > ' . strtotime('2025-06-01 UTC') / 1800);
    }

    /** @return array{int, list<int>} the customer, and their conversations */
    private function customer(int $conversations, int $status): array
    {
        $pdo = $this->data->pdo;
        $p = Data::PREFIX;
        $shop = Data::SHOP;
        $customer = $this->customer++;
        $at = (int) (microtime(true) * 1e6);
        $pdo->exec("INSERT INTO {$p}thread (shop, customer, name) VALUES ($shop, $customer, 'Copy')");
        $thread = (int) $pdo->lastInsertId();
        $made = [];
        for ($i = 0; $i < $conversations; $i++) {
            $like = random_int(1, Data::conversations());
            $pdo->exec("INSERT INTO {$p}conversation (shop, thread, visitor, name, status, operator, last_number, started_at,"
                . " finished_at, last_at, assigned_at) SELECT $shop, $thread, 'c:$customer', 'Copy', $status, " . self::OPERATOR
                . ", last_number, $at + $i, $at + $i, $at + $i, $at + $i FROM {$p}conversation WHERE id = $like");
            $made[] = (int) $pdo->lastInsertId();
            $pdo->exec("INSERT INTO {$p}message (conversation, number, author, operator, name, text, at) SELECT " . end($made)
                . ", number, author, operator, name, text, $at + $i FROM {$p}message WHERE conversation = $like");
        }
        return [$customer, $made];
    }

    private static function ms(callable $act): float
    {
        $began = hrtime(true);
        $act();
        return (hrtime(true) - $began) / 1e6;
    }

    /** @param callable(): callable $prepare what is measured, made ready @return array{Sample, float} ms, rows read for one */
    private function measure(callable $prepare): array
    {
        $sample = new Sample();
        for ($round = 0; $round < self::ROUNDS; $round++) {
            $sample->add($round, self::ms($prepare()));
        }
        $act = $prepare();
        return [$sample, $this->rows->of($act)];
    }

    /** A conversation that ended is archived as its operator signs off, and digested. */
    private function append(): void
    {
        $router = $this->side->chat(Data::SHOP)->router();
        $who = $this->side->operator(self::OPERATOR);
        [$ours, $read] = $this->measure(function () use ($router, $who): callable {
            $this->side->expect('done', $router->online($who, Side::key()));
            $this->customer(1, 3);
            return function () use ($router, $who): void {
                $this->side->expect('done', $router->offline($who, Side::key(), SignOff::End));
                $this->ours->history->digest();
            };
        });
        [$theirs, $others] = $this->measure(function (): callable {
            [, $made] = $this->customer(1, 3);
            return fn () => $this->archive($made[0]);
        });
        $this->report->question('append: a conversation archived and digested', $ours, $theirs,
            ['ours' => $read, 'theirs' => $others, 'shown' => 1], null, 'theirs archives alone and has no index of words');
    }

    private function archive(int $conversation): void
    {
        $p = Data::PREFIX;
        $pdo = $this->data->pdo;
        $pdo->beginTransaction();
        $pdo->exec("UPDATE {$p}conversation SET status = 4 WHERE id = $conversation");
        $pdo->exec("UPDATE {$p}thread t JOIN {$p}conversation c ON c.thread = t.id SET t.conversations = t.conversations + 1,"
            . " t.last_at = c.last_at, t.last_text = (SELECT text FROM {$p}message WHERE conversation = c.id AND author = 1 ORDER BY"
            . " number DESC LIMIT 1) WHERE c.id = $conversation");
        $pdo->commit();
    }

    private function erase(): void
    {
        [$ours, $read] = $this->measure(function (): callable {
            [$customer, $made] = $this->customer(self::OWN, 4);
            $this->data->pdo->exec('INSERT INTO ' . Data::PREFIX . 'undigested (shop, document) VALUES (' . Data::SHOP . ', '
                . implode('), (' . Data::SHOP . ', ', $made) . ')');
            while ($this->ours->history->digest() > 0) {
            }
            return fn () => $this->ours->history->erase(null, $customer);
        });
        [$theirs, $others] = $this->measure(function (): callable {
            [$customer] = $this->customer(self::OWN, 4);
            return fn () => $this->delete($customer);
        });
        $this->report->question(sprintf('erase a customer of %d conversations', self::OWN), $ours, $theirs,
            ['ours' => $read, 'theirs' => $others, 'shown' => self::OWN], null, 'theirs deletes rows of three tables in one transaction');
    }

    private function delete(int $customer): void
    {
        $p = Data::PREFIX;
        $pdo = $this->data->pdo;
        $whose = 'WHERE t.shop = ' . Data::SHOP . " AND t.customer = $customer";
        $pdo->beginTransaction();
        $pdo->exec("DELETE m FROM {$p}thread t JOIN {$p}conversation c ON c.thread = t.id JOIN {$p}message m ON m.conversation = c.id $whose");
        $pdo->exec("DELETE c FROM {$p}thread t JOIN {$p}conversation c ON c.thread = t.id $whose");
        $pdo->exec("DELETE t FROM {$p}thread t $whose");
        $pdo->commit();
    }
}
