<?php

namespace OnlineChat\Tools\Test;

/** Makes what suites stand on, each once: "build" (extension and browser scripts) and "services". */
final class Provide
{
    /** @var array<string, true> */
    private array $made = [];

    public function __construct(private readonly string $root, private readonly Runner $runner)
    {
    }

    /** @param list<string> $needs */
    public function all(array $needs): void
    {
        foreach ($needs as $need) {
            if (!isset($this->made[$need])) {
                match ($need) {
                    'build' => $this->run('tools/lib/make-all'),
                    'services' => $this->services(),
                };
                $this->made[$need] = true;
            }
        }
    }

    private function services(): void
    {
        $this->all(['build']);
        $this->run('tools/services', 'stop', 'test');
        $this->run('tools/services', 'start', 'test');
        $this->runner->extend($this->environment("{$this->root}/build/run/test/env"));
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
