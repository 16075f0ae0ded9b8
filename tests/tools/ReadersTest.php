<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Tools;

use OnlineChat\Tools\Test\JunitReader;
use OnlineChat\Tools\Test\PhptReader;
use OnlineChat\Tools\Test\Reader;
use OnlineChat\Tools\Test\StatusReader;
use OnlineChat\Tools\Test\TapReader;
use PHPUnit\Framework\TestCase;

foreach (['Result', 'Reader', 'TapReader', 'PhptReader', 'JunitReader', 'StatusReader'] as $name) {
    require_once __DIR__ . "/../../tools/lib/test/$name.php";
}

/** The count at the end of tools/test is only worth what its readers see. */
final class ReadersTest extends TestCase
{
    /** @return list<string> "status name (reason)" */
    private static function read(Reader $reader, string $text, int $status = 0): array
    {
        $results = [];
        foreach (explode("\n", $text) as $line) {
            array_push($results, ...$reader->line($line));
        }
        array_push($results, ...$reader->end($status));
        return array_map(
            static fn ($result) => "$result->status $result->name" . ($result->reason === '' ? '' : " ($result->reason)"),
            $results
        );
    }

    public function testCmockaGroups(): void
    {
        $text = "1..2\nok 1 - text_is_counted\n# a failure: 0x1 != 0x2\nnot ok 2 - text_is_cut\n1..1\nok 1 - other # SKIP no server\nok 2 # SKIP";
        self::assertSame(
            ['passed text_is_counted', 'failed text_is_cut', 'skipped other (no server)', 'skipped '],
            self::read(new TapReader(), $text)
        );
    }

    public function testNestedTapCountsTheInnermost(): void
    {
        $text = <<<'END'
            TAP version 13
            # Subtest: outbox
                # Subtest: keeps order
                ok 1 - keeps order
                  ---
                  duration_ms: 1
                  ...
                # Subtest: retries
                not ok 2 - retries
                1..2
            not ok 1 - outbox
            # Subtest: alone
            ok 2 - alone
            END;
        self::assertSame(
            ['passed outbox > keeps order', 'failed outbox > retries', 'passed alone'],
            self::read(new TapReader(), $text)
        );
    }

    public function testParentThatFailsByItself(): void
    {
        $text = "# Subtest: a\n    # Subtest: b\n    ok 1 - b\nnot ok 1 - a";
        self::assertSame(['passed a > b', 'failed a'], self::read(new TapReader(), $text));
    }

    public function testBailOutFails(): void
    {
        self::assertSame(['failed bail out (no chromium)'], self::read(new TapReader(), 'Bail out! no chromium'));
    }

    public function testTextThatOnlyLooksLikeTap(): void
    {
        self::assertSame([], self::read(new TapReader(), "# ok 1 - in a comment\nokay\nnote: ok"));
    }

    public function testPhpt(): void
    {
        $text = "TEST 1/4 [tests/phpt/a.phpt]\rPASS Tickets [tests/phpt/a.phpt] \n"
            . "TEST 2/4 [tests/phpt/b.phpt]\rSKIP Redis [tests/phpt/b.phpt] reason: no server\n"
            . "LEAK&FAIL Router [tests/phpt/c.phpt] \n"
            . "FAIL Pools [tests/phpt/d.phpt] \n"
            . "FAILED TEST SUMMARY\nPools [tests/phpt/d.phpt]\nTests passed : 1 (25.0%)";
        self::assertSame(
            ['passed a: Tickets', 'skipped b: Redis (no server)', 'failed c: Router (LEAK&FAIL)', 'failed d: Pools (FAIL)'],
            self::read(new PhptReader(), $text)
        );
    }

    public function testJunit(): void
    {
        $file = tempnam(sys_get_temp_dir(), 'junit');
        $reader = new JunitReader($file);
        file_put_contents($file, '<testsuites><testsuite><testcase name="a" class="X\\T"/>'
            . '<testcase name="b" class="X\\T"><failure>no</failure></testcase>'
            . '<testcase name="c" class="X\\T"><skipped/></testcase></testsuite></testsuites>');
        self::assertSame(['passed T: a', 'failed T: b (no)', 'skipped T: c'], self::read($reader, ''));
        touch($file, time() - 60);
        self::assertSame([], self::read($reader, ''), 'a former run\'s');
        unlink($file);
    }

    public function testStatus(): void
    {
        self::assertSame(['passed x'], self::read(new StatusReader('x'), "fine\n"));
        self::assertSame(['failed x (a differs)'], self::read(new StatusReader('x'), "looking\na differs\n", 1));
    }
}
