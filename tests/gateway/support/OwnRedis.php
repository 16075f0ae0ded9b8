<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

/** A Redis of the test's own, to be killed and stopped. */
trait OwnRedis
{
    /** @var resource|null */
    private $redis;
    private string $folder = '';

    protected function tearDown(): void
    {
        parent::tearDown();
        if ($this->redis !== null) {
            $this->down();
            array_map('unlink', glob("$this->folder/*") ?: []);
            rmdir($this->folder);
        }
    }

    /** A Redis of the test's own, and a chat that uses it. */
    private function own(string $listen = ''): void
    {
        $this->folder = sys_get_temp_dir() . '/oc-gw-' . bin2hex(random_bytes(4));
        mkdir($this->folder);
        $this->up();
        $this->chat = new \OnlineChat\Chat($this->ownShop());
        $this->chat->publish(['maximum' => 50]);
        $this->start(['shops' => [$this->ownShop()]], $listen);
    }

    /** @return array<string, mixed> */
    private function ownShop(): array
    {
        return self::shop(['redis' => ['socket' => "$this->folder/r"]]);
    }

    private function up(): void
    {
        $this->redis = proc_open(
            ['redis-server', '--port', '0', '--unixsocket', "$this->folder/r", '--save', '', '--dir', $this->folder],
            [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']],
            $pipes
        );
        for ($end = microtime(true) + 10; microtime(true) < $end; usleep(10000)) {
            if (@stream_socket_client("unix://$this->folder/r")) {
                return;
            }
        }
        throw new \RuntimeException('redis-server does not start');
    }

    private function down(): void
    {
        proc_terminate($this->redis, SIGKILL);
        proc_close($this->redis);
        $this->redis = null;
    }
}
