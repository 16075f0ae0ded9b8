<?php

namespace OnlineChat\Tools\Test;

/** What suites stand on: "build" (extension and browser scripts), once, and "services", new for each suite. */
final class Provide
{
    private bool $built = false;

    public function __construct(private readonly string $root, private readonly Runner $runner)
    {
    }

    /** @param list<string> $needs */
    public function all(array $needs): void
    {
        if ($needs !== [] && !$this->built) {
            $this->run('tools/lib/make-all');
            $this->built = true;
        }
        if (in_array('services', $needs, true)) {
            $this->run('tools/services', 'stop', 'test');
            $this->run('tools/services', 'start', 'test');
            $this->runner->extend($this->environment("{$this->root}/build/run/test/env"));
        }
    }

    public function release(): void
    {
        $this->run('tools/services', 'stop', 'test');
    }

    /** @return array<string, string> what the shell makes of the file */
    private function environment(string $file): array
    {
        $text = shell_exec('env -i bash -c ' . escapeshellarg('. "$0" && env -0') . ' ' . escapeshellarg($file));
        $variables = [];
        foreach (array_filter(explode("\0", (string) $text)) as $line) {
            [$name, $value] = explode('=', $line, 2);
            if (str_starts_with($name, 'ONLINECHAT_')) {
                $variables[$name] = $value;
            }
        }
        return $variables;
    }

    private function run(string ...$command): void
    {
        $process = proc_open($command, [['file', '/dev/null', 'r']], $pipes, $this->root);
        if (proc_close($process) !== 0) {
            throw new \RuntimeException(implode(' ', $command) . ' failed');
        }
    }
}
