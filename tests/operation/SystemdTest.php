<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

use PHPUnit\Framework\TestCase;

foreach (['Folder', 'Program', 'Stream', 'NoMachine', 'Machine'] as $name) {
    require_once __DIR__ . "/support/$name.php";
}

/** Issue 7, point 6: the unit as it is shipped, under a systemd that runs. */
final class SystemdTest extends TestCase
{
    private const UNIT = 'onlinechat-gateway';
    private const SOCKET = '/run/onlinechat/gateway.sock';

    private static ?Machine $machine = null;
    private static string $why = '';

    public static function setUpBeforeClass(): void
    {
        $missing = Machine::missing();
        if ($missing !== null) {
            self::$why = $missing;

            return;
        }
        $folder = new Folder(['socket' => '/run/redis/redis-server.sock']);
        try {
            self::$machine = Machine::boot($folder);
        } catch (NoMachine $refused) {
            self::$why = $refused->getMessage();
        } finally {
            self::$machine ?? $folder->remove();
        }
    }

    public static function tearDownAfterClass(): void
    {
        self::$machine?->end();
        self::$machine?->folder->remove();
        self::$machine = null;
    }

    protected function setUp(): void
    {
        if (self::$machine === null) {
            $this->markTestSkipped('no machine with a systemd of its own: ' . self::$why);
        }
    }

    protected function tearDown(): void
    {
        if (self::$machine !== null) {
            self::$machine->run('systemctl', 'stop', self::UNIT);
            self::$machine->run('systemctl', 'reset-failed', self::UNIT);
            self::$machine->dropIn(self::UNIT, '');
        }
    }

    private static function machine(): Machine
    {
        return self::$machine ?? throw new \LogicException('setUp() skips without one');
    }

    private static function start(): void
    {
        self::machine()->must('systemctl', 'start', self::UNIT);
    }

    private static function main(): string
    {
        return self::machine()->state(self::UNIT, 'MainPID')['MainPID'];
    }

    private static function active(): string
    {
        return trim(self::machine()->run('systemctl', 'is-active', self::UNIT));
    }

    /** It talks to Redis, and its own socket and the one for metrics answer. */
    private static function works(string $socket = self::SOCKET, string $metrics = '127.0.0.1:9095'): void
    {
        $machine = self::machine();
        $machine->until(static fn (): bool => str_contains(
            $machine->run('php', '-n', '-r', 'echo @file_get_contents($argv[1]);', '--', "http://$metrics/health"),
            '"redisUp":1'
        ));
        $stream = self::stream($socket);
        self::assertSame(200, $stream->status);
        $stream->next('hello');
        $stream->close();
    }

    private static function stream(string $socket = self::SOCKET): Stream
    {
        $ticket = self::machine()->folder->chat()->tickets()->make(Folder::guest());

        return new Stream(self::machine()->socket($socket), '/onlinechat/stream', ['Onlinechat-Ticket' => $ticket]);
    }

    /** Its sandbox lets it do all it does: opcache's and PCRE's compilers are switched on in the machine's php.ini. */
    public function testItWorksAsItIsShipped(): void
    {
        self::start();
        self::works();
        $status = self::machine()->read('/proc/' . self::main() . '/status');
        $this->assertMatchesRegularExpression('/^CapEff:\s+0+$/m', $status);
        $this->assertMatchesRegularExpression('/^NoNewPrivs:\s+1$/m', $status);
        $this->assertMatchesRegularExpression('/^Seccomp:\s+2$/m', $status);
        $uid = (string) (posix_getpwnam('www-data')['uid'] ?? '');
        $this->assertMatchesRegularExpression("/^Uid:\\s+$uid\\s/m", $status);
        preg_match('/^Max open files\s+(\d+)/m', self::machine()->read('/proc/' . self::main() . '/limits'), $files);
        // Where not even root may raise it (CAP_SYS_RESOURCE), it stays at this process's.
        $this->assertContains($files[1], ['65536', (string) posix_getrlimit()['hard openfiles']]);
    }

    /** ext/gateway/oc_gw_prompt.c: nothing but time tells when the system calls behind it are refused. */
    public function testItMayAskForShortTurns(): void
    {
        self::start();
        $sched = self::machine()->read('/proc/' . self::main() . '/sched');
        if (preg_match('/^se\.slice\s*:\s*(\d+)$/m', $sched, $slice) !== 1 || version_compare(php_uname('r'), '6.12', '<')) {
            $this->markTestSkipped('Linux ' . php_uname('r') . ' has no turns of a process\'s own');
        }
        $this->assertSame('100000', $slice[1]);
    }

    public function testItReachesRedisByAddressAndByName(): void
    {
        foreach (['127.0.0.1', '::1', 'localhost'] as $host) {
            self::machine()->folder->connection(['redis' => ['host' => $host, 'port' => 6379]]);
            exec('chown www-data ' . escapeshellarg(self::machine()->folder->shop . '/var/onlinechat/shop-1.php'));
            self::start();
            self::works();
            self::machine()->must('systemctl', 'stop', self::UNIT);
        }
        self::machine()->folder->connection([]);
    }

    public function testItSeesAShopBelowHome(): void
    {
        self::machine()->dropIn(self::UNIT, 'WorkingDirectory=/home/shop');
        self::start();
        self::works();
    }

