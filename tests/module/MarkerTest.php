<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\History\Marker;

require_once __DIR__ . '/support/shop.php';

/** What is marked in a text is what the search found there (G22): words, phrases and beginnings, folded. */
final class MarkerTest extends TestCase
{
    /** @dataProvider texts */
    public function testMarks(string $wanted, string $text, string $marked): void
    {
        $parts = Marker::parts($text, $wanted);
        $this->assertSame($text, implode('', array_column($parts, 'text')), 'nothing is lost');
        $this->assertSame($marked, implode('', array_map(
            static fn (array $part) => $part['hit'] ? '[' . $part['text'] . ']' : $part['text'],
            $parts
        )));
    }

    /** @return array<string, array{string, string, string}> */
    public static function texts(): array
    {
        return [
            'a word' => ['parcel', 'My Parcel, my PARCEL!', 'My [Parcel], my [PARCEL]!'],
            'no part of a word' => ['ship', 'shipping by ship', 'shipping by [ship]'],
            'accents' => ['cafe', 'Un café, deux cafés', 'Un [café], deux cafés'],
            'an accent of its own' => ['cafe', "cafe\u{301} noir", "[cafe\u{301}] noir"],
            'words, each' => ['refund free', 'Free: a refund', '[Free]: a [refund]'],
            'a beginning' => ['deliv*', 'Delivery was delivered to Del', '[Delivery] was [delivered] to Del'],
            'a phrase' => ['"free shipping"', "free  shipping is free\nshipping", "[free  shipping] is [free\nshipping]"],
            'a phrase, and words after it' => ['“free ship*” now or', 'now free shipping or not', '[now] [free shipping] [or] not'],
            'apostrophes' => ['"l\'appareil"', 'L’appareil', '[L’appareil]'],
            'no spaces' => ['日本', '日本語の日本', '[日本]語の[日本]'],
            'signs are no pattern' => ['.* (a', 'a.b (a', '[a].b ([a]'],
            'nothing to look for' => ['?!', 'What?!', 'What?!'],
        ];
    }
}
