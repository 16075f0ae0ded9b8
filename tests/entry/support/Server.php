<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

/** The entry under another configuration than the shop's. */
final class Server
{
    public readonly Http $http;
    private readonly string $log;
    /** @var resource */
    private $process;

    /** @param array<string, mixed> $config */
    public function __construct(array $config, bool $extension = true)
    {
        $this->log = (string) tempnam(sys_get_temp_dir(), 'entry');
        $address = '127.0.0.1:' . self::freePort();
        $ini = ['log_errors=1', "error_log=$this->log", 'display_errors=0', 'error_reporting=-1'];
        if ($extension) {
            $ini[] = 'extension=' . getenv('ONLINECHAT_EXTENSION');
        }
        $command = [PHP_BINARY];
        foreach ($ini as $setting) {
            array_push($command, '-d', $setting);
        }
        array_push($command, '-S', $address, __DIR__ . '/configured-entry.php');
        $this->process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']],
            $pipes,
            null,
            ['ENTRY_CONFIG' => json_encode($config, JSON_THROW_ON_ERROR)] + getenv()
        );
        $this->http = new Http("http://$address");
        $this->await($address);
    }

    public function stop(): void
    {
        proc_terminate($this->process, SIGKILL);
        proc_close($this->process);
        unlink($this->log);
    }

    /** @return list<string> what was logged, but for the server's own lines about connections */
    public function logged(): array
    {
        $lines = file($this->log, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES);

        return array_values(preg_grep('/(Accepted|Closing|Development Server|\[\d{3}\]: [A-Z]+ )/', $lines, PREG_GREP_INVERT));
    }

    private static function freePort(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $name = (string) stream_socket_get_name($socket, false);
        fclose($socket);

        return (int) substr((string) strrchr($name, ':'), 1);
    }

    private function await(string $address): void
    {
        $end = microtime(true) + 10;
        do {
            $socket = @stream_socket_client("tcp://$address", $code, $error, 1);
            if ($socket !== false) {
                fclose($socket);

                return;
            }
            usleep(10000);
        } while (microtime(true) < $end);
        throw new \RuntimeException("PHP's web server does not answer: $error");
    }
}
