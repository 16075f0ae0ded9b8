<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Setup\Secret;

require_once __DIR__ . '/support/shop.php';

/** The passwords of the chat's servers in the form. */
final class SecretTest extends TestCase
{
    private const KEPT = ['host' => '10.0.0.5', 'port' => 3306, 'user' => 'chat', 'password' => 'secret'];

    /** @param array<string, mixed> $over */
    private static function typed(array $over = [], ?string $password = null): string
    {
        $server = $over + ['host' => '10.0.0.5', 'port' => 3306, 'user' => 'chat'];

        return Secret::typed(['mysql_password' => $password ?? Secret::shown(self::KEPT)], 'mysql_password', self::KEPT, $server);
    }

    public function testDotsStandForTheKeptOne(): void
    {
        $this->assertSame('secret', self::typed());
        $this->assertSame('another', self::typed(['host' => '10.0.0.6'], 'another'));
        $this->assertSame('', self::typed([], ''));
    }

    /** Who may change the address is not thereby told the password: the other server would be. */
    public function testKeptOneIsGivenToNoOtherServer(): void
    {
        foreach ([['host' => '10.0.0.6'], ['port' => 3307], ['user' => 'root'], ['socket' => '/run/mysql.sock']] as $other) {
            try {
                self::typed($other);
                $this->fail((string) json_encode($other));
            } catch (\InvalidArgumentException $e) {
                $this->assertStringStartsWith('mysql_password: ', $e->getMessage());
            }
        }
    }
}
