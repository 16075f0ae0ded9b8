<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** A machine of the test's own whose process 1 is a systemd, with the shop at /var/www/shop and /home/shop, Redis and the unit. */
final class Machine
{
    private const NAMESPACES = ['--mount', '--pid', '--ipc', '--uts', '--net', '--cgroup'];

    private readonly Program $program;
    private string $pid = '';

    private function __construct(public readonly Folder $folder)
    {
        $this->program = new Program([__DIR__ . '/boot', $folder->path], 'boot', $folder->path, ['ONLINECHAT_EXTENSION' => Program::extension()]);
    }

    /** @return ?string what is missing here, so that none can be booted */
    public static function missing(): ?string
    {
        foreach (['/lib/systemd/systemd' => 'systemd', '/lib/systemd/system/redis-server.service' => 'redis-server', '/usr/bin/php' => 'php-cli'] as $file => $package) {
            if (!is_file($file)) {
                return "no $file (Debian's $package)";
            }
        }

        return posix_getuid() === 0 ? null : 'only root may boot a systemd';
    }

    /** @throws NoMachine where the system lets nobody have one */
    public static function boot(Folder $folder): self
    {
        $machine = new self($folder);
        try {
            $machine->program->until(static fn (): bool => is_file("$folder->path/booted"));
        } catch (\RuntimeException $e) {
            $machine->end();
            throw new NoMachine($e->getMessage());
        }
        try {
            $machine->pid = trim((string) file_get_contents("$folder->path/pid"));
            $machine->program->until(static fn (): bool => $machine->run('systemctl', 'is-active', 'basic.target') === "active\n");
            $machine->must('systemctl', 'start', 'redis-server');
        } catch (\RuntimeException $e) {
            $machine->end();
            throw $e;
        }

        return $machine;
    }

    /** @return string what it printed, on either way */
    public function run(string ...$command): string
    {
        return $this->ran($command)[1];
    }

    /** @throws \RuntimeException unless it ends with 0 */
    public function must(string ...$command): string
    {
        [$status, $said] = $this->ran($command);
        if ($status !== 0) {
            throw new \RuntimeException(implode(' ', $command) . ": $status, $said" . $this->run('journalctl', '--no-pager', '--lines=40'));
        }

        return $said;
    }

    /**
     * @param string[] $command
     *
     * @return array{int, string}
     */
    private function ran(array $command): array
    {
        $all = ['nsenter', '--target', $this->pid, ...self::NAMESPACES, '--', ...$command];
        exec(implode(' ', array_map('escapeshellarg', $all)) . ' 2>&1 </dev/null', $lines, $status);

        return [$status, $lines === [] ? '' : implode("\n", $lines) . "\n"];
    }

    /** A socket of the machine's, for a client outside. PHP's own file functions would follow the link to the outer root. */
    public function socket(string $path): string
    {
        return "/proc/$this->pid/root$path";
    }

    public function read(string $path): string
    {
        return $this->must('cat', $path);
    }

    public function write(string $path, string $text): void
    {
        $this->must('sh', '-c', 'mkdir -p "${1%/*}" && printf %s "$2" >"$1"', 'write', $path, $text);
    }

    public function has(string $path): bool
    {
        return $this->ran(['test', '-e', $path])[0] === 0;
    }

    public function until(callable $condition): void
    {
        $this->program->until($condition);
    }

    /** @return array<string, string> of systemctl show */
    public function state(string $unit, string ...$properties): array
    {
        $state = [];
        foreach (explode("\n", trim($this->must('systemctl', 'show', '--property=' . implode(',', $properties), $unit))) as $line) {
            [$name, $value] = explode('=', $line, 2);
            $state[$name] = $value;
        }

        return $state;
    }

    /** @return list<array{PRIORITY: string, MESSAGE: string}> what the unit's programs said */
    public function journal(string $unit): array
    {
        // What is still on its way.
        $this->must('journalctl', '--sync');
        $lines = explode("\n", trim($this->must('journalctl', '--output=json', "_SYSTEMD_UNIT=$unit.service")));

        return array_map(static fn (string $line): array => json_decode($line, true, 8, JSON_THROW_ON_ERROR), array_filter($lines));
    }

    /** @param string $lines of [Service]; none: as it is shipped */
    public function dropIn(string $unit, string $lines): void
    {
        $file = "/run/systemd/system/$unit.service.d/test.conf";
        $this->must('rm', '-f', $file);
        if ($lines !== '') {
            $this->write($file, "[Service]\n$lines\n");
        }
        $this->must('systemctl', 'daemon-reload');
    }

    public function end(): void
    {
        // Its process 1 has all others with it.
        $this->program->signal(SIGKILL);
        $this->program->ended();
        $group = trim((string) @file_get_contents("{$this->folder->path}/cgroup"));
        if ($group !== '') {
            $empty = 'find ' . escapeshellarg($group) . ' -depth -type d -exec rmdir {} + 2>/dev/null';
            for ($deadline = microtime(true) + 10; is_dir($group) && microtime(true) < $deadline; clearstatcache()) {
                exec($empty);
                usleep(20_000);
            }
        }
    }
}
