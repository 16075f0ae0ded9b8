<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Settings\Fields;

require_once __DIR__ . '/support/shop.php';

/** How PrestaShop's configuration keeps the settings: its values have 64 KB, and what does not fit it cuts off unsaid. */
final class FieldsTest extends TestCase
{
    public function testLongTextsInManyLanguagesFit(): void
    {
        $texts = [];
        foreach (range(1, 40) as $language) {
            $texts["l$language"] = str_repeat('Й語', 250);
        }
        $kept = Fields::encode($texts);
        $this->assertLessThan(65536, strlen($kept));
        $this->assertSame($texts, Fields::decode('welcome', $kept));
    }

    public function testWhatDoesNotFitIsRefused(): void
    {
        $this->expectException(\RuntimeException::class);
        Fields::encode([str_repeat('a', 65536)]);
    }

    /** Its table may be an old one, without room for four bytes; and the core cuts out what looks like tags. */
    public function testWhatOldTablesAndTheCoreWouldChangeIsEscaped(): void
    {
        $texts = ['en' => "I <3 you\n(?<=a)b 😀 \u{2028} \\"];
        $kept = Fields::encode($texts);
        $this->assertSame(0, preg_match('/[<>\n\x{2028}]|[\x{10000}-\x{10FFFF}]/u', $kept));
        $this->assertSame($texts, Fields::decode('header', $kept));
    }
}
