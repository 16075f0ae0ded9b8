<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

use OnlineChat\Chat;
use OnlineChat\InvalidValue;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** Two Redis and three sentinels: the primary dies in the middle of a conversation. */
final class SentinelTest extends GatewayTestCase
{
    /** @var array<int, resource> by port */
    private array $servers = [];
    private string $folder = '';

    protected function tearDown(): void
    {
        parent::tearDown();
        foreach (array_keys($this->servers) as $port) {
            $this->end($port);
        }
        if ($this->folder !== '') {
            array_map('unlink', glob("$this->folder/*") ?: []);
            rmdir($this->folder);
        }
    }

    public function testAConversationGoesOnAfterAFailover(): void
    {
        [$primary, $replica, $sentinels] = $this->trio();
        $redis = ['socket' => null, 'service' => 'chat', 'sentinels' => array_map(static fn (int $p): string => "127.0.0.1:$p", $sentinels)];
        $this->chat = new Chat(self::shop(['redis' => $redis]));
        $this->chat->publish(['maximum' => 50]);
        $this->start(['shops' => [self::shop(['redis' => $redis])]]);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $stream = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $this->post($operator, $id, 'Before');
        self::assertSame('Before', $stream->message(2)['text']);

        $this->end($primary);
        self::assertTrue($stream->event('degraded')['degraded']);
        $this->post($operator, $id, 'Between');
        $hello = $stream->event('hello');
        self::assertFalse($hello['degraded'], 'the one that was a replica is listened to');
        self::assertSame("$replica", $this->ask($sentinels[0], 'SENTINEL get-master-addr-by-name chat', 5));
        self::assertSame('Between', $this->chat->conversations()->read($visitor, $id, 2)->messages[0]->text);
        // The workers' breaker lets them try again; what is said then is heard again.
        $this->gateway->await(function () use ($operator, $id, $stream): bool {
            $before = $this->gateway->metric('delivered_total');
            $this->post($operator, $id, 'After');

            return $this->gateway->metric('delivered_total') > $before;
        }, 'messages are told again');
        self::assertSame('After', $stream->event('message')['text']);
    }

    public function testOptionsAreChecked(): void
    {
        foreach (
            [
                'redis.sentinels' => ['socket' => null, 'sentinels' => [], 'service' => 'chat'],
                'redis.service' => ['socket' => null, 'sentinels' => ['127.0.0.1:1']],
            ] as $field => $redis
        ) {
            try {
                new Chat(self::shop(['redis' => $redis]));
                self::fail("$field is not checked");
            } catch (InvalidValue $e) {
                self::assertSame($field, $e->field);
            }
        }
        $this->expectExceptionMessage('redis.sentinels: stands instead of host, port and socket');
        new Chat(self::shop(['redis' => ['sentinels' => ['127.0.0.1:1'], 'service' => 'chat']]));
    }

    public function testNobodyKnows(): void
    {
        $this->stores->empty();
        $chat = new Chat(self::shop(['redis' => ['socket' => null, 'sentinels' => ['127.0.0.1:1', '127.0.0.1:2'], 'service' => 'chat']]));
        $health = $chat->health()['redis'];
        self::assertFalse($health['ok']);
        self::assertStringContainsString('no Redis Sentinel says where "chat" is (127.0.0.1:2: ', $health['message']);
    }

    /** @return array{int, int, list<int>} ports */
    private function trio(): array
    {
        $this->folder = sys_get_temp_dir() . '/oc-trio-' . bin2hex(random_bytes(4));
        mkdir($this->folder);
        $ports = [];
        for ($i = 0; $i < 5; $i++) {
            $sockets[] = $socket = stream_socket_server('tcp://127.0.0.1:0');
            $ports[] = (int) substr((string) strrchr((string) stream_socket_get_name($socket, false), ':'), 1);
        }
        array_map('fclose', $sockets);
        [$primary, $replica] = $ports;
        $this->serve($primary, "port $primary\nsave \"\"\n");
        $this->serve($replica, "port $replica\nsave \"\"\nreplicaof 127.0.0.1 $primary\nrepl-diskless-sync-delay 0\n");
        foreach (array_slice($ports, 2) as $port) {
            $this->serve($port, "port $port\nsentinel monitor chat 127.0.0.1 $primary 2\n"
                . "sentinel down-after-milliseconds chat 500\nsentinel failover-timeout chat 3000\n", '--sentinel');
        }
        $known = fn (string $reply, string $wanted): bool => str_contains($reply, $wanted);
        $this->await(fn (): bool => $known($this->ask($replica, 'INFO replication', 0), 'master_link_status:up'), 'the replica follows');
        foreach (array_slice($ports, 2) as $port) {
            $this->await(fn (): bool => $known($this->ask($port, 'INFO sentinel', 0), 'slaves=1,sentinels=3'), 'the sentinels know all');
        }

        return [$primary, $replica, array_slice($ports, 2)];
    }

    private function serve(int $port, string $configuration, string ...$more): void
    {
        file_put_contents("$this->folder/$port.conf", "bind 127.0.0.1\ndir $this->folder\n$configuration");
        $none = [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']];
        $this->servers[$port] = proc_open(['redis-server', "$this->folder/$port.conf", ...$more], $none, $pipes);
        $this->await(fn (): bool => $this->ask($port, 'PING', 0) !== '', "Redis at $port answers");
    }

    private function end(int $port): void
    {
        proc_terminate($this->servers[$port], SIGKILL);
        proc_close($this->servers[$port]);
        unset($this->servers[$port]);
    }

    /** A line of the answer (0: all that comes at once). */
    private function ask(int $port, string $command, int $line): string
    {
        $socket = @stream_socket_client("tcp://127.0.0.1:$port", $code, $message, 10);
        if (!$socket) {
            return '';
        }
        stream_set_timeout($socket, 10);
        fwrite($socket, "$command\r\n");
        $answer = (string) fread($socket, 65536);
        fclose($socket);

        return $line === 0 ? $answer : explode("\r\n", $answer)[$line - 1];
    }

    private function await(callable $condition, string $what): void
    {
        for ($end = microtime(true) + 30; !$condition(); usleep(20000)) {
            self::assertLessThan($end, microtime(true), "not within 30 s: $what");
        }
    }
}
