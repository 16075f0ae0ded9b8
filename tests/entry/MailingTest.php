<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** The form's message: from everybody, never from a robot (G20, G21). */
final class MailingTest extends EntryTestCase
{
    private const FIELDS = ['first_name' => 'Ann', 'email' => 'ann@example.com', 'message' => 'Are you there?'];

    /** @param array<string, mixed> $over */
    private function leave(array $over = [], ?string $ticket = null): Answer
    {
        $body = $over + [
            'key' => self::key(), 'fields' => self::FIELDS, 'language' => 'en', 'url' => '',
            'started' => (int) (microtime(true) * 1000) - 5000,
        ];

        return $this->http->postJson(
            '/entry.php?action=message',
            json_encode($body, JSON_THROW_ON_ERROR),
            $ticket === null ? [] : ["Onlinechat-Ticket: $ticket"]
        );
    }

    public function testWithoutATicket(): void
    {
        $answer = $this->leave();
        self::assertSame(200, $answer->status, $answer->body);
        self::assertGreaterThan(0, $answer->id);
        self::assertSame('Are you there?', $this->stores->value('SELECT message FROM ps_onlinechat_mail'));
    }

    public function testARepetitionIsTheSameMessage(): void
    {
        $body = ['key' => self::key(), 'started' => 1];
        self::assertSame($this->leave($body)->id, $this->leave($body)->id);
        self::assertSame(1, $this->stores->rows()['mail']);
    }

    public function testACustomersMessageIsTheirs(): void
    {
        $customer = Tickets::sign(['role' => 'c', 'person' => 7, 'name' => 'Customer 7']);
        self::assertSame(200, $this->leave([], $customer)->status);
        self::assertSame(7, (int) $this->stores->value('SELECT customer FROM ps_onlinechat_mail'));
        self::assertProblem(403, 'not-allowed', '', $this->leave([], $this->operator()));
        self::assertProblem(401, 'ticket-malformed', '', $this->leave([], 'nonsense'));
    }

    public function testRobotsAreRefused(): void
    {
        $now = (int) (microtime(true) * 1000);
        self::assertProblem(422, 'robot', 'started', $this->leave(['started' => $now]));
        self::assertProblem(422, 'robot', 'url', $this->leave(['url' => 'https://example.com']));
        self::assertProblem(400, 'malformed', 'started', $this->leave(['started' => 'now']));
        self::assertSame(0, $this->stores->rows()['mail']);
        self::assertSame(200, $this->leave(['started' => $now + 3600000])->status, 'a clock that is wrong is no robot');
    }

    public function testEachFieldIsNamed(): void
    {
        self::assertProblem(422, 'invalid', 'email', $this->leave(['fields' => ['email' => 'x'] + self::FIELDS]));
        self::assertProblem(422, 'blank', 'message', $this->leave(['fields' => ['message' => ' '] + self::FIELDS]));
        self::assertProblem(422, 'invalid', 'phone', $this->leave(['fields' => ['phone' => 'abc'] + self::FIELDS]));
        self::assertProblem(422, 'too-long', 'phone', $this->leave(['fields' => ['phone' => str_repeat('1', 33)] + self::FIELDS]));
        self::assertProblem(400, 'malformed', 'fields.email', $this->leave(['fields' => ['email' => 1] + self::FIELDS]));
        self::assertProblem(400, 'malformed', 'fields', $this->leave(['fields' => 'x']));
    }

    public function testTooManyFormsWait(): void
    {
        for ($sent = 0; $sent < 30; $sent++) {
            $answer = $this->leave();
            if ($answer->status !== 200) {
                break;
            }
        }
        self::assertProblem(429, 'rate-limited', '', $answer);
        self::assertSame($sent, $this->stores->rows()['mail']);
    }
}
