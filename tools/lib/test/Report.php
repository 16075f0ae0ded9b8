<?php

namespace OnlineChat\Tools\Test;

/** The counts, build/report.jsonl, and the line a suite on the terminal. */
final class Report
{
    private const PAUSE = 30;

    /** @var array<string, int> */
    private array $total = [Result::PASSED => 0, Result::FAILED => 0, Result::SKIPPED => 0];
    /** @var array<string, int> */
    private array $suite = [];
    private string $name = '';
    private float $began = 0;
    private float $told = 0;
    private readonly bool $terminal;
    /** @var resource */
    private $file;

    public function __construct(string $file)
    {
        $this->file = fopen($file, 'w') ?: throw new \RuntimeException("$file cannot be written");
        $this->terminal = stream_isatty(STDOUT);
    }

    public function begin(string $suite): void
    {
        $this->name = $suite;
        $this->suite = [Result::PASSED => 0, Result::FAILED => 0, Result::SKIPPED => 0];
        $this->began = $this->told = microtime(true);
        $this->tick();
    }

    public function add(Result $result): void
    {
        $this->suite[$result->status]++;
        $this->total[$result->status]++;
        $line = ['suite' => $this->name, 'name' => $result->name, 'status' => $result->status];
        if ($result->reason !== '') {
            $line['reason'] = $result->reason;
        }
        fwrite($this->file, json_encode($line, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
            | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR) . "\n");
        $this->tick();
    }

    public function ranNothing(): bool
    {
        return array_sum($this->suite) === 0;
    }

    public function failedInSuite(): int
    {
        return $this->suite[Result::FAILED];
    }

    /** The suite's own last line. */
    public function finish(): void
    {
        echo $this->terminal ? "\r\e[K" : '', $this->line(), "\n";
    }

    public function close(): bool
    {
        fclose($this->file);
        echo self::counts($this->total), "\n";
        return $this->total[Result::FAILED] === 0;
    }

    /** The suite's line so far: in place on a terminal, else every half minute. */
    public function tick(): void
    {
        if ($this->terminal) {
            echo "\r\e[K", $this->line();
        } elseif (microtime(true) - $this->told > self::PAUSE) {
            $this->told = microtime(true);
            echo $this->line(), " …\n";
        }
    }

    private function line(): string
    {
        return sprintf('%-10s %4.0f s  %s', $this->name, microtime(true) - $this->began, self::counts($this->suite));
    }

    /** @param array<string, int> $of */
    private static function counts(array $of): string
    {
        return "{$of[Result::PASSED]} passed, {$of[Result::FAILED]} failed, {$of[Result::SKIPPED]} skipped";
    }
}
