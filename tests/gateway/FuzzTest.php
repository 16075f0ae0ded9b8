<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** Requests and tickets cut, changed and made up. GATEWAY_FUZZ says how many, 3,000 by itself. */
final class FuzzTest extends GatewayTestCase
{
    private const WORDS = [
        "GET ", "POST ", '/', 'stream', 'status', '?shop=1', '?conversation=', '&after=', '%', '%4', '&', '=', ',', ':',
        " HTTP/1.1\r\n", " HTTP/1.0\r\n", "\r\n", "\n", "\r", "\0", "\xff", 'v1.', 'Onlinechat-Ticket: ', "Host: a\r\n",
        "Content-Length: 0\r\n", "Content-Length: 7\r\n", "Connection: close\r\n", 'X-Forwarded-For: 1.2.3.4, ', 'If-None-Match: *',
        '9223372036854775808', '-1', "\r\n\r\n",
    ];

    public function testNothingBreaksIt(): void
    {
        mt_srand(7);
        $count = (int) (getenv('GATEWAY_FUZZ') ?: 3000);
        $this->start(['streams_address' => 1000000, 'streams_person' => 10000]);
        $good = "GET /stream?conversation=1&after=2&revision=3&stream=a HTTP/1.1\r\nHost: a\r\nOnlinechat-Ticket: "
            . $this->chat->tickets()->make(self::guest(), 3600) . "\r\n\r\n";
        $witness = $this->greeted(self::operator());
        $memory = 0;
        for ($i = 0; $i < $count; $i++) {
            $socket = stream_socket_client($this->gateway->address, $code, $message, 10);
            self::assertIsResource($socket, $message);
            fwrite($socket, $this->request($good));
            if (mt_rand(0, 3) === 0) {
                stream_socket_shutdown($socket, STREAM_SHUT_WR);
            }
            fclose($socket);
            if ($i === intdiv($count, 5)) {
                $memory = $this->settled();
            }
        }
        self::assertLessThan($memory + 4000000, $this->settled(), 'memory does not grow');
        $this->chat->publish(['maximum' => 51]);
        $witness->event('settings');
    }

    private function request(string $good): string
    {
        $text = $good;
        switch (mt_rand(0, 3)) {
            case 0:
                return substr($text, 0, mt_rand(0, strlen($text)));
            case 1:
                for ($n = mt_rand(1, 5); $n > 0; $n--) {
                    $text[mt_rand(0, strlen($text) - 1)] = chr(mt_rand(0, 255));
                }

                return $text;
            case 2:
                return substr_replace($text, self::WORDS[array_rand(self::WORDS)], mt_rand(0, strlen($text)), mt_rand(0, 9));
            default:
                for ($text = '', $n = mt_rand(0, 30); $n > 0; $n--) {
                    $text .= self::WORDS[array_rand(self::WORDS)];
                }

                return $text;
        }
    }

    /** Resident bytes once only the witness is there. */
    private function settled(): int
    {
        $this->gateway->await(fn (): bool => $this->gateway->metric('connections') <= 2, 'connections end');

        return $this->gateway->metric('resident_bytes');
    }
}
