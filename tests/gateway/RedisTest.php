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

    /** A sentinel that is late names the one that was the primary; or somebody demotes it. */
    public function testAReplicaIsNoRedisToTellBy(): void
    {
        $this->own();
        $stream = $this->greeted(self::guest());
        $this->say('REPLICAOF 127.0.0.1 1');
        self::assertTrue($stream->event('degraded')['degraded']);
        $this->gateway->await(fn (): bool => str_contains($this->gateway->logged(), 'READONLY'), 'why is said');
        $this->say('REPLICAOF NO ONE');
        self::assertFalse($stream->event('hello')['degraded']);
    }

    /** Whatever it was that Redis did not like, it is asked again. */
    public function testAHelloThatRedisRefusedIsSaidAgain(): void
    {
        $this->start(['heartbeat' => 1]);
        $redis = new \Redis();
        $redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
        [$settings] = $redis->keys('*:settings');
        $head = preg_replace('/settings$/', 'h:77', $settings);
        $redis->set($head, 'no hash');
        $stream = $this->stream(self::guest(), ['conversation' => 77, 'after' => 1]);
        self::assertTrue($stream->event('hello')['degraded']);
        $stream->awaitComment();
        $stream->awaitComment();
        $redis->del($head);
        self::assertFalse($stream->event('hello')['degraded']);
    }

    /** Stopped for long, it reads nothing, and Redis gives it up: what it did not hear is named when it goes on. */
    public function testAPauseOfTheProcessLosesNothing(): void
    {
        $this->own();
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $stream = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $this->say('CONFIG SET client-output-buffer-limit "pubsub 1mb 1mb 1"');
        $this->gateway->signal(SIGSTOP);
        try {
            $redis = new \Redis();
            $redis->connect("$this->folder/r");
            [$settings] = $redis->keys('*:settings');
            $channel = preg_replace('/settings$/', 'e', $settings);
            $nobodys = "\t\n{\"event\":\"typing\",\"a\":\"" . str_repeat('x', 100000) . '"}';
            $heard = 1;
            for ($i = 0; $i < 1000 && $heard > 0; $i++) {
                $heard = $redis->publish($channel, $nobodys);
            }
            self::assertSame(0, $heard, 'Redis has given it up');
            $this->post($operator, $id, 'Meanwhile');
        } finally {
            $this->gateway->signal(SIGCONT);
        }
        self::assertTrue($stream->event('degraded')['degraded']);
        $hello = $stream->event('hello');
        self::assertSame([false, $id, 2], [$hello['degraded'], $hello['behind'][0]['conversation'], $hello['behind'][0]['number']]);
        $this->post($operator, $id, 'And now?');
        self::assertSame('And now?', $stream->message(3)['text']);
    }

    private function say(string $command): void
    {
        $socket = stream_socket_client("unix://$this->folder/r");
        fwrite($socket, "$command\r\n");
        self::assertStringStartsWith('+OK', (string) fgets($socket));
    }

    public function testScriptsThatRedisForgotAreSentAgain(): void
    {
        $this->own();
        $this->say('SCRIPT FLUSH');
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
