<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

use PHPUnit\Framework\TestCase;

foreach (['Answer', 'Http', 'Stores', 'Tickets'] as $file) {
    require_once __DIR__ . "/$file.php";
}

/** Talks to a running shop. Each test starts with an empty one, and none may leave a line in PHP's log. */
abstract class EntryTestCase extends TestCase
{
    protected Http $http;
    protected Stores $stores;
    /** One for all tests: PHPUnit keeps every test case, and with it its connections, to the end. */
    private static ?Http $sharedHttp = null;
    private static ?Stores $sharedStores = null;
    private int $logged;

    protected function setUp(): void
    {
        if (getenv('ONLINECHAT_URL') === false) {
            self::markTestSkipped('ONLINECHAT_URL is not set: tools/services start NAME, then source build/run/NAME/env');
        }
        $this->http = self::$sharedHttp ??= new Http((string) getenv('ONLINECHAT_URL'));
        $this->stores = self::$sharedStores ??= new Stores();
        $this->stores->empty();
        $this->logged = strlen(self::log());
    }

    protected function assertPostConditions(): void
    {
        self::assertSame('', substr(self::log(), $this->logged), 'nothing may be in the log of PHP');
    }

    private static function log(): string
    {
        return (string) file_get_contents(getenv('ONLINECHAT_RUN') . '/php.log');
    }

    protected static function key(): string
    {
        return bin2hex(random_bytes(16));
    }

    /** @param array<string, string|int> $query */
    protected function get(string $action, ?string $ticket = null, array $query = []): Answer
    {
        return $this->http->get(
            '/entry.php?' . http_build_query(['action' => $action] + $query),
            $ticket === null ? [] : ["Onlinechat-Ticket: $ticket"]
        );
    }

    /** @param array<string, mixed> $body */
    protected function post(string $action, string $ticket, array $body = []): Answer
    {
        return $this->http->postJson(
            "/entry.php?action=$action",
            json_encode((object) $body, JSON_THROW_ON_ERROR),
            ["Onlinechat-Ticket: $ticket"]
        );
    }

    /** A write that must succeed, with a key of its own. */
    protected function done(string $action, string $ticket, array $body = []): Answer
    {
        $answer = $this->post($action, $ticket, $body + ['key' => self::key()]);
        self::assertSame(200, $answer->status, "$action: $answer->body");

        return $answer;
    }

    protected function guest(string $person = ''): string
    {
        return Tickets::sign(['person' => $person === '' ? self::key() : $person]);
    }

    protected function operator(int $employee = 1): string
    {
        return Tickets::sign(['role' => 'o', 'person' => $employee, 'name' => "Operator $employee"]);
    }

    protected function supervisor(int $employee = 9): string
    {
        return Tickets::sign(['role' => 's', 'person' => $employee, 'name' => "Supervisor $employee"]);
    }

    /** The ticket of an operator who is online. */
    protected function online(int $employee = 1, int $capacity = 10): string
    {
        $operator = $this->operator($employee);
        $placement = $this->done('online', $operator, ['name' => "Operator $employee", 'capacity' => $capacity]);
        self::assertSame('done', $placement->outcome);

        return $operator;
    }

    /** A conversation that $visitor starts. */
    protected function conversation(string $visitor, string $text = 'Hello'): int
    {
        $placement = $this->done('start', $visitor, ['text' => $text]);
        self::assertSame('assigned', $placement->outcome);

        return $placement->conversation;
    }

    protected static function assertProblem(int $status, string $code, string $field, Answer $answer): void
    {
        self::assertSame($status, $answer->status, $answer->body);
        self::assertSame('application/problem+json', $answer->header('Content-Type'));
        self::assertSame('no-store', $answer->header('Cache-Control'));
        self::assertSame('nosniff', $answer->header('X-Content-Type-Options'));
        $document = $answer->json();
        self::assertSame($code, $document['code'], $answer->body);
        self::assertSame($field, $document['field'] ?? '', $answer->body);
        self::assertSame("problems.html#$code", $document['type']);
        self::assertSame($status, $document['status']);
        self::assertNotSame('', $document['title']);
        self::assertNotSame('', $document['detail']);
    }
}
