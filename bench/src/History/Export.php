<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;

/** Memory of a process while it streams all of the person who said most: of the whole process, the extension's own included. */
final class Export
{
    /** MB above what it had before. */
    private const GOAL = 4;

    public function __construct(private readonly Report $report, private readonly Data $data)
    {
    }

    public function run(): void
    {
        echo "\n";
        $most = $this->person('DESC');
        $process = proc_open([PHP_BINARY, '-c', (string) php_ini_loaded_file(), dirname(__DIR__, 2) . '/export.php', $most['customer'],
            $this->person('ASC')['customer']],
            [1 => ['pipe', 'w'], 2 => STDERR], $pipes);
        $answer = json_decode((string) stream_get_contents($pipes[1]), true);
        if (proc_close($process) !== 0 || !$answer) {
            throw new \RuntimeException('bench/export.php failed');
        }
        $this->report->absolute(sprintf('export of a person, %s messages in %s conversations, %.1f s, %.0f MB of JSON: memory',
            number_format($answer['messages']), number_format((int) $most['conversations']), $answer['seconds'], $answer['bytes'] / 1048576),
            'MB', $answer['kb'] / 1024, Goal::atMost(self::GOAL), $answer);
    }

    /** @return array{customer: string, conversations: string} */
    private function person(string $order): array
    {
        return $this->data->pdo->query('SELECT customer, conversations FROM ' . Data::PREFIX . 'thread WHERE shop = ' . Data::SHOP
            . " AND customer IS NOT NULL AND conversations > 0 ORDER BY conversations $order LIMIT 1")->fetch();
    }

    /** In a process of its own. @param int $small somebody who said little @return array{messages: int, bytes: int, seconds: float, kb: int} */
    public static function measure(int $customer, int $small): array
    {
        $history = (new Extension())->chat(Data::SHOP)->history();
        // Links are made and classes loaded.
        self::stream($history->export(null, $small));
        file_put_contents('/proc/self/clear_refs', '5');
        $before = self::status('VmRSS');
        $began = microtime(true);
        [$messages, $bytes] = self::stream($history->export(null, $customer));
        return ['messages' => $messages, 'bytes' => $bytes, 'seconds' => round(microtime(true) - $began, 3),
            'kb' => self::status('VmHWM') - $before];
    }

    /** @param iterable<mixed> $parts @return array{int, int} messages, bytes */
    private static function stream(iterable $parts): array
    {
        $messages = $bytes = 0;
        foreach ($parts as $part) {
            $messages += count($part->messages ?? []);
            $bytes += strlen(json_encode($part, JSON_THROW_ON_ERROR));
        }
        return [$messages, $bytes];
    }

    /** kB */
    private static function status(string $name): int
    {
        preg_match("/^$name:\s*(\d+)/m", (string) file_get_contents('/proc/self/status'), $found);
        return (int) $found[1];
    }
}
