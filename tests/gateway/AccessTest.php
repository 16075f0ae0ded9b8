<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

use OnlineChat\Tests\Entry\Tickets;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** Who gets a stream, how many, and what becomes of a wrong request (I9). */
final class AccessTest extends GatewayTestCase
{
    /** @return array<string, array{string, ?string}> */
    public function tickets(): array
    {
        $past = (int) (microtime(true) * 1000) - 700000;

        return [
            'none' => ['no-ticket', null],
            'no ticket at all' => ['ticket-malformed', 'hello'],
            'somebody else\'s' => ['ticket-forged', Tickets::sign([], str_repeat('x', 64))],
            'over' => ['ticket-expired', Tickets::sign(['first' => $past, 'issued' => $past, 'expires' => $past + 600000])],
            'of another shop' => ['ticket-foreign', Tickets::sign(['shop' => 2])],
        ];
    }

    public function testOnlyAGoodTicketOpensAStream(): void
    {
        $this->start();
        foreach ($this->tickets() as $name => [$code, $ticket]) {
            $stream = Stream::open($this->gateway->address, $ticket);
            self::assertSame(401, $stream->status, $name);
            self::assertSame($code, $stream->problem()['code'], $name);
            self::assertSame('application/problem+json', $stream->headers['content-type']);
            self::assertSame('no-store', $stream->headers['cache-control']);
            self::assertSame('Onlinechat-Ticket', $stream->headers['www-authenticate']);
        }
        self::assertSame(5, $this->gateway->metric('refused_total{why="ticket"}'));
    }

    public function testARevokedTicketOpensNothingAndEndsWhatIsOpen(): void
    {
        $this->start();
        $who = self::guest('s1');
        $ticket = $this->chat->tickets()->make($who);
        $open = Stream::open($this->gateway->address, $ticket);
        $open->event('hello');
        $else = $this->greeted(new \OnlineChat\Identity($who->role, $who->person, 'Anna', 'en', 's2'));

        $this->chat->tickets()->revoke($who);
        self::assertSame('ticket', $open->event('bye')['why']);
        $open->awaitClosed();
        $again = Stream::open($this->gateway->address, $ticket);
        self::assertSame([401, 'ticket-revoked'], [$again->status, $again->problem()['code']]);
        // The person's other session goes on.
        $this->chat->publish(['maximum' => 51]);
        $else->event('settings');
    }

    public function testAStreamEndsWithItsTicket(): void
    {
        $this->start();
        $life = 750;
        do {
            // Where it had run out before the stream began, the next one lives longer.
            $life *= 2;
            $expires = (int) (microtime(true) * 1000) + $life;
            $stream = Stream::open($this->gateway->address, Tickets::sign(['issued' => $expires - 60000, 'expires' => $expires]));
        } while ($stream->status === 401 && $life < 60000);
        $stream->event('hello');
        $bye = $stream->event('bye');
        self::assertSame('ticket', $bye['why']);
        self::assertGreaterThanOrEqual($expires, (int) (microtime(true) * 1000));
        $stream->awaitClosed();
    }

    public function testAPersonHasSoManyStreams(): void
    {
        $this->start(['streams_person' => 2]);
        $who = self::guest();
        $first = $this->greeted($who);
        $this->greeted($who);
        $third = $this->stream($who);
        self::assertSame([429, 'rate-limited'], [$third->status, $third->problem()['code']]);
        self::assertSame('30', $third->headers['retry-after']);
        $this->greeted(self::guest());
        $first->close();
        $this->gateway->await(fn (): bool => $this->gateway->metric('streams{shop="1",index="0",role="visitor"}') < 3, 'it is counted');
        $this->greeted($who);
    }

    public function testAnAddressHasSoManyStreams(): void
    {
        $this->start(['streams_address' => 2, 'proxies' => ['127.0.0.0/8']]);
        $from = 'X-Forwarded-For: 192.0.2.1, 198.51.100.7';
        $open = [];
        for ($i = 0; $i < 2; $i++) {
            $open[] = $stream = $this->stream(self::guest(), [], $from);
            self::assertSame(200, $stream->status);
        }
        self::assertSame(429, $this->stream(self::guest(), [], $from)->status);
        // What the visitor wrote before the proxy's own word does not count.
        self::assertSame(429, $this->stream(self::guest(), [], 'X-Forwarded-For: 192.0.2.99, 198.51.100.7')->status);
        self::assertSame(200, $this->stream(self::guest(), [], 'X-Forwarded-For: 198.51.100.8')->status);
        // Of IPv6 the network counts.
        foreach ([200, 200, 429] as $i => $status) {
            $open[] = $stream = $this->stream(self::guest(), [], "X-Forwarded-For: 2001:db8::$i");
            self::assertSame($status, $stream->status);
        }
    }

    public function testAnAddressIsBelievedOfProxiesOnly(): void
    {
        $this->start(['streams_address' => 1, 'proxies' => ['10.0.0.0/8']]);
        $open = $this->stream(self::guest(), [], 'X-Forwarded-For: 198.51.100.7');
        self::assertSame(200, $open->status);
        self::assertSame(429, $this->stream(self::guest(), [], 'X-Forwarded-For: 198.51.100.8')->status);
    }

