<?php

declare(strict_types=1);

use OnlineChat\Chat;
use OnlineChat\SignOff;

/** One process of the model test: random operations, some of them repeated with their key. */
final class Worker
{
    /** @var array<string, int> how often each operation was answered, and how */
    public array $answers = [];
    /** @var list<string> */
    public array $problems = [];
    /** @var array<int, Chat> */
    private array $chats = [];
    private readonly People $people;
    private PDO $pdo;
    private Redis $redis;

    /** @param array<int, string> $tags Redis key prefix a shop */
    public function __construct(private readonly array $options, private readonly array $tags)
    {
        foreach ($tags as $shop => $tag) {
            $this->chats[$shop] = new Chat(['shop' => $shop] + $options);
        }
        $this->people = new People(reset($this->chats)->tickets());
        $mysql = $options['mysql'];
        $this->pdo = new PDO("mysql:unix_socket={$mysql['socket']};dbname={$mysql['database']}", $mysql['user'], $mysql['password']);
        $this->redis = new Redis();
        $this->redis->connect($options['redis']['socket']);
    }

    public function run(int $operations): void
    {
        $weights = [
            'start' => 24, 'hold' => 12, 'release' => 3, 'end' => 15, 'take' => 6, 'transfer' => 8, 'reopen' => 6,
            'post' => 12, 'online' => 5, 'offline' => 2, 'sweep' => 2, 'holdRunsOut' => 2, 'operatorSilent' => 1,
            'block' => 2, 'unblock' => 2, 'awayRunsOut' => 1, 'visitorGone' => 1, 'adopt' => 3, 'invite' => 6, 'leave' => 2, 'takeOver' => 3,
        ];
        $deck = [];
        foreach ($weights as $name => $weight) {
            array_push($deck, ...array_fill(0, $weight, $name));
        }
        for ($i = 0; $i < $operations; $i++) {
            $this->operation($deck[mt_rand(0, count($deck) - 1)], array_rand($this->chats));
        }
    }

    private function operation(string $name, int $shop): void
    {
        try {
            $this->$name($this->chats[$shop], $shop);
        } catch (OnlineChat\NotFound | OnlineChat\NotAllowed | OnlineChat\InvalidTicket $refused) {
            $this->count($name, (new ReflectionClass($refused))->getShortName());
        } catch (OnlineChat\StoreUnavailable $busy) {
            $this->count($name, 'busy');
            $this->problem(!str_contains($busy->getMessage(), 'busy'), "$name: {$busy->getMessage()}");
        }
    }

    private function count(string $name, string $answer): void
    {
        $this->answers["$name $answer"] = ($this->answers["$name $answer"] ?? 0) + 1;
    }

    private function problem(bool $is, string $text): void
    {
        if ($is && count($this->problems) < 10) {
            $this->problems[] = $text;
        }
    }

    /** Every twentieth write is sent again: the same answer, nothing changed (I4). */
    private function write(string $name, callable $write): void
    {
        $key = bin2hex(random_bytes(16));
        $answer = $write($key);
        $this->count($name, $answer->outcome->value);
        if (mt_rand(1, 20) === 1) {
            $again = (array) $write($key);
            $this->problem(!$again['repeated'], "$name: the repetition was not recognised");
            unset($again['repeated'], $again['decision']);
            $first = (array) $answer;
            // A posted message's status is read anew: the conversation may have moved on.
            unset($first['repeated'], $first['decision'], $first['status'], $again['status']);
            $this->problem($again != $first, "$name: " . json_encode($first) . ' became ' . json_encode($again));
        }
    }

    /** Mostly a recent conversation, of any visitor, in any status. */
    private function conversation(int $shop, string $where = '1'): array
    {
        $rows = $this->pdo->query("SELECT id, operator, visitor FROM ps_onlinechat_conversation WHERE shop = $shop AND $where"
            . ' ORDER BY id DESC LIMIT 20')->fetchAll(PDO::FETCH_NUM);
        return $rows === [] ? [999999999, null, 'g:' . md5('visitor 1')] : $rows[array_rand($rows)];
    }

    private function start(Chat $chat): void
    {
        $who = $this->people->visitor();
        $address = '192.0.2.' . mt_rand(1, 3);
        $this->write('start', fn ($key) => $chat->router()->start($who, $key, 'Hello', $address, [], false));
    }

    private function hold(Chat $chat): void
    {
        $this->count('hold', $chat->router()->hold($this->people->visitor(), '192.0.2.' . mt_rand(1, 3))->outcome->value);
    }

    private function release(Chat $chat): void
    {
        $chat->router()->release($this->people->visitor());
        $this->count('release', 'done');
    }

    private function end(Chat $chat, int $shop): void
    {
        [$id, $owner, $visitor] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status IN (1, 2)' : '1');
        $who = mt_rand(0, 1) ? $this->people->named($visitor) : People::operator((int) $owner, mt_rand(1, 5) === 1);
        $this->write('end', fn ($key) => $chat->router()->end($who, $key, (int) $id));
    }

    private function take(Chat $chat, int $shop): void
    {
        [$id] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status = 1' : '1');
        $who = People::operator();
        $this->write('take', fn ($key) => $chat->router()->take($who, $key, (int) $id));
    }

    private function transfer(Chat $chat, int $shop): void
    {
        [$id, $owner] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status = 2' : '1');
        $me = (int) $owner ?: 1;
        $to = $me % People::OPERATORS + 1;
        $note = mt_rand(0, 1) ? 'Please look' : '';
        $this->write('transfer', fn ($key) => $chat->router()->transfer(People::operator($me), $key, (int) $id, $to, $note));
    }

    private function takeOver(Chat $chat, int $shop): void
    {
        [$id] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status = 2' : '1');
        $who = People::operator(0, true);
        $this->write('takeOver', fn ($key) => $chat->router()->take($who, $key, (int) $id));
    }

