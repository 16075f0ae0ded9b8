<?php

namespace PlainChat\Tests;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../autoload.php';
foreach (['Side', 'ExtensionSide', 'PlainSide', 'Dice'] as $class) {
    require_once __DIR__ . "/$class.php";
}

/** The extension and the plain-PHP chat do the same: what is measured is how fast, not what. */
final class SameTest extends TestCase
{
    private const OPERATIONS = 250;

    private ExtensionSide $extension;
    private PlainSide $plain;

    protected function setUp(): void
    {
        if (!getenv('ONLINECHAT_MYSQL_SOCKET')) {
            $this->markTestSkipped('services are not started: tools/services start NAME, then source build/run/NAME/env');
        }
        if (!extension_loaded('onlinechat')) {
            $this->markTestSkipped('the extension onlinechat is not loaded');
        }
        $this->extension = new ExtensionSide('same_ext', 11);
        $this->plain = new PlainSide('same_php', 12);
    }

    protected function tearDown(): void
    {
        if (isset($this->extension)) {
            $this->extension->clear();
            $this->plain->clear();
            // PHPUnit keeps every test object, and with it would keep its connections.
            unset($this->extension, $this->plain);
        }
    }

    /** @return array<string, array{int}> */
    public static function seeds(): array
    {
        $seeds = [];
        foreach (range(1, (int) (getenv('ONLINECHAT_PEER_SEEDS') ?: 12)) as $seed) {
            $seeds["seed $seed"] = [$seed];
        }
        return $seeds;
    }

    /** @dataProvider seeds */
    public function testScriptOfRandomOperations(int $seed): void
    {
        $dice = new Dice($seed);
        $settings = $dice->settings();
        $this->extension->publish($settings);
        $this->plain->publish($settings);
        $script = [];
        for ($i = 1; $i <= self::OPERATIONS; $i++) {
            [$action, $arguments] = $dice->next();
            $script[] = $action . ' ' . json_encode($arguments, JSON_UNESCAPED_UNICODE);
            $ours = $this->extension->run($action, $arguments);
            $theirs = $this->plain->run($action, $arguments);
            $dice->heard($ours['conversation'] ?? 0);
            $where = "seed $seed, operation $i, settings " . json_encode($settings) . ":\n"
                . implode("\n", array_slice($script, -6)) . "\n";
            $this->assertEquals(self::sorted($theirs), self::sorted($ours), $where);
            if ($i % 10 === 0 || $i === self::OPERATIONS) {
                $this->assertEquals($this->plain->state(), $this->extension->state(), $where);
            }
        }
    }

    /** @param array<string, mixed> $answer @return array<string, mixed> */
    private static function sorted(array $answer): array
    {
        ksort($answer);
        return $answer;
    }

    public function testRateLimits(): void
    {
        $this->extension->publish([]);
        $this->plain->publish([]);
        foreach (['write' => 25, 'start' => 8, 'poll' => 60] as $action => $tries) {
            $counts = ['extension' => 0, 'plain' => 0];
            foreach (range(1, $tries) as $try) {
                $counts['extension'] += isset($this->extension->run('admit', ['g1', '10.0.0.9', $action])['admitted']);
                $counts['plain'] += isset($this->plain->run('admit', ['g1', '10.0.0.9', $action])['admitted']);
            }
            $this->assertSame($counts['extension'], $counts['plain'], $action);
            $this->assertLessThan($tries, $counts['plain'], $action);
        }
    }

    public function testAddressesShareALimit(): void
    {
        foreach (['10.1.1.1', '2001:db8:1:2::3'] as $address) {
            $counts = ['extension' => 0, 'plain' => 0];
            foreach (range(0, 39) as $try) {
                // Another address of the same network counts as the same.
                $from = str_contains($address, ':') ? "2001:db8:1:2::$try" : $address;
                $who = ['g1', 'g2', 'g3', 'g4', 'c1', 'c2', 'c3', 'c4'][$try % 8];
                $counts['extension'] += isset($this->extension->run('admit', [$who, $from, 'start'])['admitted']);
                $counts['plain'] += isset($this->plain->run('admit', [$who, $from, 'start'])['admitted']);
            }
            $this->assertSame($counts['extension'], $counts['plain'], $address);
        }
    }
}