    public function testItIsActiveOnlyWhenItListens(): void
    {
        $machine = self::machine();
        $machine->write('/usr/lib/wait.php', '<?php while (!is_file("/run/go")) { usleep(10000); }');
        $machine->dropIn(self::UNIT, "ExecStart=\nExecStart=" . self::command('-d auto_prepend_file=/usr/lib/wait.php'));
        $machine->must('systemctl', 'start', '--no-block', self::UNIT);
        $machine->until(static fn (): bool => self::main() !== '0');
        $this->assertSame('activating', self::active());
        $this->assertFalse($machine->has(self::SOCKET));
        $machine->write('/run/go', '');
        $machine->until(static fn (): bool => self::active() === 'active');
        $this->assertSame(200, self::stream()->status);
        $machine->must('rm', '/run/go');
    }

    /** @param string $more options of PHP's */
    private static function command(string $more): string
    {
        preg_match('/^ExecStart=(\S+) (.+)$/m', (string) file_get_contents(dirname(__DIR__, 2) . '/packaging/onlinechat-gateway.service'), $line);

        return "$line[1] $more $line[2]";
    }

    private function startedAnew(string $before): void
    {
        self::machine()->until(static fn (): bool => self::active() === 'active' && !in_array(self::main(), ['0', $before], true));
        $this->assertNotSame('0', self::machine()->state(self::UNIT, 'NRestarts')['NRestarts']);
        self::works();
    }

    public function testItIsStartedAnewWhenItWasKilled(): void
    {
        self::start();
        $main = self::main();
        self::machine()->must('kill', '-KILL', $main);
        $this->startedAnew($main);
    }

    /** With a shorter wait than the unit's, which is nothing but a number. */
    public function testItIsStartedAnewWhenItHangs(): void
    {
        self::machine()->dropIn(self::UNIT, 'WatchdogSec=2');
        self::start();
        $main = self::main();
        self::machine()->must('kill', '-STOP', $main);
        $this->startedAnew($main);
        $this->assertStringContainsString('Watchdog timeout', self::machine()->must('journalctl', '--unit', self::UNIT, '--output=cat'));
    }

    public function testItsStreamsAreToldOfAStop(): void
    {
        self::start();
        $stream = self::stream();
        $stream->next('hello');
        self::machine()->must('systemctl', 'stop', '--no-block', self::UNIT);
        $this->assertSame('restart', $stream->next('bye')['why']);
        $stream->ends();
        self::machine()->until(static fn (): bool => self::active() === 'inactive');
        $this->assertSame(['Result' => 'success', 'ExecMainStatus' => '0'], self::machine()->state(self::UNIT, 'Result', 'ExecMainStatus'));
        $this->assertFalse(self::machine()->has(self::SOCKET));
    }

    public function testItsStreamsAreToldOfARestart(): void
    {
        self::start();
        $main = self::main();
        $stream = self::stream();
        $stream->next('hello');
        self::machine()->must('systemctl', 'restart', self::UNIT);
        $this->assertSame('restart', $stream->next('bye')['why']);
        $this->assertNotSame($main, self::main());
        self::works();
    }

    /** docs/gateway.md: several side by side; what one leaves is no other's. */
    public function testASecondOneKeepsItsSocketWhenTheFirstStops(): void
    {
        $machine = self::machine();
        $unit = $machine->read('/etc/systemd/system/' . self::UNIT . '.service');
        $machine->write('/etc/systemd/system/onlinechat-second.service', strtr($unit, ['gateway.sock' => 'second.sock', ':9095' => ':9096']));
        $machine->must('systemctl', 'daemon-reload');
        try {
            self::start();
            $machine->must('systemctl', 'start', 'onlinechat-second');
            $machine->must('systemctl', 'stop', self::UNIT);
            self::works('/run/onlinechat/second.sock', '127.0.0.1:9096');
            self::start();
            $machine->must('kill', '-KILL', self::main());
            self::works();
            self::works('/run/onlinechat/second.sock', '127.0.0.1:9096');
        } finally {
            $machine->run('systemctl', 'stop', 'onlinechat-second');
        }
    }

    public function testTheJournalKnowsWhatMatters(): void
    {
        $machine = self::machine();
        $machine->must('journalctl', '--rotate', '--vacuum-time=1us');
        self::start();
        self::works();
        $machine->must('systemctl', 'stop', 'redis-server');
        $machine->until(static fn (): bool => str_contains(implode('', array_column($machine->journal(self::UNIT), 'MESSAGE')), '"redis-lost"'));
        $machine->must('systemctl', 'start', 'redis-server');
        $seen = [];
        foreach ($machine->journal(self::UNIT) as $line) {
            $said = json_decode($line['MESSAGE'], true, 8, JSON_THROW_ON_ERROR);
            $seen[$said['event']] = [$line['PRIORITY'], $line['SYSLOG_IDENTIFIER'], $said['level']];
        }
        $this->assertSame(['6', self::UNIT, 'info'], $seen['listening']);
        $this->assertSame(['4', self::UNIT, 'warning'], $seen['redis-lost']);
    }

    /** What only its owner can mend is an error in the journal, and is not tried again. */
    public function testWhatIsNotSetUpIsNotTriedAgain(): void
    {
        $machine = self::machine();
        $machine->dropIn(self::UNIT, 'WorkingDirectory=/tmp' . "\nExecStart=\nExecStart="
            . str_replace(' modules/', ' /var/www/shop/modules/', self::command('')) . ' --root /var/www');
        $machine->run('systemctl', 'start', self::UNIT);
        $machine->until(static fn (): bool => self::active() === 'failed');
        $this->assertSame(['NRestarts' => '0', 'ExecMainStatus' => '78'], $machine->state(self::UNIT, 'NRestarts', 'ExecMainStatus'));
        $lines = $machine->journal(self::UNIT);
        $last = end($lines);
        $this->assertStringContainsString('/var/www is no PrestaShop', $last['MESSAGE']);
        $this->assertSame('3', $last['PRIORITY']);
    }
}
