<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';
require_once __DIR__ . '/support/Mischief.php';

/**
 * Requests and tickets that are random, altered or cut short. Some thousands here; GATEWAY_HOSTILE says how many:
 *
 *     GATEWAY_HOSTILE=100000 tests/gateway/run --san --filter HostileTest
 */
final class HostileTest extends GatewayTestCase
{
    private const AT_ONCE = 64;
    /** Bytes the process may have more after them: what it keeps for the next. */
    private const SLACK = 2 << 20;

    public function testWhateverIsSentItAnswersTheNextAndForgetsTheRest(): void
    {
        $gateway = $this->start(['grace' => 1]);
        $seed = random_int(1, 1 << 30);
        $mischief = new Mischief($seed, $this->chat->tickets(), self::guest(), self::operator());
        $count = (int) (getenv('GATEWAY_HOSTILE') ?: 3000);
        $this->send($mischief, intdiv($count, 10));
        $this->settled();
        $before = $gateway->metric('resident_bytes');
        $this->send($mischief, $count - intdiv($count, 10));
        $this->settled();
        $this->assertGreaterThanOrEqual($count, $gateway->metric('connections_total'));
        $this->greeted(self::guest());
        $this->assertStringNotContainsString('v1.1.', $gateway->logged(), 'no ticket is in the log');
        // AddressSanitizer keeps what was freed for a while; it looks for leaks itself, when the process ends.
        if (getenv('GATEWAY_PHP') === false) {
            $this->assertLessThan($before + self::SLACK, $gateway->metric('resident_bytes'), "seed $seed");
        }
    }

    /** All that was opened is closed on the gateway's side, too. */
    private function settled(): void
    {
        // The one is that which asks.
        $this->gateway->await(fn (): bool => $this->gateway->metric('connections') <= 1, 'nothing is open any more');
    }

    private function send(Mischief $mischief, int $count): void
    {
        $open = [];
        while ($count > 0 || $open !== []) {
            while ($count > 0 && count($open) < self::AT_ONCE) {
                $link = stream_socket_client($this->gateway->address, $code, $why, 5) ?: throw new \RuntimeException($why);
                stream_set_blocking($link, false);
                @fwrite($link, $mischief->request());
                // Half of them say that nothing more comes, and wait; the others are off at once or soon.
                mt_rand(0, 1) && stream_socket_shutdown($link, STREAM_SHUT_WR);
                $open[(int) $link] = [$link, mt_rand(0, 3)]; // how often it is still looked at
                $count--;
            }
            foreach ($open as $key => [$link, $looks]) {
                $read = @fread($link, 8192);
                $open[$key][1]--;
                if ($looks === 0 || $read === false || feof($link)) {
                    fclose($link);
                    unset($open[$key]);
                }
            }
        }
    }
}
