<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/support/Folder.php';
require_once __DIR__ . '/support/Program.php';
require_once __DIR__ . '/support/Stream.php';

/** module/bin/onlinechat gateway: what it reads, says and returns. */
final class ProgramTest extends TestCase
{
    private const USAGE = 2;
    private const CONFIGURATION = 78;

    private Folder $folder;

    protected function setUp(): void
    {
        $this->folder = new Folder();
    }

    protected function tearDown(): void
    {
        $this->folder->remove();
    }

    /** @param list<string> $words */
    private function says(array $words, int $status): string
    {
        $program = Program::gateway($this->folder, $words);
        $ended = $program->ended();
        $said = $program->said();
        $this->assertSame($status, $ended, $said);

        return $said;
    }

    /** @return array<string, array{list<string>, string}> */
    public function wrongWords(): array
    {
        return [
            'unknown' => [['--lisen', 'x'], 'unknown word "--lisen"'],
            'no value' => [['--listen='], '--listen: a value is missing'],
            'no number' => [['--grace', 'soon'], '--grace: a whole number above 0, got "soon"'],
            'too much' => [['check', 'twice'], 'unknown word "twice"'],
            'said twice' => [['check', '--grace=5', 'check'], 'unknown word "check"'],
        ];
    }

    /** @dataProvider wrongWords @param list<string> $words */
    public function testAWrongWordIsNamed(array $words, string $why): void
    {
        $said = $this->says($words, self::USAGE);
        $this->assertStringContainsString($why, $said);
        $this->assertStringContainsString('usage: php bin/onlinechat gateway', $said);
    }

    public function testHelpIsNoComplaint(): void
    {
        foreach ([['--help'], ['-h'], ['check', '--help'], ['--listen', 'x', '--help']] as $words) {
            $this->assertStringStartsWith('usage: php bin/onlinechat gateway', $this->says($words, 0));
        }
        $program = escapeshellarg(dirname(__DIR__, 2) . '/module/bin/onlinechat');
        exec(PHP_BINARY . " -n $program --help 2>/dev/null", $said, $status);
        $this->assertSame([0, 'usage: php bin/onlinechat gateway [check] [OPTION …]'], [$status, $said[0]]);
    }

    /** Either ends at the folder: it is looked into before anything is asked. */
    public function testCheckMayStandBeforeOrAfterTheOptions(): void
    {
        $none = "{$this->folder->path}/none";
        foreach ([['check', '--grace', '5', '--root', $none], ['--grace', '5', '--root', $none, 'check']] as $words) {
            $program = dirname(__DIR__, 2) . '/module/bin/onlinechat';
            exec(implode(' ', array_map('escapeshellarg', [PHP_BINARY, '-n', '-d', 'extension=' . Program::extension(), $program, 'gateway', ...$words])) . ' 2>&1', $said, $status);
            $this->assertSame(self::CONFIGURATION, $status);
            $this->assertStringContainsString("$none is no PrestaShop", end($said));
        }
    }

    public function testAFolderWithoutPrestaShopIsNamed(): void
    {
        unlink("{$this->folder->shop}/app/config/parameters.php");
        $this->assertStringContainsString("{$this->folder->shop} is no PrestaShop", $this->says([], self::CONFIGURATION));
    }

    public function testAPrestaShopWithoutTheModuleIsToldWhatToDo(): void
    {
        unlink("{$this->folder->shop}/var/onlinechat/shop-1.php");
        $this->assertStringContainsString('install the module', $this->says([], self::CONFIGURATION));
    }

    /** Who starts it as somebody else must not be told to install what is there. @dataProvider closedFolders */
    public function testAFolderThatIsClosedIsToldFromOneThatIsMissing(string $closed, string $file): void
    {
        chmod("{$this->folder->shop}/$closed", 0);
        // As root nothing is closed.
        $who = posix_getuid() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
        $program = new Program([...$who, PHP_BINARY, '-n', '-d', 'extension=' . Program::extension(), dirname(__DIR__, 2) . '/module/bin/onlinechat',
            'gateway', 'check', '--root', $this->folder->shop], 'closed', $this->folder->path);
        $status = $program->ended();
        chmod("{$this->folder->shop}/$closed", 0755);
        $this->assertSame(self::CONFIGURATION, $status, $program->said());
        $this->assertStringContainsString("{$this->folder->shop}/$file cannot be read: run the gateway as the user the web server runs PHP as", $program->said());
    }

    /** @return array<string, array{string, string}> */
    public function closedFolders(): array
    {
        return [
            'the shop' => ['', 'app/config/parameters.php'],
            'its configuration' => ['app/config', 'app/config/parameters.php'],
            'the connection files' => ['var/onlinechat', 'var/onlinechat'],
        ];
    }

    /** As developers and deployments have it: modules/onlinechat leads elsewhere. */
    public function testWhereTheModuleIsALinkTheFolderIsThatOfTheLink(): void
    {
        mkdir("{$this->folder->shop}/modules");
        symlink(dirname(__DIR__, 2) . '/module', "{$this->folder->shop}/modules/onlinechat");
        $php = implode(' ', array_map('escapeshellarg', [PHP_BINARY, '-n', '-d', 'extension=' . Program::extension()]));
        $shop = "{$this->folder->shop}";
        foreach (["cd $shop && %s modules/onlinechat", "cd $shop && %s ./modules/onlinechat", "cd / && %s $shop/modules/onlinechat",
            "cd $shop/modules/onlinechat && %s .", "cd $shop/var && %s ../modules/onlinechat"] as $called) {
            // The file lacks something, so that nothing is started; its name says which folder was taken.
            $this->folder->connection(['redis' => null]);
            exec('sh -c ' . escapeshellarg(sprintf($called, $php) . '/bin/onlinechat gateway check') . ' 2>&1', $said, $status);
            $this->assertSame(self::CONFIGURATION, $status, end($said));
            $this->assertStringContainsString("$shop/var/onlinechat/shop-1.php has no", end($said), $called);
        }
    }

