<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

use OnlineChat\Identity;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/support/Doc.php';
require_once __DIR__ . '/support/Folder.php';
require_once __DIR__ . '/support/Program.php';
require_once __DIR__ . '/support/Proxy.php';
require_once __DIR__ . '/support/Stream.php';

/** Behind nginx and behind Apache as docs/gateway.md has them, both real. */
final class ProxyTest extends TestCase
{
    private Folder $folder;
    /** @var list<Program> */
    private array $programs = [];
    private int $port;
    private int $metrics;

    protected function setUp(): void
    {
        $this->folder = new Folder();
    }

    protected function tearDown(): void
    {
        foreach (array_reverse($this->programs) as $program) {
            $program->end();
        }
        $this->folder->remove();
    }

    /** @return array<string, array{string}> */
    public function servers(): array
    {
        return ['nginx' => ['nginx'], 'Apache' => ['apache']];
    }

    /** The unit listens at a socket, a gateway started by hand at a port. @return array<string, array{string, bool}> */
    public function ways(): array
    {
        return ['nginx, socket' => ['nginx', true], 'nginx, port' => ['nginx', false],
            'Apache, socket' => ['apache', true], 'Apache, port' => ['apache', false]];
    }

    /** @param list<string> $words */
    private function start(string $server, array $words = [], bool $bySocket = true): Program
    {
        if ($server === 'apache' && !is_executable('/usr/sbin/apache2')) {
            $this->markTestSkipped('no /usr/sbin/apache2');
        }
        [$this->port, $own, $this->metrics] = Program::freePorts(3);
        $at = $bySocket ? "unix:{$this->folder->path}/gateway.sock" : "127.0.0.1:$own";
        $gateway = $this->gateway($at, ['--metrics', "127.0.0.1:$this->metrics", ...$words]);
        $this->programs[] = Proxy::start($server, $this->folder, $this->port, $at);

        return $gateway;
    }

    /** @param list<string> $words */
    private function gateway(string $at, array $words = []): Program
    {
        $gateway = Program::gateway($this->folder, ['--listen', $at, ...$words]);
        $target = str_starts_with($at, 'unix:') ? str_replace('unix:', 'unix://', $at) : "tcp://$at";

        return $this->programs[] = $gateway->until(static fn (): bool => ($link = @stream_socket_client($target)) !== false && fclose($link));
    }

    /** @param array<string, string> $headers */
    private function stream(Identity $who, string $query = '', array $headers = [], string $from = '127.0.0.1'): Stream
    {
        $ticket = $this->folder->chat()->tickets()->make($who);

        return new Stream($this->port, "/onlinechat/stream?$query", ['Onlinechat-Ticket' => $ticket] + $headers, $from);
    }

    private function streams(): int
    {
        $text = (string) file_get_contents("http://127.0.0.1:$this->metrics/metrics");
        preg_match_all('/^onlinechat_gateway_streams\{.*\} (\d+)$/m', $text, $found);

        return array_sum($found[1]);
    }

    /** @dataProvider ways */
    public function testEventsComeAtOnceAndUncompressed(string $server, bool $bySocket): void
    {
        $this->start($server, [], $bySocket);
        $visitor = Folder::guest();
        $chat = $this->folder->chat();
        $chat->router()->online(new Identity(\OnlineChat\Role::Operator, '1', 'Operator'), bin2hex(random_bytes(16)), 'Operator', 4);
        $placed = $chat->router()->start($visitor, bin2hex(random_bytes(16)), 'Is this in stock?', '192.0.2.1');
        $stream = $this->stream($visitor, "conversation=$placed->conversation&after=$placed->number&revision=9&stream=tab");
        $this->assertSame(200, $stream->status, $stream->head);
        $this->assertMatchesRegularExpression('~^content-type: text/event-stream~im', $stream->head);
        $this->assertDoesNotMatchRegularExpression('~^content-encoding:~im', $stream->head);
        $this->assertFalse($stream->next('hello')['degraded']);
        // The second comes while the first is all there is: nothing waits for a buffer to be full.
        foreach (['Yes.', 'In blue.'] as $text) {
            $chat->conversations()->post($visitor, bin2hex(random_bytes(16)), $placed->conversation, $text);
            $this->assertSame($text, $stream->next('message')['text']);
        }
        $stream->close();
    }