    /** Where a proxy names nobody, all its browsers have its address; of IPv6, too, of which networks are counted. */
    public function testAProxysOwnAddressIsNotLimited(): void
    {
        $this->start(['streams_address' => 1, 'proxies' => ['127.0.0.0/8', '2001:db8::5']]);
        foreach (['', 'X-Forwarded-For: 2001:db8::5', 'X-Forwarded-For: not an address', 'X-Forwarded-For: 192.0.2.1, [::1]:80'] as $from) {
            foreach ([1, 2] as $ignored) {
                self::assertSame(200, $this->stream(self::guest(), [], ...array_filter([$from]))->status, $from);
            }
        }
        self::assertSame(200, $this->stream(self::guest(), [], 'X-Forwarded-For: 2001:db8::6')->status);
        self::assertSame(429, $this->stream(self::guest(), [], 'X-Forwarded-For: 2001:db8::7')->status);
    }

    public function testAFullGatewaySendsToTheEntry(): void
    {
        $this->start(['most_streams' => 1]);
        $open = $this->greeted(self::guest());
        $stream = $this->stream(self::guest());
        self::assertSame([503, 'shedding'], [$stream->status, $stream->problem()['code']]);
        self::assertFalse($open->closed());
    }

    /** @return array<string, array{int, string, string}> */
    public function requests(): array
    {
        $long = str_repeat('a', 9000);

        return [
            'nonsense' => [400, 'malformed', "hello\r\n\r\n"],
            'bare line feeds' => [400, 'malformed', "GET / HTTP/1.1\n\n"],
            'TLS' => [400, 'malformed', "\x16\x03\x01\n"],
            'a large head' => [431, 'head-too-large', "GET / HTTP/1.1\r\nA: $long\r\n\r\n"],
            'a body' => [413, 'too-large', "GET /stream HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"],
            'chunks' => [413, 'too-large', "GET /stream HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
            'another method' => [405, 'wrong-method', "DELETE /stream HTTP/1.1\r\n\r\n"],
            'another version' => [505, 'version', "GET / HTTP/3.0\r\n\r\n"],
            'another address' => [404, 'unknown-action', "GET /onlinechat/ HTTP/1.1\r\n\r\n"],
            'metrics are elsewhere' => [404, 'unknown-action', "GET /metrics HTTP/1.1\r\n\r\n"],
            'bytes after a stream\'s request' => [400, 'malformed', "GET /stream HTTP/1.1\r\n\r\nx"],
            'two tickets' => [400, 'malformed', "GET /stream HTTP/1.1\r\nOnlinechat-Ticket: a\r\nOnlinechat-Ticket: b\r\n\r\n"],
        ];
    }

    public function testAWrongRequestIsRefused(): void
    {
        $this->start();
        foreach ($this->requests() as $name => [$status, $code, $request]) {
            $stream = new Stream($this->gateway->address, $request);
            self::assertSame([$status, $code], [$stream->status, $stream->problem()['code']], $name);
        }
        $slow = new Stream($this->gateway->address, '');
        foreach (str_split("GET /status?shop=x HTTP/1.0\r\n\r\n") as $byte) {
            fwrite($slow->socket, $byte);
        }
        $slow->head();
        self::assertSame(['malformed', 'shop'], [($problem = $slow->problem())['code'], $problem['field']]);
        $slow->awaitClosed();
    }

    /** A proxy reads no body after HEAD: it would stand before the next answer. */
    public function testAfterHeadTheConnectionEnds(): void
    {
        $this->start();
        $head = new Stream($this->gateway->address, "HEAD /status?shop=1 HTTP/1.1\r\n\r\n");
        self::assertSame([405, 'close'], [$head->status, $head->headers['connection'] ?? '']);
    }

    public function testParametersAreChecked(): void
    {
        $this->start();
        $many = implode(',', array_map(static fn (int $i): string => "$i:1", range(1, 201)));
        foreach (
            [
                'conversation' => [self::guest(), ['conversation' => '-1']],
                'after' => [self::guest(), ['conversation' => 1, 'after' => '4294967296']],
                'stream' => [self::guest(), ['stream' => 'a b']],
                'cursor' => [self::operator(), ['cursor' => 'x']],
                'conversations' => [self::operator(), ['conversations' => $many]],
            ] as $field => [$who, $query]
        ) {
            $stream = $this->stream($who, $query);
            self::assertSame([400, 'malformed', $field], [$stream->status, ($p = $stream->problem())['code'], $p['field']]);
        }
        $most = implode(',', array_map(static fn (int $i): string => "$i:1:1", range(1, 200)));
        self::assertCount(200, $this->stream(self::operator(), ['conversations' => $most])->event('hello')['behind']);
    }

    public function testWhoSendsOnAStreamIsSentAway(): void
    {
        $this->start();
        $stream = $this->greeted(self::guest());
        fwrite($stream->socket, str_repeat('x', 1000));
        $stream->awaitClosed();
        self::assertSame(0, $this->gateway->metric('streams{shop="1",index="0",role="visitor"}'));
    }
}
