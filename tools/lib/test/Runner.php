<?php

namespace OnlineChat\Tools\Test;

/** Runs a suite's commands one after the other and hands what they print to their readers. */
final class Runner
{
    /** @var resource|null the running command */
    private $process = null;
    private bool $interrupted = false;

    /** @param array<string, string> $environment */
    public function __construct(
        private readonly string $root,
        private readonly Report $report,
        private array $environment,
    ) {
        pcntl_async_signals(true);
        foreach ([SIGINT, SIGTERM] as $signal) {
            pcntl_signal($signal, $this->interrupt(...));
        }
    }

    /** @param array<string, string> $more */
    public function extend(array $more): void
    {
        $this->environment = $more + $this->environment;
    }

    private function interrupt(): void
    {
        $this->interrupted = true;
        if ($this->process !== null) {
            proc_terminate($this->process);
        }
    }

    public function suite(string $name, Step ...$steps): void
    {
        $this->report->begin($name);
        $path = "{$this->root}/build/logs/$name.log";
        $log = fopen($path, 'w') ?: throw new \RuntimeException("$path cannot be written");
        foreach ($steps as $step) {
            $this->step($step, $log);
        }
        fclose($log);
        if ($this->report->ranNothing()) {
            $this->report->add(new Result('anything', Result::FAILED, 'the suite ran no test'));
        }
        $this->report->finish();
        if ($this->report->failedInSuite() > 0) {
            self::show($path);
        }
    }

    /** @param resource $log */
    private function step(Step $step, $log): void
    {
        fwrite($log, '$ ' . implode(' ', $step->command) . "\n");
        $failed = $this->report->failedInSuite();
        // In a process group of its own, which ends as a whole when the time is over.
        $command = ['timeout', '--kill-after=15', (string) $step->seconds, ...$step->command];
        $this->process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            $this->root,
            $step->environment + $this->environment
        );
        foreach ($this->lines($pipes[1]) as $line) {
            fwrite($log, "$line\n");
            $this->add($step->reader->line($line));
        }
        fclose($pipes[1]);
        $status = proc_close($this->process);
        $this->process = null;
        if ($this->interrupted) {
            exit(130);
        }
        $this->add($step->reader->end($status));
        if ($status !== 0 && $this->report->failedInSuite() === $failed) {
            $reason = $status === 124 ? "not done after $step->seconds s" : "exit status $status";
            $this->add([new Result($step->name(), Result::FAILED, $reason)]);
        }
    }

    /**
     * Never blocked for longer than a second: a signal is heard between two reads only.
     *
     * @param resource $pipe
     * @return \Generator<string>
     */
    private function lines($pipe): \Generator
    {
        stream_set_blocking($pipe, false);
        $rest = '';
        while (!feof($pipe)) {
            $ready = [$pipe];
            $none = null;
            if (!@stream_select($ready, $none, $none, 1)) {
                $this->report->tick();
                continue;
            }
            $lines = explode("\n", $rest . fread($pipe, 65536));
            $rest = array_pop($lines);
            foreach ($lines as $line) {
                yield rtrim($line, "\r");
            }
        }
        if ($rest !== '') {
            yield $rest;
        }
    }

    /** @param list<Result> $results */
    private function add(array $results): void
    {
        array_map($this->report->add(...), $results);
    }

    /** All a failed suite printed, but for the lines that say a test passed. */
    private static function show(string $path): void
    {
        foreach (new \SplFileObject($path) as $line) {
            if (!preg_match('/^\s*(ok\b|(TEST .*\r)?PASS )/', $line)) {
                echo '    ', $line;
            }
        }
        echo "\n";
    }
}
