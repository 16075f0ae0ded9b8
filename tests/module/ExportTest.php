<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use OnlineChat\Message;
use OnlineChat\Messages;
use OnlineChat\Thread;
use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\History\CsvExport;
use PrestaShop\Module\OnlineChat\History\Export;
use PrestaShop\Module\OnlineChat\History\JsonExport;
use PrestaShop\Module\OnlineChat\History\Line;

require_once __DIR__ . '/support/shop.php';

/** What is handed out is put together from parts: whichever they are, the file is the same, and one that breaks off shows it. */
final class ExportTest extends TestCase
{
    /** @param list<list<array{int, list<int>}>> $parts conversations and the numbers of their messages */
    private static function file(Export $export, array $parts): string
    {
        $said = static fn (array $of): Messages => new Messages($of[0], array_map(
            static fn (int $number): Message => new Message($number, "$number of $of[0]", 0),
            $of[1]
        ));
        $file = $export->line(new Line(1, 'Shop', new Thread(9, 0)), null);
        foreach ($parts as $part) {
            $file .= $export->part(array_map($said, $part));
        }

        return $file . $export->closeLine();
    }

    private const WHOLE = [[[3, [1, 2, 3]], [4, [1]], [5, [1, 2]]]];

    /** @return array<string, array{list<list<array{int, list<int>}>>}> */
    public static function parts(): array
    {
        return [
            'between conversations' => [[[[3, [1, 2, 3]]], [[4, [1]], [5, [1, 2]]]]],
            'in the middle of conversations' => [[[[3, [1, 2]]], [[3, [3]], [4, [1]], [5, [1]]], [[5, [2]]]]],
            'message by message' => [[[[3, [1]]], [[3, [2]]], [[3, [3]]], [[4, [1]]], [[5, [1]]], [[5, [2]]]]],
        ];
    }

    /**
     * @dataProvider parts
     *
     * @param list<list<array{int, list<int>}>> $parts
     */
    public function testPartsMakeTheSameFile(array $parts): void
    {
        $this->assertSame(self::file(new CsvExport(), self::WHOLE), self::file(new CsvExport(), $parts));
        $this->assertSame(self::file(new JsonExport(), self::WHOLE), self::file(new JsonExport(), $parts));
    }

    public function testJsonOfSeveralLinesIsWhole(): void
    {
        $export = new JsonExport();
        $text = $export->begin() . self::file($export, self::WHOLE) . self::file($export, []) . self::file($export, self::WHOLE) . $export->end();
        $lines = json_decode($text, true, 16, JSON_THROW_ON_ERROR)['lines'];
        $this->assertSame([3, 0, 3], array_map(static fn (array $line): int => count($line['conversations']), $lines));
        $this->assertSame([1, 2, 3], array_column($lines[0]['conversations'][0]['messages'], 'number'));
    }

    public function testFileThatBreaksOffIsNotTakenForWhole(): void
    {
        $export = new JsonExport();
        $this->assertNull(json_decode($export->begin() . self::file($export, self::WHOLE) . $export->broken('It broke off.')));
        $this->assertStringContainsString('"incomplete":"It broke off."', $export->broken('It broke off.'));
        $this->assertStringEndsWith("\"NOT COMPLETE\";\"It broke off.\"\r\n", (new CsvExport())->broken('It broke off.'));
    }
}
