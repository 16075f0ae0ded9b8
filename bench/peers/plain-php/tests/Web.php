<?php

namespace PlainChat\Tests;

/** An entry served by PHP's own server. */
final class Web
{
    /** @var resource */
    private $process;
    private readonly string $address;
    private readonly string $config;

    /** @param string $variable names the file with the options @param array<string, mixed> $options */
    public function __construct(string $script, string $variable, array $options)
    {
        $this->config = tempnam(sys_get_temp_dir(), 'entry');
        file_put_contents($this->config, '<?php return '
            . var_export(['chat' => $options, 'trusted_proxies' => []], true) . ';');
        $extension = getenv('ONLINECHAT_EXTENSION') ?: 'onlinechat';
        $free = stream_socket_server('tcp://127.0.0.1:0');
        $this->address = stream_socket_get_name($free, false);
        fclose($free);
        $this->process = proc_open(
            [PHP_BINARY, '-d', "extension=$extension", '-d', 'display_errors=0', '-S', $this->address, $script],
            [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']],
            $pipes,
            null,
            [$variable => $this->config] + getenv(),
        );
        $this->wait();
    }

    private function wait(): void
    {
        for ($end = microtime(true) + 10; microtime(true) < $end; usleep(5000)) {
            $socket = @stream_socket_client("tcp://$this->address", $code, $message, 1);
            if ($socket) {
                fclose($socket);
                return;
            }
        }
        throw new \RuntimeException("PHP's server does not listen on $this->address");
    }

    /** @return array<string, mixed> what both entries have to have alike */
    public function ask(string $method, string $query, string $ticket, ?string $body, string $type): array
    {
        $curl = curl_init("http://$this->address/?$query");
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTPHEADER => ["Onlinechat-Ticket: $ticket", "Content-Type: $type", 'Expect:'],
        ] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]));
        $text = curl_exec($curl);
        $data = json_decode((string) $text, true);
        $answer = ['status' => curl_getinfo($curl, CURLINFO_RESPONSE_CODE), 'type' => curl_getinfo($curl, CURLINFO_CONTENT_TYPE)];
        if ($answer['status'] >= 400) {
            return $answer + ['code' => $data['code'] ?? $text, 'field' => $data['field'] ?? null];
        }
        return $answer + ['data' => $data === null ? null : $this->withoutClock($data)];
    }

    /** @param array<string, mixed> $data @return array<string, mixed> */
    private function withoutClock(array $data): array
    {
        // The peer has no operator's side and no settings' version; what else differs is the clock.
        unset($data['at'], $data['delay'], $data['sweep'], $data['board'], $data['settings'], $data['messages']['revision']);
        foreach ($data['messages']['messages'] ?? [] as $i => $message) {
            unset($data['messages']['messages'][$i]['at']);
        }
        return $data;
    }

    public function end(): void
    {
        proc_terminate($this->process);
        proc_close($this->process);
        unlink($this->config);
    }
}