    private function invite(Chat $chat, int $shop): void
    {
        [$id, $owner] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status = 2' : '1');
        $me = People::operator(mt_rand(1, 4) > 1 ? (int) $owner : 0, true);
        $note = mt_rand(0, 1) ? 'Look here' : '';
        $asked = mt_rand(1, People::OPERATORS);
        $this->write('invite', fn ($key) => $chat->router()->invite($me, $key, (int) $id, $asked, $note));
    }

    private function block(Chat $chat, int $shop): void
    {
        [$id, $owner] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status IN (1, 2, 3)' : '1');
        $me = People::operator((int) $owner, mt_rand(0, 1) === 1);
        // Three addresses are everybody's: one of them blocked leaves the others.
        $what = mt_rand(1, 5) === 1 ? 'address' : 'person';
        $this->write('block', fn ($key) => $chat->router()->block($me, $key, (int) $id, $what, 3600));
    }

    private function unblock(Chat $chat): void
    {
        foreach ($chat->router()->blocks(People::operator(), 3) as $block) {
            $chat->router()->unblock(People::operator(), $block->id);
        }
        $this->count('unblock', 'done');
    }

    private function leave(Chat $chat, int $shop): void
    {
        $rows = $this->pdo->query("SELECT conversation, operator FROM ps_onlinechat_assistant WHERE shop = $shop LIMIT 5")
            ->fetchAll(PDO::FETCH_NUM);
        [$id, $operator] = $rows === [] ? [999999999, 1] : $rows[array_rand($rows)];
        $this->write('leave', fn ($key) => $chat->router()->leave(People::operator((int) $operator), $key, (int) $id));
    }

    /** A guest signs in, with or without a conversation or hold; some customers hold or talk already. */
    private function adopt(Chat $chat, int $shop): void
    {
        [, , $visitor] = $this->conversation($shop, 'status IN (1, 2, 3)');
        $guest = $visitor[0] === 'g' && mt_rand(0, 1) ? $this->people->named($visitor) : People::guest(3 * mt_rand(1, 13) + 1);
        $customer = People::customer(4 * mt_rand(1, 9) + mt_rand(0, 2));
        $key = bin2hex(random_bytes(16));
        $answer = $chat->router()->adopt($guest, $customer, $key);
        $this->count('adopt', $answer > 2 ? 'many' : (string) $answer);
        if (mt_rand(1, 5) === 1) {
            $again = $chat->router()->adopt($guest, $customer, $key);
            $this->problem($again !== $answer, "adopt: $answer became $again");
        }
    }

    private function reopen(Chat $chat, int $shop): void
    {
        [$id, $owner, $visitor] = $this->conversation($shop, mt_rand(1, 4) > 1 ? 'status = 3' : '1');
        $who = mt_rand(0, 1) ? $this->people->named($visitor) : People::operator((int) $owner);
        $this->write('reopen', fn ($key) => $chat->router()->reopen($who, $key, (int) $id));
    }

    private function post(Chat $chat, int $shop): void
    {
        [$id, $owner, $visitor] = $this->conversation($shop);
        $who = mt_rand(0, 1) ? $this->people->named($visitor) : People::operator((int) $owner);
        $this->write('post', fn ($key) => $chat->conversations()->post($who, $key, (int) $id, "One more\nline"));
    }

    private function online(Chat $chat): void
    {
        $who = People::operator();
        $capacity = mt_rand(1, 4);
        $languages = [null, [], ['en'], ['fr-ca', 'en'], ['de', 'fr']][mt_rand(0, 4)];
        $this->write('online', fn ($key) => $chat->router()->online($who, $key, 'Operator', $capacity, $languages));
    }

    private function offline(Chat $chat): void
    {
        $who = People::operator();
        $mode = SignOff::cases()[mt_rand(0, 2)];
        $this->write('offline', fn ($key) => $chat->router()->offline($who, $key, $mode));
    }

    private function sweep(Chat $chat): void
    {
        $chat->router()->sweep();
        $this->count('sweep', 'done');
    }

    /** A clock runs out, without waiting for it: the tables are set back under the shop's lock. */
    private function setBack(int $shop, string $sql): void
    {
        $this->pdo->beginTransaction();
        $this->pdo->query("SELECT id FROM ps_onlinechat_shop WHERE id = $shop FOR UPDATE")->fetchAll();
        $this->pdo->exec($sql);
        $this->pdo->exec("UPDATE ps_onlinechat_shop SET next_due = 0 WHERE id = $shop");
        $this->pdo->commit();
    }

    private function holdRunsOut(Chat $chat, int $shop): void
    {
        $this->setBack($shop, "UPDATE ps_onlinechat_hold SET until = 1 WHERE shop = $shop ORDER BY visitor LIMIT 1");
        $this->count('hold', 'ran out');
    }

    private function operatorSilent(Chat $chat, int $shop): void
    {
        $this->redis->zAdd($this->tags[$shop] . ':operators', 1, (string) mt_rand(1, People::OPERATORS));
        $this->count('operator', 'silent');
    }

    private function awayRunsOut(Chat $chat, int $shop): void
    {
        $by = mt_rand(0, 1) ? 301_000_000 : 901_000_000;
        $this->setBack($shop, "UPDATE ps_onlinechat_operator SET away_since = away_since - $by WHERE shop = $shop AND"
            . ' away_stage > 0 LIMIT 1');
        $this->count('away', 'ran out');
    }

    private function visitorGone(Chat $chat, int $shop): void
    {
        [$id] = $this->conversation($shop);
        $this->redis->zAdd($this->tags[$shop] . ':visitors', 1, (string) $id);
        $this->count('visitor', 'gone');
    }
}
