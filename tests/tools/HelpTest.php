<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Tools;

use PHPUnit\Framework\TestCase;

/** Asking for help waits for nobody: this test runs while tools/test holds its lock. */
final class HelpTest extends TestCase
{
    public function testHelpNamesTheSuites(): void
    {
        $root = dirname(__DIR__, 2);
        @mkdir("$root/build");
        $lock = fopen("$root/build/test.lock", 'c');
        flock($lock, LOCK_EX | LOCK_NB);
        exec("timeout 20 $root/tools/test --help 2>&1", $said, $status);

        $this->assertSame(0, $status, implode("\n", $said));
        $this->assertStringStartsWith('tools/test [SUITE…]', $said[0]);
        $this->assertMatchesRegularExpression('/^Suites: core store .* shop readme$/', end($said));
    }

    public function testAnUnknownSuiteIsSaidAtOnce(): void
    {
        exec('timeout 20 ' . dirname(__DIR__, 2) . '/tools/test nosuch 2>&1', $said, $status);
        $this->assertSame(2, $status);
        $this->assertStringContainsString('unknown suite: nosuch', implode("\n", $said));
    }
}
