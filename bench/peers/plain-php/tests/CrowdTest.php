<?php

namespace PlainChat\Tests;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../autoload.php';
foreach (['Side', 'PlainSide'] as $class) {
    require_once __DIR__ . "/$class.php";
}

/** The promises hold with several processes at once, too. */
final class CrowdTest extends TestCase
{
    private const PROCESSES = 4;
    private const OPERATIONS = 150;

    private PlainSide $side;

    protected function setUp(): void
    {
        if (!getenv('ONLINECHAT_MYSQL_SOCKET')) {
            $this->markTestSkipped('services are not started: tools/services start NAME, then source build/run/NAME/env');
        }
        $this->side = new PlainSide('crowd', 15);
        $this->side->publish(['maximum' => 4, 'queue' => true, 'queue_limit' => 3, 'capacity' => 2]);
    }

    protected function tearDown(): void
    {
        if (isset($this->side)) {
            $this->side->clear();
            unset($this->side);
        }
    }

    public function testNothingIsExceededDoubledOrLost(): void
    {
        $this->runAtOnce();
        $state = $this->side->state();
        $by = static fn (array $rows, string $column): array => array_count_values(array_filter(array_column($rows, $column)));
        $open = array_filter($state['conversations'], static fn (array $c): bool => $c['status'] === 2);
        $shop = $state['shop'][0];

        $this->assertSame(range(1, $shop['decision']), array_column($state['decisions'], 'number'));
        $this->assertCount($shop['ongoing'], $open);
        $this->assertSame($shop['holds'], count($state['holds']));
        $this->assertSame($by($state['conversations'], 'status')[1] ?? 0, $shop['waiting']);
        foreach ($state['operators'] as $operator) {
            $this->assertSame($by($open, 'operator')[$operator['id']] ?? 0, $operator['load_now'], "operator {$operator['id']}");
        }
        foreach ($state['decisions'] as $decision) {
            $this->assertLessThanOrEqual($decision['maximum'], $decision['ongoing'] + $decision['holds']);
        }
        foreach ($state['conversations'] as $c) {
            $numbers = array_column(array_filter($state['messages'], static fn (array $m): bool
                => $m['conversation'] === $c['id']), 'number');
            $this->assertSame(range(1, $c['last_number']), $numbers, "conversation {$c['id']}");
        }
    }

    private function runAtOnce(): void
    {
        $running = [];
        foreach (range(1, self::PROCESSES) as $seed) {
            $running[] = [proc_open(
                [PHP_BINARY, __DIR__ . '/crowd.php', (string) $seed, (string) self::OPERATIONS],
                [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
                $pipes,
            ), $pipes[1]];
        }
        foreach ($running as [$process, $output]) {
            $text = stream_get_contents($output);
            $this->assertSame(0, proc_close($process), $text);
        }
    }
}
