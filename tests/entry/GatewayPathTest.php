<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Setup\Gateway;

\defined('_PS_VERSION_') || \define('_PS_VERSION_', '8.1.0');
require_once __DIR__ . '/../../module/src/Setup/Gateway.php';

/** What the owner may type as the gateway's address. */
final class GatewayPathTest extends TestCase
{
    /** @dataProvider paths */
    public function testPath(string $kept, string $typed): void
    {
        self::assertSame($kept, Gateway::read($typed));
    }

    public static function paths(): array
    {
        return [
            'none' => ['', ' '],
            'as documented' => ['/onlinechat/', '/onlinechat/'],
            'without its end' => ['/onlinechat/', ' /onlinechat '],
            'deeper' => ['/shop/fr_1/on-line.chat/', '/shop/fr_1/on-line.chat'],
        ];
    }

    /** @dataProvider others */
    public function testRefused(string $typed): void
    {
        $this->expectException(\InvalidArgumentException::class);
        $this->expectExceptionMessageMatches('~^gateway: a path such as /onlinechat/~');
        Gateway::read($typed);
    }

    public static function others(): array
    {
        return [
            'another host' => ['https://push.example/'], 'another host of the same scheme' => ['//push.example/'], 'the shop itself' => ['/'],
            'no path' => ['onlinechat'], 'a query' => ['/onlinechat/?a=b'], 'upwards' => ['/a/../onlinechat/'], 'here' => ['/./'],
            'markup' => ['/<b>/'], 'a line' => ["/a\n/b"], 'an address of a listener' => ['127.0.0.1:8095'],
        ];
    }
}
