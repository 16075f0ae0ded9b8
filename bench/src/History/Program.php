<?php

namespace OnlineChat\Bench\History;

/** bench/history, the program that makes the rows. */
final class Program
{
    private static function run(string ...$words): string
    {
        $process = proc_open([dirname(__DIR__, 3) . '/build/bench/history-load', ...$words], [1 => ['pipe', 'w'], 2 => STDERR], $pipes);
        $answer = trim((string) stream_get_contents($pipes[1]));
        if (proc_close($process) !== 0) {
            throw new \RuntimeException('history-load ' . implode(' ', $words) . ' failed');
        }
        return $answer;
    }

    public static function fingerprint(): string
    {
        static $known;
        return $known ??= self::run('fingerprint');
    }

    /** @return array{conversations: int, messages: int, mails: int} */
    public static function texts(int $conversations, string $folder): array
    {
        return json_decode(self::run('texts', (string) $conversations, $folder), true, 2, JSON_THROW_ON_ERROR);
    }

    /** @return array{documents: int, words: int, postings: int} */
    public static function postings(string $folder): array
    {
        return json_decode(self::run('postings', $folder), true, 2, JSON_THROW_ON_ERROR);
    }
}
