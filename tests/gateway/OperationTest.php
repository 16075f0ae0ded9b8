<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** Status, health, slow readers, stops. */
final class OperationTest extends GatewayTestCase
{
    public function testTheStatusIsTheEntrysAndCacheable(): void
    {
        $this->start();
        $this->online(self::operator());
        $status = Stream::get($this->gateway->address, '/onlinechat/status?shop=1');
        self::assertSame(200, $status->status);
        self::assertSame('max-age=2', $status->headers['cache-control']);
        $ours = json_decode($status->body(), true);
        self::assertSame(json_decode((string) json_encode($this->chat->presence()->status()), true), $ours);

        // The same connection, and nothing new.
        $etag = $status->headers['etag'];
        fwrite($status->socket, "GET /status?shop=1 HTTP/1.1\r\nIf-None-Match: $etag\r\n\r\n");
        $status->head();
        self::assertSame(304, $status->status);
        self::assertSame($etag, $status->headers['etag']);
    }

    public function testTheEntryIsAskedWhereTheGatewayDoesNotKnow(): void
    {
        $this->start();
        $this->stores->redis('FLUSHALL');
        foreach (['shop=1', 'shop=2', 'shop=1&path=%2Fcart'] as $query) {
            $status = Stream::get($this->gateway->address, "/status?$query");
            self::assertSame([204, 'no-store'], [$status->status, $status->headers['cache-control']], $query);
        }
    }

    public function testHealthAndMetricsHaveTheirOwnAddress(): void
    {
        $this->start();
        $this->greeted(self::operator());
        $stream = $this->greeted(self::guest());
        $health = json_decode((string) file_get_contents("http://{$this->gateway->metrics}/health"), true);
        self::assertSame(['ok' => true, 'streams' => 2, 'redis' => 1, 'redisUp' => 1], $health);
        self::assertSame(1, $this->gateway->metric('streams{shop="1",index="0",role="operator"}'));
        self::assertGreaterThan(1000000, $this->gateway->metric('resident_bytes'));
        self::assertFalse($stream->closed());
    }

    public function testAHeartbeatComes(): void
    {
        $this->start(['heartbeat' => 1]);
        $stream = $this->greeted(self::guest());
        $stream->awaitComment();
        $stream->awaitComment();
        self::assertSame(200, $stream->status);
    }

    public function testASlowReaderIsSentAway(): void
    {
        $this->start(['buffer' => 4096]);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $slow = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $quick = $this->greeted($operator);
        for ($i = 0; $i < 400 && $this->gateway->metric('ended_total{why="slow"}') === 0; $i++) {
            $this->post($visitor, $id, str_repeat("$i ", 1000));
            $quick->event('message');
        }
        self::assertSame(1, $this->gateway->metric('ended_total{why="slow"}'), 'within what the system keeps, and 4 KiB');
        // What it reads now is whole events, and ends.
        $slow->event('message');
        $slow->awaitClosed();
        self::assertFalse($quick->closed());
    }

    public function testStreamsAreToldOfAStop(): void
    {
        $this->start();
        $streams = [$this->greeted(self::guest()), $this->greeted(self::operator())];
        $idle = new Stream($this->gateway->address, '');
        $this->gateway->signal(SIGTERM);
        foreach ($streams as $stream) {
            $bye = $stream->event('bye');
            self::assertSame('restart', $bye['why']);
            self::assertGreaterThanOrEqual(0, $bye['after']);
            self::assertLessThan(5000, $bye['after']);
            $stream->awaitClosed();
            $stream->close();
        }
        self::assertSame(0, $this->gateway->ended(), 'also with a connection that says nothing');
        self::assertStringContainsString('"event":"stopped"', $this->gateway->logged());
        $idle->close();
    }

    /** A proxy keeps connections for later: the end does not wait for them. */
    public function testAStopClosesWhatIsKeptForLater(): void
    {
        $this->start();
        $kept = Stream::get($this->gateway->address, '/status?shop=1');
        $stream = $this->greeted(self::guest());
        $this->gateway->signal(SIGTERM);
        $kept->body();
        $kept->awaitClosed();
        // It is still there for the reader who has not hung up.
        self::assertStringNotContainsString('"event":"stopped"', $this->gateway->logged());
        self::assertSame('restart', $stream->event('bye')['why']);
    }

    public function testAUnixSocketIsLeftAndTakenOver(): void
    {
        $path = sys_get_temp_dir() . '/oc-gateway-' . bin2hex(random_bytes(4)) . '.sock';
        $this->start([], $path);
        $this->greeted(self::guest())->close();
        $this->gateway->signal(SIGKILL);
        $this->gateway->ended();
        $this->gateway->kill();
        self::assertFileExists($path);
        $this->start([], $path);
        $this->greeted(self::guest());
        $this->gateway->stop();
        self::assertFileDoesNotExist($path);
    }

    public function testSystemdIsTold(): void
    {
        $path = sys_get_temp_dir() . '/oc-notify-' . bin2hex(random_bytes(4));
        $socket = socket_create(AF_UNIX, SOCK_DGRAM, 0);
        socket_bind($socket, $path);
        socket_set_option($socket, SOL_SOCKET, SO_RCVTIMEO, ['sec' => 10, 'usec' => 0]);
        putenv("NOTIFY_SOCKET=$path");
        try {
            $this->start();
            $heard = static function (string $wanted) use ($socket): void {
                do {
                    self::assertNotFalse(socket_recv($socket, $bytes, 100, 0), "$wanted is not said");
                } while ($bytes !== $wanted);
            };
            $heard('READY=1');
            $heard('WATCHDOG=1');
            $this->gateway->signal(SIGTERM);
            $heard('STOPPING=1');
            self::assertSame(0, $this->gateway->ended());
        } finally {
            putenv('NOTIFY_SOCKET');
            unlink($path);
        }
    }

    public function testUnderLoadTypingIsLeftOutAndMessagesAreNot(): void
    {
        // A process of PHP's has more than a megabyte from the start.
        $this->start(['memory' => 1]);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $this->gateway->await(fn (): bool => str_contains($this->gateway->logged(), 'new visitors get the form'), 'it sheds');
        $stream = $this->greeted($operator);
        self::assertSame([503, 'shedding'], [($new = $this->stream($visitor))->status, $new->problem()['code']]);
        $this->chat->conversations()->typing($visitor, $id);
        $this->chat->conversations()->seen($visitor, $id, 1);
        $this->post($visitor, $id, 'Still there?');
        $stream->message(2);
        self::assertSame(2, $this->gateway->metric('left_out_total'));
        // Who comes now is offered the form, where the shop has one.
        self::assertSame('chat', $this->chat->presence()->status()->mode->value);
        self::assertSame('form', $this->offered());
        $this->chat->publish(['maximum' => 50, 'offline_mode' => false]);
        $this->gateway->await(fn (): bool => $this->offered() === 'none', 'the setting is heard of');
    }

    private function offered(): string
    {
        return (string) (json_decode(Stream::get($this->gateway->address, '/status?shop=1')->body(), true)['mode'] ?? '');
    }

    public function testTwoGatewaysTellTheSame(): void
    {
        $this->start();
        $other = new Process(['shops' => [self::shop()]]);
        try {
            $operator = self::operator();
            $this->online($operator);
            $one = $this->greeted($operator);
            $two = Stream::open($other->address, $this->chat->tickets()->make($operator));
            $two->event('hello');
            $this->conversation(self::guest());
            self::assertSame($one->message(1), $two->message(1));
        } finally {
            self::assertSame(0, $other->stop());
            $other->kill();
        }
    }
}
