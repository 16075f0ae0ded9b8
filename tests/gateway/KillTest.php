<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';
require_once __DIR__ . '/support/OwnRedis.php';

/**
 * Gateway and Redis are killed while two people write (I1, I2): every acknowledged message is shown at the other side once,
 * in order. GATEWAY_KILLS says how often each is killed, twice by itself; more of them prints the longest gap.
 */
final class KillTest extends GatewayTestCase
{
    use OwnRedis;

    private const BETWEEN = 40; // messages from one kill to the next

    public function testEveryAcknowledgedMessageIsShownOnce(): void
    {
        $kills = (int) (getenv('GATEWAY_KILLS') ?: 2);
        $path = sys_get_temp_dir() . '/oc-kill-' . bin2hex(random_bytes(4)) . '.sock';
        $this->own($path);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor, '1');
        $reader = new Reader($this->chat, $visitor, $id, "unix://$path");
        $said = ['1'];
        for ($round = 0; $round < 2 * $kills; $round++) {
            for ($i = 0; $i < self::BETWEEN; $i++) {
                $said[] = (string) (count($said) + 1);
                $reader->acknowledged($this->chat->conversations()->post($operator, self::key(), $id, end($said))->number);
                $reader->look();
                usleep(2000);
                if ($i === self::BETWEEN >> 1) {
                    $this->hit($round % 2 === 0, $path);
                }
            }
        }
        $this->gateway->await(function () use ($reader, $said): bool {
            $reader->look();

            return count($reader->shown) >= count($said);
        }, 'all is shown');
        self::assertSame($said, $reader->shown);
        if ($kills > 2) {
            fprintf(STDERR, "%d messages, %d kills each, longest gap %.2f s\n", count($said), $kills, $reader->longest);
        }
    }

    /** Killed, and started again as its supervisor would. */
    private function hit(bool $gateway, string $path): void
    {
        if ($gateway) {
            $this->gateway->kill();
            $this->gateway = new Process(['shops' => [$this->ownShop()]], $path);
        } else {
            $this->down();
            $this->up();
        }
    }
}
