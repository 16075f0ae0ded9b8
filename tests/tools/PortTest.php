<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Tools;

use PHPUnit\Framework\TestCase;

/** ONLINECHAT_PORT: what is no port is said before anything is started, and so is one that is taken. */
final class PortTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';

    public function testWhatIsNoPortIsNamedFirst(): void
    {
        foreach (['abc', '0', '80000', '-1', '8100x', '08100'] as $port) {
            foreach (['tools/demo start', 'tools/demo', 'tools/services start port-test nginx'] as $command) {
                [$status, $said] = self::said("ONLINECHAT_DEMO=port-test PRESTASHOP_ROOTS= ONLINECHAT_PORT=$port timeout 20 $command 2>&1");
                $this->assertSame(1, $status, $said);
                $this->assertMatchesRegularExpression('/^\w+: ONLINECHAT_PORT: a port, 1 to 65535, not "' . $port . '"$/D', $said);
                $this->assertDirectoryDoesNotExist(self::ROOT . '/build/run/port-test');
            }
        }
    }

    public function testADemoWhosePortIsTakenSaysSo(): void
    {
        $taken = stream_socket_server('tcp://127.0.0.1:0');
        $port = (int) substr((string) strrchr(stream_socket_get_name($taken, false), ':'), 1);
        [$status, $said] = self::said("ONLINECHAT_DEMO=port-test PRESTASHOP_ROOTS= ONLINECHAT_PORT=$port timeout 20 tools/demo start 2>&1");
        $this->assertSame([1, "demo: ONLINECHAT_PORT: port $port is taken"], [$status, $said]);
    }

    public function testAPortThatStandsInForAnotherIsSaid(): void
    {
        $taken = stream_socket_server('tcp://127.0.0.1:0');
        $port = (int) substr((string) strrchr(stream_socket_get_name($taken, false), ':'), 1);
        [$status, $said] = self::said("php tools/lib/free-port.php 1 $port 2>&1");
        $this->assertSame(0, $status);
        $this->assertMatchesRegularExpression("/^port $port cannot be had \\(.+\\): another stands in for it\n\\d+$/D", $said);
        $this->assertStringEndsNotWith("\n$port", $said);
    }

    /** @return array{int, string} */
    private static function said(string $command): array
    {
        exec('cd ' . escapeshellarg(self::ROOT) . " && $command", $said, $status);

        return [$status, implode("\n", $said)];
    }
}
