<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';
require_once __DIR__ . '/support/Server.php';

/** What visitors are told where something is missing or set up wrongly, and behind proxies. */
final class ConfigurationTest extends EntryTestCase
{
    private ?Server $server = null;

    protected function tearDown(): void
    {
        $this->server?->stop();
    }

    /** @param array<string, mixed> $options other options of the chat */
    private function serve(array $options = [], array $proxies = [], bool $extension = true): void
    {
        $config = require __DIR__ . '/../storefront/config.php';
        $this->server = new Server([
            'chat' => $options + $config['chat'],
            'trusted_proxies' => $proxies,
        ], $extension);
        $this->http = $this->server->http;
    }

    public function testWithoutTheExtension(): void
    {
        $this->serve(extension: false);
        $answer = $this->get('status');
        self::assertProblem(503, 'unavailable', '', $answer);
        self::assertSame('60', $answer->header('Retry-After'));
        self::assertStringContainsString('extension', $answer->detail);
        self::assertSame([], $this->server->logged());
        self::assertProblem(404, 'unknown-action', 'action', $this->get('nothing'));
    }

    public function testTheOwnersMistakeIsLoggedAndNotTold(): void
    {
        $this->serve(['secrets' => ['far too short']]);
        $answer = $this->get('status');
        self::assertProblem(500, 'internal', '', $answer);
        self::assertStringNotContainsString('secret', $answer->body);
        $lines = $this->server->logged();
        self::assertCount(1, $lines);
        self::assertStringContainsString('secrets', $lines[0]);
        self::assertStringNotContainsString('far too short', $lines[0]);
    }

    public function testWithoutMysqlNothingIsAcknowledged(): void
    {
        $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $rows = $this->stores->rows();
        $config = require __DIR__ . '/../storefront/config.php';
        $this->serve(['mysql' => ['socket' => '/nowhere/mysql.sock'] + $config['chat']['mysql']]);
        foreach ([
            $this->post('start', $this->guest(), ['key' => self::key(), 'text' => 'x', 'first' => false]),
            $this->post('post', $visitor, ['key' => self::key(), 'conversation' => $id, 'text' => 'x']),
            $this->get('read', $visitor, ['conversation' => $id]),
        ] as $answer) {
            self::assertProblem(503, 'unavailable', '', $answer);
            self::assertSame('2', $answer->header('Retry-After'));
            self::assertStringContainsString('database', $answer->detail);
            self::assertStringNotContainsString('nowhere', $answer->body, 'addresses are not for visitors');
        }
        self::assertSame($rows, $this->stores->rows());
        self::assertSame([], $this->server->logged());
    }

    public function testWithoutTables(): void
    {
        $this->serve(['prefix' => 'none_']);
        $answer = $this->post('start', $this->guest(), ['key' => self::key(), 'text' => 'x', 'first' => false]);
        self::assertProblem(503, 'schema', '', $answer);
        self::assertSame('30', $answer->header('Retry-After'));
        self::assertSame([], $this->server->logged());
    }

    public function testWithoutRedisTheChatGoesOnAndSaysSo(): void
    {
        $this->serve(['redis' => ['socket' => '/nowhere/redis.sock']]);
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $this->done('post', $operator, ['conversation' => $id, 'text' => 'Yes?']);

        $poll = $this->get('poll', $visitor, ['conversation' => $id, 'stream' => 'tab-1']);
        self::assertSame(200, $poll->status, $poll->body);
        self::assertTrue($poll->degraded);
        self::assertSame(['Hello', 'Yes?'], array_column($poll->messages['messages'], 'text'));
        self::assertGreaterThanOrEqual(13500, $poll->delay, '15 s, a tenth more or less');

        $nothing = $this->get('poll', $visitor, [
            'conversation' => $id, 'stream' => 'tab-1', 'after' => 2, 'revision' => $poll->messages['revision'],
        ]);
        self::assertSame(200, $nothing->status, 'a degraded answer has a body even if nothing is new');
        self::assertSame([false, true], [$nothing->changed, $nothing->degraded]);
        self::assertTrue($this->get('watch', $operator, ['stream' => 'console'])->degraded);
        self::assertTrue($this->get('status')->degraded);
        self::assertSame(204, $this->post('typing', $visitor, ['conversation' => $id, 'typing' => true])->status);
        self::assertSame(204, $this->post('gone', $visitor, ['stream' => 'tab-1', 'conversation' => $id])->status);
        self::assertSame([], $this->server->logged());
    }

    public function testBehindATrustedProxyTheVisitorsAddressCounts(): void
    {
        $this->online();
        $this->serve(proxies: ['127.0.0.0/8']);
        foreach (['203.0.113.5' => '203.0.113.5', '198.51.100.1, 203.0.113.6, 127.0.0.9' => '203.0.113.6', 'x' => '127.0.0.1'] as $sent => $counts) {
            $this->http->postJson('/entry.php?action=hold', '{}', ['Onlinechat-Ticket: ' . $this->guest(), "X-Forwarded-For: $sent"]);
            self::assertSame(1, (int) $this->stores->value("SELECT COUNT(*) FROM ps_onlinechat_hold WHERE address = '$counts'"), $sent);
        }
    }

    public function testASweepThatIsDueIsMadeAfterThePoll(): void
    {
        $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $held = $this->guest();
        self::assertSame('held', $this->post('hold', $held)->outcome);
        $this->stores->change('UPDATE ps_onlinechat_hold SET since = since - 90000000, until = until - 90000000');
        $this->stores->change('UPDATE ps_onlinechat_shop SET next_due = 1');
        $this->stores->redis('FLUSHALL');
        self::assertTrue($this->get('poll', $visitor, ['conversation' => $id, 'stream' => 'tab-1'])->sweep);
        $end = microtime(true) + 20;
        while ($this->stores->rows()['hold'] > 0 && microtime(true) < $end) {
            usleep(10000);
        }
        self::assertSame(0, $this->stores->rows()['hold']);
    }
}
