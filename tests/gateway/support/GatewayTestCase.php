<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\Tests\Entry\Stores;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../../entry/support/Stores.php';
require_once __DIR__ . '/../../entry/support/Tickets.php';
foreach (['Process', 'Reader', 'Stream'] as $file) {
    require_once __DIR__ . "/$file.php";
}

/** A shop whose two sides act past the web, and a gateway that tells them. */
abstract class GatewayTestCase extends TestCase
{
    protected Stores $stores;
    protected Chat $chat;
    protected ?Process $gateway = null;
    private static ?Stores $shared = null;
    /** @var list<Stream> until the test ends, so that none is closed before */
    private array $open = [];

    protected function setUp(): void
    {
        if (getenv('ONLINECHAT_REDIS_SOCKET') === false) {
            self::markTestSkipped('ONLINECHAT_REDIS_SOCKET is not set: tools/services start NAME, then source build/run/NAME/env');
        }
        $this->stores = self::$shared ??= new Stores();
        $this->stores->empty();
        $this->chat = new Chat(self::shop());
        $this->chat->publish(['maximum' => 50]);
    }

    protected function tearDown(): void
    {
        $this->open = [];
        if ($this->gateway !== null) {
            $status = $this->gateway->stop();
            $log = $this->gateway->logged();
            $this->gateway->kill();
            $this->gateway = null;
            self::assertSame(0, $status, $log);
        }
    }

    /** @return array<string, mixed> */
    protected static function shop(array $over = []): array
    {
        return array_replace_recursive([
            'shop' => 1,
            'secrets' => [(string) getenv('ONLINECHAT_SECRET')],
            'mysql' => [
                'socket' => getenv('ONLINECHAT_MYSQL_SOCKET'),
                'user' => getenv('ONLINECHAT_MYSQL_USER'),
                'password' => getenv('ONLINECHAT_MYSQL_PASSWORD'),
                'database' => getenv('ONLINECHAT_MYSQL_DATABASE'),
            ],
            'redis' => ['socket' => getenv('ONLINECHAT_REDIS_SOCKET')],
        ], $over);
    }

    /** @param array<string, mixed> $options @param list<string> $ini */
    protected function start(array $options = [], string $listen = '', array $ini = [], int $files = 0): Process
    {
        $this->gateway = new Process($options + ['shops' => [self::shop()]], $listen, $ini, $files);
        $this->gateway->await(
            fn (): bool => str_contains($this->gateway->logged(), '"event":"redis-up"'),
            'Redis is heard'
        );

        return $this->gateway;
    }

    /** @param array<string, string|int> $query */
    protected function stream(Identity $who, array $query = [], string ...$headers): Stream
    {
        return $this->open[] = Stream::open($this->gateway->address, $this->chat->tickets()->make($who), $query, ...$headers);
    }

    /** A stream that has had its hello. */
    protected function greeted(Identity $who, array $query = []): Stream
    {
        $stream = $this->stream($who, $query);
        self::assertSame(200, $stream->status);
        $stream->event('hello');

        return $stream;
    }

    protected static function key(): string
    {
        return bin2hex(random_bytes(16));
    }

    protected static function guest(string $session = ''): Identity
    {
        return new Identity(Role::Guest, self::key(), 'Anna', 'en', $session);
    }

    protected static function operator(int $id = 3): Identity
    {
        return new Identity(Role::Operator, (string) $id, 'Olga', 'en');
    }

    protected function online(Identity $operator): void
    {
        $this->chat->router()->online($operator, self::key(), 'Olga', 10);
    }

    /** The id of a conversation that $visitor starts. */
    protected function conversation(Identity $visitor, string $text = 'Hello'): int
    {
        return (int) $this->chat->router()->start($visitor, self::key(), $text, '192.0.2.7')->conversation;
    }

    protected function post(Identity $who, int $conversation, string $text): void
    {
        $this->chat->conversations()->post($who, self::key(), $conversation, $text);
    }
}
