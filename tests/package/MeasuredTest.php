<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

use PHPUnit\Framework\TestCase;

/** What the configuration page says of the maximum (G5) is what was measured. */
final class MeasuredTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';
    private const EMPTY_DOCS = "before\n<!-- measured -->old<!-- /measured -->\nafter\n";

    private string $folder;

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/onlinechat-measured-' . bin2hex(random_bytes(6));
        mkdir($this->folder);
    }

    protected function tearDown(): void
    {
        array_map('unlink', glob("$this->folder/*") ?: []);
        rmdir($this->folder);
    }

    public function testTheNewestWholeRunCounts(): void
    {
        $said = $this->write([
            self::line('poll', 100, 1), self::line('post', 10, 1), self::line('poll', 23456.7, 1), self::line('post', 987.6, 1),
            self::line('poll', 99999, 0.2), ['bench' => 'router', 'case' => 'poll', 'unit' => '/s'],
        ]);
        $this->assertSame(0, $said);
        $data = json_decode((string) file_get_contents("$this->folder/data.json"), true, 4, JSON_THROW_ON_ERROR);
        $this->assertSame([
            'polls' => 23000, 'messages' => 980, 'processors' => 4, 'processes' => 8, 'php' => '8.3.1', 'at' => '2026-01-02', 'commit' => 'abc',
        ], $data);
        $this->assertSame("before\n<!-- measured -->Measured on 4 processors with 8 PHP processes (PHP 8.3.1, 2026-01-02, `tools/bench entry`): "
            . "23,000 polls or 980 messages a second.<!-- /measured -->\nafter\n", file_get_contents("$this->folder/docs.md"));
    }

    public function testWithoutAWholeRunNothingIsWritten(): void
    {
        $this->assertSame(1, $this->write([self::line('poll', 99999, 0.2), self::line('post', 10, 1)]));
        $this->assertFileDoesNotExist("$this->folder/data.json");
        $this->assertSame(self::EMPTY_DOCS, file_get_contents("$this->folder/docs.md"));
    }

    public function testTheGuideSaysWhatThePageSays(): void
    {
        $data = json_decode((string) file_get_contents(self::ROOT . '/module/data/measured.json'), true, 4, JSON_THROW_ON_ERROR);
        $guide = (string) file_get_contents(self::ROOT . '/docs/configuration.md');
        preg_match('/<!-- measured -->(.+?)<!-- \/measured -->/s', $guide, $found);
        foreach ([$data['processors'] . ' processors', number_format($data['polls']) . ' polls', number_format($data['messages']) . ' messages', $data['at']] as $figure) {
            $this->assertStringContainsString($figure, $found[1] ?? '');
        }
    }

    /**
     * @param list<array<string, mixed>> $lines
     *
     * @return int exit status
     */
    private function write(array $lines): int
    {
        file_put_contents("$this->folder/results.jsonl", implode("\n", array_map('json_encode', $lines)) . "\n");
        file_put_contents("$this->folder/docs.md", self::EMPTY_DOCS);
        exec(implode(' ', array_map('escapeshellarg', [
            PHP_BINARY, self::ROOT . '/bench/measured.php', "$this->folder/results.jsonl", "$this->folder/data.json", "$this->folder/docs.md",
        ])) . ' 2>&1', $said, $status);

        return $status;
    }

    /** @return array<string, mixed> */
    private static function line(string $case, float $rate, float $scale): array
    {
        return ['bench' => 'entry', 'case' => $case, 'unit' => '/s', 'ours' => ['p50' => $rate], 'setup' => [
            'scale' => $scale, 'at' => '2026-01-02T03:04:05Z', 'commit' => 'abc', 'machine' => '4 × Some processor, 24 GB',
            'versions' => ['PHP' => '8.3.1'], 'web' => ['FPM children' => '8'],
        ]];
    }
}
