<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Setup\RedisPlace;
use PrestaShop\Module\OnlineChat\Setup\Secret;

require_once __DIR__ . '/support/shop.php';

/** Where Redis is, as the servers' form says it: an address, or the sentinels that know it. */
final class RedisPlaceTest extends TestCase
{
    private const TWO = ['sentinels' => ['10.0.0.1:26379', 'redis-2.example:26380'], 'service' => 'chat'];

    /** @return array<mixed> */
    private static function read(string $sentinels, string $service = 'chat', string $redis = ''): array
    {
        return RedisPlace::read(['redis' => $redis, 'redis_sentinels' => $sentinels, 'redis_service' => $service]);
    }

    public function testSentinelsAreOneALineOrWithCommas(): void
    {
        foreach (["10.0.0.1:26379\r\nredis-2.example:26380\r\n", '10.0.0.1:26379, redis-2.example:26380', " 10.0.0.1:26379,\n\nredis-2.example:26380"] as $typed) {
            self::assertSame(self::TWO, self::read($typed, ' chat '));
        }
    }

    public function testAnAddressIsReadAsBefore(): void
    {
        self::assertSame(['host' => '10.0.0.5', 'port' => 6379], self::read(" \n", '', '10.0.0.5'));
        self::assertSame(['socket' => '/run/redis.sock'], RedisPlace::read(['redis' => '/run/redis.sock']));
    }

    public function testWhatIsKeptIsShownAsItWasTyped(): void
    {
        self::assertSame(
            ['redis' => '', 'redis_sentinels' => "10.0.0.1:26379\nredis-2.example:26380", 'redis_service' => 'chat'],
            RedisPlace::shown(self::TWO + ['database' => 2])
        );
        self::assertSame(
            ['redis' => '10.0.0.5:6380', 'redis_sentinels' => '', 'redis_service' => ''],
            RedisPlace::shown(['host' => '10.0.0.5', 'port' => 6380])
        );
    }

    /** @return array<string, array{string, string, string, string}> sentinels, service, address, what is said */
    public static function refused(): array
    {
        $ten = implode("\n", array_map(static fn (int $n): string => "10.0.0.$n:26379", range(1, 10)));

        return [
            'no port' => ['10.0.0.1', 'chat', '', 'redis_sentinels: each must be "HOST:PORT"'],
            'no host' => [':26379', 'chat', '', 'redis_sentinels: each must be "HOST:PORT"'],
            'port 0' => ['10.0.0.1:0', 'chat', '', 'redis_sentinels: each must be "HOST:PORT"'],
            'port too high' => ['10.0.0.1:65536', 'chat', '', 'redis_sentinels: each must be "HOST:PORT"'],
            'IPv6' => ['[::1]:26379', 'chat', '', 'redis_sentinels: each must be "HOST:PORT"'],
            'the second' => ["10.0.0.1:26379\nten", 'chat', '', 'redis_sentinels: each must be "HOST:PORT"'],
            'too many' => [$ten, 'chat', '', 'redis_sentinels: must be 1 to 9 of "HOST:PORT"'],
            'with an address' => ['10.0.0.1:26379', 'chat', '127.0.0.1:6379', 'redis_sentinels: stands instead of host, port and socket'],
            'no service' => ['10.0.0.1:26379', ' ', '', 'redis_service: is missing'],
            'a service only' => ['', 'chat', '127.0.0.1', 'redis_sentinels: must be 1 to 9 of "HOST:PORT"'],
            'nothing' => ['', '', '', 'redis: host, host:port or /path/of/a.socket'],
        ];
    }

    /** @dataProvider refused */
    public function testRefusalNamesTheFieldAndTheRule(string $sentinels, string $service, string $redis, string $why): void
    {
        $this->expectException(\InvalidArgumentException::class);
        $this->expectExceptionMessage($why);
        self::read($sentinels, $service, $redis);
    }

    /** Other sentinels may name another server: it is not told the password that is kept. */
    public function testKeptPasswordIsGivenToNoOtherSentinels(): void
    {
        $kept = self::TWO + ['password' => 'secret'];
        $form = ['redis_password' => Secret::shown($kept)];
        self::assertSame('secret', Secret::typed($form, 'redis_password', $kept, self::TWO));
        $others = [['sentinels' => ['10.6.6.6:26379']] + self::TWO, ['service' => 'other'] + self::TWO, ['host' => '10.6.6.6', 'port' => 6379]];
        foreach ($others as $other) {
            try {
                Secret::typed($form, 'redis_password', $kept, $other);
                self::fail((string) json_encode($other));
            } catch (\InvalidArgumentException $e) {
                self::assertStringStartsWith('redis_password: ', $e->getMessage());
            }
        }
    }
}
