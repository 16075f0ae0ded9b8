<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Connection\Noted;

require_once __DIR__ . '/support/shop.php';

/** Answers of the database that a server's workers share: asked for again after a while, gone when nobody asks. */
final class NotedTest extends TestCase
{
    private string $folder;

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/noted' . bin2hex(random_bytes(6));
        mkdir($this->folder);
    }

    protected function tearDown(): void
    {
        array_map('unlink', glob("$this->folder/*") ?: []);
        rmdir($this->folder);
    }

    public function testAnAnswerIsKeptForAWhile(): void
    {
        $file = "$this->folder/shop-1.state";
        $this->assertSame('open', Noted::answer($file, static fn (): string => 'open'));
        $this->assertSame('open', Noted::answer($file, static fn (): string => 'closed'));
        touch($file, time() - 60);
        clearstatcache();
        $this->assertSame('closed', Noted::answer($file, static fn (): string => 'closed'));
    }

    public function testWhatNobodyAskedForInADayGoes(): void
    {
        [$old, $young, $other, $new] = array_map(
            fn (string $name): string => "$this->folder/$name",
            ['shop-1.a.session', 'shop-1.b.session', 'shop-1.state', 'shop-1.c.session']
        );
        foreach ([$old => 2, $young => 0, $other => 2] as $file => $days) {
            touch($file, time() - $days * 86400);
        }
        Noted::answer($new, static fn (): string => '1');
        $this->assertSame([$young, $new, $other], glob("$this->folder/*"));
    }
}
