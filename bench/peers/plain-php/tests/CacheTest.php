<?php

namespace PlainChat\Tests;

use PHPUnit\Framework\TestCase;
use PlainChat\Cache;
use PlainChat\Script;

require_once __DIR__ . '/../autoload.php';

/** Redis's link, which a worker keeps. */
final class CacheTest extends TestCase
{
    /** @return array<string, array{bool}> */
    public static function moments(): array
    {
        return ['a command' => [true], 'connecting' => [false]];
    }

    /** @dataProvider moments */
    public function testAnAnswerThatCameTooLateIsNotTheNextCommands(bool $connected): void
    {
        if (!getenv('ONLINECHAT_REDIS_SOCKET')) {
            $this->markTestSkipped('services are not started: tools/services start NAME, then source build/run/NAME/env');
        }
        $other = new \Redis();
        $other->connect(getenv('ONLINECHAT_REDIS_SOCKET'));
        $cache = new Cache(['socket' => getenv('ONLINECHAT_REDIS_SOCKET'), 'database' => 13, 'wait' => 0.2], 'late');
        if ($connected) {
            $this->assertIsArray($cache->ask(Script::Due, [50]));
        }
        $other->rawCommand('CLIENT', 'PAUSE', '1000');
        $this->assertNull($cache->ask(Script::Due, [50]), 'Redis does not answer');
        $other->ping(); // answered when the pause is over
        $other->select(13);
        $other->hSet("$cache->tag:h:1", 'p', (string) (microtime(true) * 1000));
        $this->assertTrue($cache->here(1));
        $other->del("$cache->tag:h:1");
    }
}
