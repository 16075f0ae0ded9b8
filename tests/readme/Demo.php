<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Readme;

/** A demo of its own, beside one that may be in use: of the stand-in shop, or of an installed PrestaShop. */
final class Demo
{
    private const NAME = 'readme';

    public string $shop = '';
    public string $office = '';
    /** @var array<string, string> */
    private readonly array $environment;
    /** Below build/run: where its servers work. */
    private readonly string $folder;

    /** @param string $shop the folder of an installed PrestaShop; "" for the stand-in */
    public function __construct(private readonly string $root, string $shop = '')
    {
        $this->folder = $shop === '' ? self::NAME : 'shop-' . basename($shop);
        // What an outer run has set would send this one to its stores.
        $outer = array_filter(getenv(), static fn (string $name): bool => str_starts_with($name, 'ONLINECHAT_'), ARRAY_FILTER_USE_KEY);
        $port = trim((string) shell_exec('php ' . escapeshellarg("$root/tools/lib/free-port.php")));
        $this->environment = ['ONLINECHAT_DEMO' => self::NAME, 'ONLINECHAT_PORT' => $port, 'PRESTASHOP_ROOTS' => $shop]
            + array_diff_key(getenv(), $outer);
    }

    public function start(): void
    {
        [$status, $output] = $this->run('tools/demo', 'start');
        if ($status !== 0) {
            throw new \RuntimeException("exit status $status\n$output");
        }
        $this->read($output);
    }

    private function read(string $output): void
    {
        foreach (['shop' => 'Shop', 'office' => 'Back office'] as $property => $label) {
            if (!preg_match("~^ *$label +(http://[^/\s]+/\\S*)$~m", $output, $found)) {
                throw new \RuntimeException("no address after \"$label\" in\n$output");
            }
            $this->$property = $found[1];
        }
    }

    public function page(string $address): string
    {
        $context = stream_context_create(['http' => ['timeout' => 10, 'ignore_errors' => true]]);
        $text = $address === '' ? false : @file_get_contents($address, false, $context);
        // A shop redirects to the address of a language: what counts is where that ends.
        $lines = array_values(preg_grep('~^HTTP/~', $http_response_header ?? []));
        if ($text === false || !str_contains(end($lines) ?: '', ' 200 ')) {
            throw new \RuntimeException("$address: " . (end($lines) ?: 'no answer'));
        }
        return $text;
    }

    public function stop(): void
    {
        [$status, $output] = $this->run('tools/demo', 'stop');
        if ($status !== 0) {
            throw new \RuntimeException("exit status $status\n$output");
        }
        $this->mustBeGone();
    }

    /** In the foreground, as a person starts it, ended by the terminal's signal to its whole process group. */
    public function interrupt(): void
    {
        $output = tempnam(sys_get_temp_dir(), 'demo');
        $process = proc_open(
            ['setsid', 'tools/demo'],
            [['file', '/dev/null', 'r'], ['file', $output, 'w'], ['file', $output, 'a']],
            $pipes,
            $this->root,
            $this->environment
        );
        $deadline = microtime(true) + 240;
        while (!str_contains((string) file_get_contents($output), 'Ctrl-C')) {
            if (microtime(true) > $deadline || !proc_get_status($process)['running']) {
                throw new \RuntimeException("tools/demo does not come up:\n" . file_get_contents($output));
            }
            usleep(50_000);
        }
        posix_kill(-proc_get_status($process)['pid'], SIGINT);
        proc_close($process);
        unlink($output);
        $this->mustBeGone();
    }

    /** No process works in the run's folder any more. */
    private function mustBeGone(): void
    {
        $left = [];
        foreach (glob('/proc/[0-9]*/cwd') as $link) {
            if (str_starts_with(@readlink($link) . '/', "$this->root/build/run/$this->folder/")) {
                $left[] = trim(strtr((string) @file_get_contents(dirname($link) . '/cmdline'), "\0", ' '));
            }
        }
        if ($left !== []) {
            throw new \RuntimeException("still running:\n" . implode("\n", $left));
        }
    }

    public function clear(): void
    {
        $this->run('tools/demo', 'stop');
    }

    /** @return array{int, string} */
    private function run(string ...$command): array
    {
        $process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            $this->root,
            $this->environment
        );
        $output = (string) stream_get_contents($pipes[1]);
        return [proc_close($process), $output];
    }
}
