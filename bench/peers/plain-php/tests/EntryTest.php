<?php

namespace PlainChat\Tests;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../autoload.php';
foreach (['Side', 'ExtensionSide', 'PlainSide', 'Web'] as $class) {
    require_once __DIR__ . "/$class.php";
}

/** Both entries answer the same requests alike. */
final class EntryTest extends TestCase
{
    private const KEY = '00000000000000000000000000000001';

    /** @var array{ExtensionSide, PlainSide} */
    private array $sides;
    /** @var array{Web, Web} */
    private array $webs;
    private string $ticket = '';
    private string $foreign = '';
    private string $operator = '';

    protected function setUp(): void
    {
        if (!getenv('ONLINECHAT_MYSQL_SOCKET') || !extension_loaded('onlinechat')) {
            $this->markTestSkipped('services are not started, or the extension onlinechat is not loaded');
        }
        $this->sides = [new ExtensionSide('web_ext', 13), new PlainSide('web_php', 14)];
        $bench = dirname(__DIR__, 3);
        $this->webs = [
            new Web("$bench/public/entry.php", 'ONLINECHAT_BENCH_CONFIG', $this->sides[0]->options()),
            new Web("$bench/public/plain.php", 'PLAINCHAT_CONFIG', $this->sides[1]->options()),
        ];
        foreach ($this->sides as $side) {
            $side->publish([]);
            $side->run('online', ['o1', '00000000000000000000000000000009', null, 4]);
            $side->run('start', ['c1', self::KEY, 'Hello', '10.0.0.1', [], false]);
            $side->run('start', ['c2', self::KEY, 'Hello', '10.0.0.1', [], false]);
        }
        $this->ticket = $this->sides[0]->ticket('c1');
        $this->foreign = $this->sides[0]->ticket('c1', 2);
        $this->operator = $this->sides[0]->ticket('o1');
    }

    protected function tearDown(): void
    {
        foreach ($this->webs ?? [] as $i => $web) {
            $web->end();
            $this->sides[$i]->clear();
        }
        unset($this->webs, $this->sides);
    }

    public function testTicketsOfEitherSideServeBoth(): void
    {
        $this->assertSame(['Zoë Ünal', 'customer', '1'], $this->sides[0]->verified($this->sides[1]->ticket('c1')));
        $this->assertSame(['Zoë Ünal', 'customer', '1'], $this->sides[1]->verified($this->ticket));
    }

    public function testPolls(): void
    {
        $poll = 'action=poll&conversation=1&stream=tab';
        $this->same('GET', "$poll&after=0&revision=0", $this->ticket, null, 200);
        $this->same('GET', "$poll&after=1&revision=2", $this->ticket, null, 204);
        $this->same('GET', "$poll&after=1&revision=2&typing=1", $this->ticket, null, 200);
        $this->same('GET', "$poll&after=1&revision=2&typing=2", $this->ticket, null, 400);
        $this->same('GET', "$poll&after=one", $this->ticket, null, 400);
        $this->same('GET', 'action=poll&stream=tab', $this->ticket, null, 400);
        $this->same('GET', 'action=poll&conversation=1&stream=a.b', $this->ticket, null, 422);
        $this->same('GET', 'action=poll&conversation=2&stream=tab', $this->ticket, null, 403);
        $this->same('GET', 'action=poll&conversation=99&stream=tab', $this->ticket, null, 404);
        $this->same('GET', $poll, $this->operator, null, 403);
        $this->same('POST', $poll, $this->ticket, '{}', 405);
        $this->same('GET', 'action=nothing', $this->ticket, null, 404);
        $this->same('GET', 'action[]=poll', $this->ticket, null, 404);
    }

    public function testTickets(): void
    {
        $poll = 'action=poll&conversation=1&stream=tab';
        $this->same('GET', $poll, '', null, 401);
        $this->same('GET', $poll, 'v1.nonsense', null, 401);
        $this->same('GET', $poll, substr($this->ticket, 0, -2) . 'AA', null, 401);
        $this->same('GET', $poll, $this->foreign, null, 401);
    }

    public function testPosts(): void
    {
        $post = static fn (string $key, mixed $conversation, mixed $text): string
            => json_encode(['key' => $key, 'conversation' => $conversation, 'text' => $text]);
        $key = str_repeat('a', 32);
        $this->same('POST', 'action=post', $this->ticket, $post($key, 1, "Hello\n<b> 'there' ✓"), 200);
        $this->same('POST', 'action=post', $this->ticket, $post($key, 1, "Hello\n<b> 'there' ✓"), 200);
        $this->same('POST', 'action=post', $this->ticket, $post($key, 1, 'another'), 422);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('b', 32), 1, '  '), 422);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('b', 32), 1, str_repeat('e', 4001)), 422);
        $this->same('POST', 'action=post', $this->ticket, $post('short', 1, 'text'), 422);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('c', 32), 2, 'text'), 403);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('d', 32), 99, 'text'), 404);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('e', 32), '1', 'text'), 400);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('e', 32), 1, 5), 400);
        $this->same('POST', 'action=post', $this->ticket, '{"key":', 400);
        $this->same('POST', 'action=post', $this->ticket, '[1]', 400);
        $this->same('POST', 'action=post', $this->ticket, '{"x":"' . str_repeat('x', 17000) . '"}', 413);
        $this->same('POST', 'action=post', $this->ticket, $post(str_repeat('f', 32), 1, 'text'), 415, 'text/plain');
        $this->same('GET', 'action=post', $this->ticket, null, 405);
        $this->assertEquals($this->sides[1]->state()['messages'], $this->sides[0]->state()['messages']);
    }

    private function same(
        string $method,
        string $query,
        string $ticket,
        ?string $body,
        int $status,
        string $type = 'application/json',
    ): void {
        [$ours, $theirs] = array_map(static fn (Web $web): array => $web->ask($method, $query, $ticket, $body, $type), $this->webs);
        $where = "$method $query " . mb_substr((string) $body, 0, 80);
        $this->assertSame($status, $ours['status'], "$where\n" . json_encode($ours));
        $this->assertEquals($theirs, self::withoutMore($ours), $where);
    }

    /** What the peer has no counterpart of. @param array<string, mixed> $data @return array<string, mixed> */
    private static function withoutMore(array $data): array
    {
        unset($data['estimate'], $data['deliveredToOther'], $data['blockedUntil'], $data['startedAt'], $data['finishedAt']);
        return array_map(static fn (mixed $value): mixed => is_array($value) ? self::withoutMore($value) : $value, $data);
    }
}
