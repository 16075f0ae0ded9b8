<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';
require_once __DIR__ . '/support/OwnRedis.php';

/** Redis away and back (I2), and who is here by their streams. */
final class RedisTest extends GatewayTestCase
{
    use OwnRedis;

    public function testWhatWasMissedIsNamedWhenRedisIsBack(): void
    {
        $this->own();
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $revision = $this->chat->conversations()->read($visitor, $id)->revision;
        $stream = $this->stream($visitor, ['conversation' => $id, 'after' => 1, 'revision' => $revision]);
        self::assertFalse($stream->event('hello')['degraded']);

        $this->down();
        self::assertTrue($stream->event('degraded')['degraded']);
        $new = $this->stream($operator);
        self::assertSame(200, $new->status);
        $hello = $new->event('hello');
        self::assertTrue($hello['degraded']);
        self::assertSame([], $hello['behind']);
        self::assertStringContainsString('503', implode("\n", self::headersOf("http://{$this->gateway->metrics}/health")));
        $this->post($operator, $id, 'While it was away');

        $this->up();
        $hello = $stream->event('hello');
        self::assertFalse($hello['degraded']);
        self::assertSame($id, $hello['behind'][0]['conversation'], 'an empty Redis knows nothing: the entry is asked');
        $new->event('hello');
        // And then all is as before.
        $this->gateway->await(function () use ($operator, $id): bool {
            $this->post($operator, $id, 'And now?');

            return $this->gateway->metric('delivered_total') > 0;
        }, 'a message is passed on');
        self::assertSame('And now?', $stream->message(3)['text']);
    }

    /** Also where it does not end, but hangs. */
    public function testARedisThatHangsIsNoticed(): void
    {
        $this->own();
        $stream = $this->greeted(self::guest());
        $pid = proc_get_status($this->redis)['pid'];
        posix_kill($pid, SIGSTOP);
        try {
            $late = $this->stream(self::guest());
            self::assertSame(200, $late->status);
            self::assertTrue($late->event('hello')['degraded']);
            self::assertTrue($stream->event('degraded')['degraded']);
        } finally {
            posix_kill($pid, SIGCONT);
        }
        self::assertFalse($stream->event('hello')['degraded']);
    }

    public function testScriptsThatRedisForgotAreSentAgain(): void
    {
        $this->own();
        $socket = stream_socket_client("unix://$this->folder/r");
        fwrite($socket, "SCRIPT FLUSH\r\n");
        self::assertSame("+OK\r\n", fgets($socket));
        $hello = $this->stream(self::guest())->event('hello');
        self::assertFalse($hello['degraded']);
    }

    public function testWhoseStreamEndedHasLeft(): void
    {
        $this->start(['grace' => 1]);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $poll = fn () => $this->chat->conversations()->poll($visitor, '192.0.2.7', 'tab1', $id, 0, 0);
        $here = fn (): ?bool => $this->chat->presence()->trail($operator, $id)['here'];
        $poll();
        self::assertTrue($here());
        $first = $this->greeted($visitor, ['conversation' => $id, 'stream' => 'tab1']);
        $first->close();
        // A page that follows within the grace: nobody left.
        $second = $this->greeted($visitor, ['conversation' => $id, 'stream' => 'tab1']);
        $second->close();
        $this->gateway->await(fn (): bool => $here() === false, 'the visitor has left');

        // An operator's clock is shortened to a minute; polls had given 150 s.
        $this->chat->conversations()->watch($operator, '192.0.2.7', 'tab1', 0);
        $stream = $this->greeted($operator);
        $stream->close();
        $this->gateway->await(function (): bool {
            $redis = new \Redis();
            $redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
            [$key] = $redis->keys('*:operators');

            return $redis->zScore($key, '3') < microtime(true) * 1000 + 61000;
        }, 'the operator is away sooner');
    }

    public function testWhoLeavesTheQueueIsNotWaitedFor(): void
    {
        $this->chat->publish(['maximum' => 1, 'queue' => true]);
        $this->start(['grace' => 1]);
        $operator = self::operator();
        $this->online($operator);
        [$first, $second] = [self::guest(), self::guest()];
        $talking = $this->conversation($first);
        $waiting = $this->conversation($second);
        foreach ([[$first, $talking], [$second, $waiting]] as [$who, $id]) {
            $this->chat->conversations()->poll($who, '192.0.2.7', 'tab1', $id, 0, 0);
            $this->greeted($who, ['conversation' => $id, 'stream' => 'tab1'])->close();
        }
        $redis = new \Redis();
        $redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
        [$key] = $redis->keys('*:visitors');
        $this->gateway->await(
            fn (): bool => $redis->zScore($key, (string) $waiting) < microtime(true) * 1000 + 30000,
            'the place in the queue is given up'
        );
        self::assertGreaterThan(microtime(true) * 1000 + 200000, $redis->zScore($key, (string) $talking));
    }

    public function testSomebodyIsAskedToPollWhenSomethingIsDue(): void
    {
        $this->start();
        $operator = self::operator();
        $this->online($operator);
        $stream = $this->greeted($operator);
        $redis = new \Redis();
        $redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
        [$key] = $redis->keys('*:operators');
        // Of an operator without a stream: who has one is here.
        $redis->zAdd($key, 1, '9');
        self::assertSame(['event' => 'nudge'], $stream->event('nudge'));
    }

    /** @return list<string> */
    private static function headersOf(string $url): array
    {
        file_get_contents($url, false, stream_context_create(['http' => ['ignore_errors' => true]]));

        return $http_response_header;
    }
}
