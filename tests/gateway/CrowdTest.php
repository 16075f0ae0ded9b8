<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** Connections that want nothing but room. */
final class CrowdTest extends GatewayTestCase
{
    private const REQUEST = "GET /x HTTP/1.1\r\n\r\n";
    /** Far more than the systems of both sides keep of the answers. */
    private const MOST = 16 << 20;

    public function testWhoAsksAndNeverReadsIsSentAway(): void
    {
        $gateway = $this->start();
        $before = $gateway->metric('resident_bytes');
        $link = stream_socket_client($gateway->address);
        self::assertIsResource($link);
        stream_set_blocking($link, false);
        $chunk = str_repeat(self::REQUEST, 1000);
        for ($sent = 0; $sent < self::MOST; ) {
            $none = null;
            [$read, $write] = [[], [$link]];
            stream_select($read, $write, $none, 5);
            $written = @fwrite($link, substr($chunk, $sent % strlen(self::REQUEST)));
            if ($written === false || $written === 0) {
                break;
            }
            $sent += $written;
        }
        self::assertLessThan(self::MOST, $sent, 'it goes on answering');
        $gateway->await(static fn (): bool => $gateway->metric('connections') <= 1, 'it is closed');
        if (getenv('GATEWAY_PHP') === false) {
            self::assertLessThan($before + (8 << 20), $gateway->metric('resident_bytes'));
        }
    }

    /** The last descriptors are not theirs: Redis is reached again, and whoever looks after the gateway sees them. */
    public function testTheLastFilesAreNotForBrowsers(): void
    {
        $gateway = $this->start([], '', [], 150);
        $stream = $this->greeted(self::guest());
        $idle = [];
        for ($i = 0; $i < 150; $i++) {
            $idle[] = stream_socket_client($gateway->address);
        }
        $gateway->await(static fn (): bool => str_contains($gateway->logged(), '"event":"accept"'), 'it says that it is full');
        self::assertSame(1, $gateway->metric('redis_up'));
        self::assertLessThanOrEqual(87, $gateway->metric('connections'));
        self::assertSame(1, substr_count($gateway->logged(), '"event":"accept"'), 'once, not in each round of the loop');
        $this->chat->publish(['maximum' => 51]);
        $stream->event('settings');
        array_map('fclose', $idle);
        $this->greeted(self::guest());
    }
}
