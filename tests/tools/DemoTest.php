<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Tools;

use PHPUnit\Framework\TestCase;

/** tools/demo and tools/package among stand-ins of what they call: what they do when something is missing, fails or ends. */
final class DemoTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';
    /** In the place of tools/services: notes what it is asked, and starts a process that is called nginx. */
    private const SERVICES = <<<'BASH'
        . "$(dirname "$0")/lib/common.sh"
        . "$ROOT/tools/lib/process.sh"
        echo "$*" >>"$ROOT/asked"
        RUN_DIR="$ROOT/build/run/$2"
        if [ "$1" = stop ]; then
            end_process nginx
            exit
        fi
        mkdir -p "$RUN_DIR"
        echo 'export ONLINECHAT_URL=http://127.0.0.1:1' >"$RUN_DIR/env"
        launch nginx sleep 60
        BASH;

    private string $folder;

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/onlinechat-demo-' . bin2hex(random_bytes(6));
        mkdir("$this->folder/tools/lib/demo", 0700, true);
        mkdir("$this->folder/tools/lib/shop");
        foreach (['demo', 'package', 'lib/common.sh', 'lib/process.sh', 'lib/shop/roots.sh'] as $file) {
            copy(self::ROOT . "/tools/$file", "$this->folder/tools/$file");
            chmod("$this->folder/tools/$file", 0700);
        }
        $this->write('install', 'echo "install $*" >>"$(dirname "$0")/../asked"');
        $this->write('services', self::SERVICES);
        $this->write('lib/make-all', 'true');
        file_put_contents("$this->folder/tools/lib/demo/seed.php", '');
        file_put_contents("$this->folder/tools/lib/demo/people.php", '');
    }

    protected function tearDown(): void
    {
        $this->said('tools/demo stop');
        exec('rm -rf ' . escapeshellarg($this->folder));
    }

    public function testAStartThatFailsLeavesNothingRunning(): void
    {
        file_put_contents("$this->folder/tools/lib/demo/seed.php", '<?php exit(3);');
        [$status, $said] = $this->said('tools/demo start');
        $this->assertSame(3, $status, $said);
        $this->assertStringEndsWith('stopping what was started', $said);
        $this->assertSame(['install run', 'stop demo', 'start demo', 'stop demo'], $this->asked());
        $this->assertFileDoesNotExist("$this->folder/build/run/demo/nginx.pid");
    }

    public function testAStartThatWorksIsLeftRunning(): void
    {
        [$status, $said] = $this->said('tools/demo start');
        $this->assertSame(0, $status, $said);
        $this->assertSame(['install run', 'stop demo', 'start demo'], $this->asked());
        $this->assertFileExists("$this->folder/build/run/demo/nginx.pid");
    }

    public function testADemoWhoseWebServerEndsSaysSo(): void
    {
        $said = "$this->folder/said";
        $demo = proc_open(['tools/demo'], [['file', '/dev/null', 'r'], ['file', $said, 'w'], ['file', $said, 'a']], $pipes, $this->folder, $this->environment());
        $this->until(static fn (): bool => str_contains((string) @file_get_contents($said), 'Ctrl-C'));
        posix_kill((int) file_get_contents("$this->folder/build/run/demo/nginx.pid"), SIGTERM);
        $this->until(static fn (): bool => !proc_get_status($demo)['running']);
        proc_close($demo);
        $this->assertStringContainsString("nginx has ended, and the demo with it: $this->folder/build/run/demo/nginx.log", (string) file_get_contents($said));
        $this->assertSame('stop demo', $this->asked()[3]);
    }

    /** docs/install.md has nothing before tools/package but a clone. */
    public function testPackingInstallsWhatItNeedsFirst(): void
    {
        $this->write('install', 'echo "install: $*"; exit 7');
        [$status, $said] = $this->said('tools/package');
        $this->assertSame([7, 'install: package'], [$status, $said]);
    }

    private function write(string $tool, string $script): void
    {
        file_put_contents("$this->folder/tools/$tool", "#!/usr/bin/env bash\n$script\n");
        chmod("$this->folder/tools/$tool", 0700);
    }

    /** @return list<string> */
    private function asked(): array
    {
        return file("$this->folder/asked", FILE_IGNORE_NEW_LINES) ?: [];
    }

    /** @return array{int, string} */
    private function said(string $command): array
    {
        $process = proc_open(['timeout', '30', ...explode(' ', $command)], [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes,
            $this->folder, $this->environment());
        $said = (string) stream_get_contents($pipes[1]);

        return [proc_close($process), trim($said)];
    }

    /** @return array<string, string> without what an outer run has set */
    private function environment(): array
    {
        $outer = static fn (string $name): bool => str_starts_with($name, 'ONLINECHAT_') || $name === 'PRESTASHOP_ROOTS';

        return array_filter(getenv(), static fn (string $name): bool => !$outer($name), ARRAY_FILTER_USE_KEY);
    }

    private function until(callable $condition): void
    {
        for ($deadline = microtime(true) + 30; !$condition(); usleep(20_000)) {
            $this->assertLessThan($deadline, microtime(true), (string) @file_get_contents("$this->folder/said"));
        }
    }
}
