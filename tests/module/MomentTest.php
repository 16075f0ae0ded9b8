<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\History\Moment;

require_once __DIR__ . '/support/shop.php';

/** G22: the days that the history is narrowed to. */
final class MomentTest extends TestCase
{
    private string $zone;

    protected function setUp(): void
    {
        $this->zone = date_default_timezone_get();
    }

    protected function tearDown(): void
    {
        date_default_timezone_set($this->zone);
    }

    /** @return array<string, array{string, string, int}> zone, day, hours */
    public static function days(): array
    {
        return [
            'a usual day' => ['Europe/Paris', '2026-11-23', 24],
            'clocks go forward' => ['Europe/Paris', '2026-03-29', 23],
            'clocks go back' => ['Europe/Paris', '2026-10-25', 25],
            'forward at midnight' => ['America/Santiago', '2026-09-06', 23],
        ];
    }

    /** @dataProvider days */
    public function testDayEndsWhereTheNextBegins(string $zone, string $day, int $hours): void
    {
        date_default_timezone_set($zone);

        $this->assertSame($hours * 3600000 - 1, Moment::endOf($day) - Moment::startOf($day));
    }

    public function testWhatIsNoDay(): void
    {
        $this->assertSame([null, null, null], [Moment::startOf('2026-13-45'), Moment::endOf('x'), Moment::startOf('')]);
    }
}