    /** @dataProvider ways */
    public function testTheVisitorsAddressCountsAndNoneTheyMakeUp(string $server, bool $bySocket): void
    {
        $this->start($server, ['--streams-address', '2'], $bySocket);
        foreach ([200, 200, 429] as $i => $status) {
            $streams[] = $stream = $this->stream(Folder::guest(), '', ['X-Forwarded-For' => "192.0.2.$i"], '127.0.0.2');
            $this->assertSame($status, $stream->status, $stream->head);
        }
        $this->assertSame(200, $this->stream(Folder::guest(), '', [], '127.0.0.3')->status);
    }

    /** @dataProvider servers nginx passes it on at once, Apache when it next writes: with a heartbeat. */
    public function testWhoLeavesIsNoticed(string $server): void
    {
        $gateway = $this->start($server, $server === 'apache' ? ['--heartbeat', '1'] : []);
        $stream = $this->stream(Folder::guest());
        $stream->next('hello');
        $this->assertSame(1, $this->streams());
        $stream->close();
        $gateway->until(fn (): bool => $this->streams() === 0);
        $this->addToAssertionCount(1);
    }

    /** @dataProvider servers A shop's cookies are of no concern to the gateway, and may be larger than all it reads. */
    public function testManyCookiesDoNotMatter(string $server): void
    {
        $this->start($server);
        $stream = $this->stream(Folder::guest(), '', ['Cookie' => 'PrestaShop=' . str_repeat('x', 7500)]);
        $this->assertSame(200, $stream->status, $stream->head);
    }

    /** @dataProvider servers */
    public function testARefusalComesThroughWithItsCode(string $server): void
    {
        $this->start($server);
        $stream = new Stream($this->port, '/onlinechat/stream', ['Onlinechat-Ticket' => 'none']);
        $this->assertSame(401, $stream->status);
        $this->assertMatchesRegularExpression('~^content-type: application/problem\+json~im', $stream->head);
    }

    /** @dataProvider servers Without the gateway a browser learns so at once, and polls. */
    public function testWithoutTheGatewayTheAnswerIsThereAtOnce(string $server): void
    {
        $gateway = $this->start($server);
        $gateway->end();
        $stream = $this->stream(Folder::guest());
        $this->assertContains($stream->status, [502, 503]);
    }

    /** With the lines of docs/gateway.md for several: who one gateway sends away comes back to another at once. */
    public function testOfSeveralGatewaysOneMayStop(): void
    {
        [$this->port] = Program::freePorts(1);
        $sockets = ["unix:{$this->folder->path}/one.sock", "unix:{$this->folder->path}/two.sock"];
        $gateways = array_map(fn (string $at): Program => $this->gateway($at), $sockets);
        $this->programs[] = Proxy::start('nginx', $this->folder, $this->port, ...$sockets);
        // Whichever comes first in nginx's round: each is stopped, and started anew before the other is.
        foreach ([0, 1] as $stopped) {
            $streams = [$this->stream(Folder::guest()), $this->stream(Folder::guest())];
            $gateways[$stopped]->end();
            foreach (range(1, 4) as $again) {
                $stream = $this->stream(Folder::guest());
                $this->assertSame(200, $stream->status, $stream->head);
                $stream->next('hello');
                $stream->close();
            }
            $gateways[$stopped] = $this->gateway($sockets[$stopped]);
            array_map(static fn (Stream $one) => $one->close(), $streams);
        }
    }
}
