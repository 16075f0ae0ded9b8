<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Tools;

use PHPUnit\Framework\TestCase;

/** Each tool says what it is for, and names a word that it does not know before it does anything. */
final class WordsTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';
    private const TOOLS = ['bench', 'build', 'demo', 'install', 'package', 'phpt', 'queries', 'services', 'shops', 'sources', 'stubs'];

    public function testHelpIsWhatStandsAtTheHeadOfTheTool(): void
    {
        foreach (self::TOOLS as $tool) {
            foreach (['--help', '-h'] as $word) {
                [$status, $said] = self::said("tools/$tool $word 2>/dev/null");
                $this->assertSame(0, $status, "tools/$tool $word: $said");
                $this->assertStringContainsString(in_array($tool, ['stubs', 'sources', 'build', 'phpt'], true) ? "\n    tools/$tool" : "tools/$tool", "\n$said");
                $this->assertDoesNotMatchRegularExpression('/^#|set -eu|common\.sh/m', $said);
            }
        }
    }

    /** @return array<string, array{string, string}> */
    public function wrongWords(): array
    {
        return [
            'stubs' => ['stubs --foo', '"--foo"'],
            'sources' => ['sources --foo', '"--foo"'],
            'bench' => ['bench foo', '"foo"'],
            'install' => ['install foo', '"foo"'],
            'package' => ['package foo', '"foo"'],
            'demo' => ['demo foo', 'usage'],
            'demo, one too many' => ['demo stop foo', 'usage'],
            'install, one too many' => ['install package foo', '"package foo"'],
            'build, one too many' => ['build --san foo', 'usage'],
            'queries' => ['queries --foo', 'usage'],
            'queries, one too many' => ['queries --keys foo', 'usage'],
            'phpt' => ['phpt --foo', 'usage'],
            'shops' => ['shops foo', 'usage'],
            'services' => ['services start words foo', 'usage'],
        ];
    }

    /** @dataProvider wrongWords */
    public function testAWrongWordIsNamed(string $command, string $named): void
    {
        [$status, $said] = self::said("tools/$command 2>&1");
        $this->assertNotSame(0, $status);
        $this->assertStringContainsString($named, $said);
    }

    /** @return array{int, string} */
    private static function said(string $command): array
    {
        exec('cd ' . escapeshellarg(self::ROOT) . " && timeout 20 $command", $said, $status);

        return [$status, implode("\n", $said)];
    }
}
