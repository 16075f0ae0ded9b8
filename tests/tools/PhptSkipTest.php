<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Tools;

use PHPUnit\Framework\TestCase;

/** What PHP's runner makes of the reasons that tests/phpt/skipif.inc gives: a test that cannot run here is skipped, not run. */
final class PhptSkipTest extends TestCase
{
    private string $folder = '';

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/oc-skip-' . bin2hex(random_bytes(4));
        mkdir($this->folder);
        copy(dirname(__DIR__) . '/phpt/skipif.inc', "$this->folder/skipif.inc");
    }

    protected function tearDown(): void
    {
        array_map('unlink', glob("$this->folder/*") ?: []);
        rmdir($this->folder);
    }

    public function testWithoutServersItIsSkipped(): void
    {
        self::assertSame('SKIPPED', $this->made('skip_without_servers()', ['ONLINECHAT_MYSQL_SOCKET' => '']));
    }

    public function testUnderACheckerWhatMeasuresMemoryIsSkipped(): void
    {
        self::assertSame('SKIPPED', $this->made('skip_where_memory_is_the_checkers()', ['ONLINECHAT_CHECKER' => 'valgrind']));
    }

    public function testWhatCanRunIsRun(): void
    {
        $set = array_fill_keys(['ONLINECHAT_MYSQL_SOCKET', 'ONLINECHAT_REDIS_SOCKET', 'ONLINECHAT_SECRET'], 'x');
        self::assertSame('PASSED', $this->made('skip_without_servers()', $set));
    }

    /** @param array<string, string> $environment */
    private function made(string $condition, array $environment): string
    {
        $command = 'php-config --prefix; php-config --phpapi; php-config --php-binary';
        [$prefix, $api, $php] = explode("\n", (string) shell_exec($command));
        file_put_contents("$this->folder/one.phpt", "--TEST--\nOne\n--SKIPIF--\n<?php require __DIR__ . '/skipif.inc'; $condition; ?>\n"
            . "--FILE--\n<?php echo 'run'; ?>\n--EXPECT--\nrun\n");
        $run = proc_open(
            [PHP_BINARY, '-n', "$prefix/lib/php/$api/build/run-tests.php", '-q', '-n', '-W', "$this->folder/results", "$this->folder/one.phpt"],
            [['file', '/dev/null', 'r'], ['file', "$this->folder/said", 'w'], ['file', "$this->folder/said", 'a']],
            $pipes,
            $this->folder,
            $environment + ['TEST_PHP_EXECUTABLE' => $php] + getenv()
        );
        proc_close($run);
        self::assertFileExists("$this->folder/results", (string) file_get_contents("$this->folder/said"));

        return explode("\t", (string) file_get_contents("$this->folder/results"))[0];
    }
}