    public function testAConnectionFileThatLacksSomethingIsNamed(): void
    {
        $this->folder->connection(['redis' => null]);
        $this->assertStringContainsString('shop-1.php has no "redis"', $this->says([], self::CONFIGURATION));
    }

    public function testAnAddressThatIsNoneIsNamed(): void
    {
        $this->assertStringContainsString('listen', $this->says(['--listen', 'everywhere'], self::CONFIGURATION));
    }

    /** Another may end soon: systemd is to try again. */
    public function testAnAddressInUseIsNamed(): void
    {
        $other = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($other, false);
        $this->assertStringContainsString("cannot listen at $address", $this->says(['--listen', $address], 1));
    }

    public function testCheckNamesAnAddressInUseOnce(): void
    {
        $other = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($other, false);
        $this->assertMatchesRegularExpression("/^problem listen: cannot listen at $address/m", $this->says(['check', '--listen', $address], 1));
    }

    public function testANumberOutOfRangeIsNamed(): void
    {
        $this->assertStringContainsString('heartbeat', $this->says(['--heartbeat', '999999'], self::CONFIGURATION));
    }

    public function testWithoutTheExtensionItSaysSo(): void
    {
        $program = new Program([PHP_BINARY, '-n', dirname(__DIR__, 2) . '/module/bin/onlinechat', 'gateway'], 'bare', $this->folder->path);
        $this->assertSame(self::CONFIGURATION, $program->ended());
        $this->assertStringContainsString('the extension onlinechat is not loaded', $program->said());
    }

    public function testCheckIsContentWhereAllIsThere(): void
    {
        [$port] = Program::freePorts(1);
        // On a busy machine Redis may once take longer than a request would wait for it.
        for ($tries = 0; $tries < 20; $tries++) {
            $program = Program::gateway($this->folder, ['check', '--listen', "127.0.0.1:$port", '--most-streams', '100']);
            if ($program->ended() === 0) {
                break;
            }
        }
        $said = $program->said();
        $this->assertSame(0, $program->ended(), $said);
        $this->assertMatchesRegularExpression('/^ok +listen: /m', $said);
        $this->assertMatchesRegularExpression('/^ok +redis 1: /m', $said);
    }

    public function testCheckNamesARedisThatDoesNotAnswer(): void
    {
        [$port, $nobody] = Program::freePorts(2);
        $this->folder->connection(['redis' => ['host' => '127.0.0.1', 'port' => $nobody]]);
        $this->assertMatchesRegularExpression('/^problem redis 1: /m', $this->says(['check', '--listen', "127.0.0.1:$port"], 1));
    }

    /** @return array<string, array{int, string}> */
    public function streams(): array
    {
        return ['the journal\'s' => [0, '<6>'], 'another' => [1, '']];
    }

    /** sd-daemon(3): a number before a line is for the journal alone. @dataProvider streams */
    public function testItsLinesSayToTheJournalHowMuchTheyMatter(int $away, string $before): void
    {
        touch("{$this->folder->path}/gateway.log");
        $log = stat("{$this->folder->path}/gateway.log");
        [$port] = Program::freePorts(1);
        $gateway = Program::gateway($this->folder, ['--listen', "127.0.0.1:$port"], ['JOURNAL_STREAM' => "$log[dev]:" . ($log['ino'] + $away)]);
        try {
            $gateway->listens($port)->until(static fn (): bool => str_contains($gateway->said(), '"listening"'));
        } finally {
            $gateway->end();
        }
        $this->assertMatchesRegularExpression("/^$before\\{\"at\":\\d+,\"level\":\"info\",\"event\":\"listening\"/m", $gateway->said());
    }

    /** What the unit for systemd relies on: ready, alive, stopping; and streams that are told to come back. */
    public function testItTellsSystemdAndTheStreams(): void
    {
        $path = "{$this->folder->path}/notify";
        $heard = stream_socket_server("udg://$path", $code, $why, STREAM_SERVER_BIND);
        [$port, $metrics] = Program::freePorts(2);
        $gateway = Program::gateway($this->folder, ['--listen', "127.0.0.1:$port", '--metrics', "127.0.0.1:$metrics"],
            ['NOTIFY_SOCKET' => $path, 'WATCHDOG_USEC' => '2000000', 'WATCHDOG_PID' => '']);
        try {
            $said = '';
            $hear = static function (string $word) use ($heard, &$said): bool {
                stream_set_blocking($heard, false);
                $said .= stream_socket_recvfrom($heard, 4096) . "\n";

                return str_contains($said, $word);
            };
            $gateway->until(static fn (): bool => $hear('READY=1'));
            $gateway->listens($port)->until(static fn (): bool => $hear('WATCHDOG=1'));
            $this->assertStringContainsString('200', get_headers("http://127.0.0.1:$metrics/health")[0]);
            $ticket = $this->folder->chat()->tickets()->make(Folder::guest());
            $stream = new Stream($port, '/onlinechat/stream', ['Onlinechat-Ticket' => $ticket]);
            $stream->next('hello');
            $gateway->signal(SIGTERM);
            $this->assertSame('restart', $stream->next('bye')['why']);
            $stream->ends();
            $this->assertSame(0, $gateway->ended());
            $hear('STOPPING=1');
            $this->assertStringContainsString('STOPPING=1', $said);
        } finally {
            $gateway->end();
        }
    }
}
