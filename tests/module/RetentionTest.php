<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Privacy\Retention;

require_once __DIR__ . '/support/shop.php';

/** How long conversations are kept: whole months of the calendar. */
final class RetentionTest extends TestCase
{
    /** @return array<string, array{string, int, string}> */
    public static function months(): array
    {
        return [
            'a month' => ['2026-04-15 08:30:00', 1, '2026-03-15 08:30:00'],
            'a month without such a day' => ['2026-03-31 08:30:00', 1, '2026-02-28 08:30:00'],
            'a leap year' => ['2028-03-30 08:30:00', 1, '2028-02-29 08:30:00'],
            'a year from a leap day' => ['2028-02-29 08:30:00', 12, '2027-02-28 08:30:00'],
            'over the turn of a year' => ['2026-01-31 08:30:00', 14, '2024-11-30 08:30:00'],
        ];
    }

    /** @dataProvider months */
    public function testNothingGoesBeforeItsMonthsAreOver(string $now, int $months, string $before): void
    {
        $utc = new \DateTimeZone('UTC');
        $this->assertSame($before, Retention::before($months, new \DateTimeImmutable($now, $utc))->format('Y-m-d H:i:s'));
    }
}
