<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/support/Doc.php';

/** What docs/gateway.md and the unit for systemd say of the program is what it takes. */
final class DocTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';

    public function testTheOptionsAreThePrograms(): void
    {
        preg_match_all('/^ +(--[a-z-]+) /m', (string) file_get_contents(self::ROOT . '/module/src/Gateway/Usage.php'), $usage);
        preg_match_all('/(--[a-z-]+) [A-Z]+`/', Doc::text(), $written);
        $this->assertEqualsCanonicalizing($usage[1], array_unique($written[1]));
    }

    public function testTheUnitsOptionsAreThePrograms(): void
    {
        preg_match('/^ExecStart=.+$/m', (string) file_get_contents(self::unit()), $line);
        preg_match_all('/ (--[a-z-]+) /', $line[0], $used);
        $this->assertNotSame([], $used[1]);
        foreach ($used[1] as $option) {
            $this->assertStringContainsString("`$option ", Doc::text());
        }
    }

    /** "yes" would show the gateway an empty /home, where hosts keep shops. */
    public function testTheUnitSeesAShopBelowHome(): void
    {
        $this->assertMatchesRegularExpression('/^ProtectHome=read-only$/m', (string) file_get_contents(self::unit()));
    }

    /** SystemdTest shows why; it needs a machine that lets it boot one. */
    public function testTheUnitLeavesOutPhpsCompilersAndLetsItAskForShortTurns(): void
    {
        $unit = (string) file_get_contents(self::unit());
        $this->assertMatchesRegularExpression('/^MemoryDenyWriteExecute=yes$/m', $unit);
        $this->assertMatchesRegularExpression('/^ExecStart=.* -d pcre\.jit=0 -d opcache\.enable_cli=0 /m', $unit);
        $this->assertMatchesRegularExpression('/^SystemCallFilter=~.*@resources.*\n(?:#.*\n)?SystemCallFilter=sched_setattr$/m', $unit);
    }

    public function testSystemdTakesTheUnit(): void
    {
        if (!is_executable('/usr/bin/systemd-analyze')) {
            $this->markTestSkipped('no systemd-analyze');
        }
        exec('systemd-analyze verify ' . escapeshellarg(self::unit()) . ' 2>&1', $said, $status);
        $this->assertSame([0, []], [$status, $said]);
    }

    /** 1.6 when written; systemd calls above 5 "medium". */
    public function testTheUnitStaysInItsSandbox(): void
    {
        exec('systemd-analyze security --offline=yes --threshold=20 ' . escapeshellarg(self::unit()) . ' 2>&1', $said, $status);
        if ($status === 127) {
            $this->markTestSkipped('no systemd-analyze');
        }
        $this->assertSame(0, $status, (string) end($said));
    }

    private static function unit(): string
    {
        return (string) realpath(self::ROOT . '/packaging/onlinechat-gateway.service');
    }
}
