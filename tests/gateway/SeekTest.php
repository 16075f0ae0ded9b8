<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** A Redis named by a name or by its sentinels is looked for beside the streams, not instead of them. */
final class SeekTest extends GatewayTestCase
{
    public function testSentinelsThatDoNotAnswerHoldNobodyUp(): void
    {
        // Connections are taken, and nothing is ever said.
        $mute = stream_socket_server('tcp://127.0.0.1:0');
        self::assertIsResource($mute);
        $lost = ['socket' => null, 'service' => 'chat', 'sentinels' => array_fill(0, 9, (string) stream_socket_get_name($mute, false))];
        $this->start(
            ['shops' => [self::shop(['shop' => 2, 'redis' => $lost]), self::shop()]],
            '',
            ['onlinechat.redis_read_ms=10000']
        );
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $stream = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $this->post($operator, $id, 'Nobody waits for the other shop');
        self::assertSame('Nobody waits for the other shop', $stream->message(2)['text']);
        self::assertSame(0, $this->gateway->stop(), 'nor does the end');
    }

    public function testAHostName(): void
    {
        $port = (int) getenv('ONLINECHAT_REDIS_PORT');
        $this->start(['shops' => [self::shop(['redis' => ['socket' => null, 'host' => 'localhost', 'port' => $port]])]]);
        self::assertFalse($this->stream(self::guest())->event('hello')['degraded']);
    }

    public function testANameThatNobodyKnowsIsNamed(): void
    {
        $this->start(['shops' => [self::shop(['shop' => 2, 'redis' => ['socket' => null, 'host' => 'redis.invalid']]), self::shop()]]);
        $this->gateway->await(
            fn (): bool => preg_match('/"event":"redis-lost".*redis\.invalid: /', $this->gateway->logged()) === 1,
            'it says which name'
        );
    }
}
