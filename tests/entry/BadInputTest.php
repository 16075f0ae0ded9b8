<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** Whatever is sent: a problem that names field and rule, no row, nothing in the log. */
final class BadInputTest extends EntryTestCase
{
    private const LIMIT = 16384;

    /** What stands for what in the cases. @var array<string, string|int> */
    private array $places;

    protected function setUp(): void
    {
        parent::setUp();
        $now = (int) (microtime(true) * 1000);
        $visitor = $this->guest($person = self::key());
        $operator = $this->online();
        $mine = $this->conversation($visitor);
        $other = $this->conversation($this->guest(), 'private');
        $used = self::key();
        $this->done('post', $visitor, ['key' => $used, 'conversation' => $mine, 'text' => 'once']);
        $this->places = [
            'VISITOR' => $visitor, 'OPERATOR' => $operator, 'MINE' => $mine, 'OTHERS' => $other, 'USED' => $used,
            'KEY' => self::key(),
            'FORGED' => Tickets::sign(['person' => $person], str_repeat('another secret ', 3)),
            'TAMPERED' => str_replace(".$person.", '.' . self::key() . '.', $visitor),
            'EXPIRED' => Tickets::sign(['person' => $person, 'issued' => $now - 60000, 'expires' => $now - 1]),
            'FUTURE' => Tickets::sign(['person' => $person, 'issued' => $now + 120000]),
            'FOREIGN' => Tickets::sign(['person' => $person, 'shop' => 2]),
            'OVER' => Tickets::sign(['person' => $person, 'first' => $now - 8 * 3600000 - 1000]),
        ];
    }

    /**
     * @dataProvider queries
     * @dataProvider bodies
     * @dataProvider tickets
     * @dataProvider others
     */
    public function testRefused(int $status, string $code, string $field, string $ticket, string $action, mixed $asked): void
    {
        $rows = $this->stores->rows();
        $query = ['action' => $action];
        $headers = $ticket === '' ? [] : ['Onlinechat-Ticket: ' . ($this->places[$ticket] ?? $ticket)];
        if (is_array($asked) && isset($asked['?'])) {
            $path = '/entry.php?' . http_build_query($this->fill($query + $asked['?']));
            $answer = $this->http->get($path, $headers);
        } else {
            $body = is_string($asked) ? $this->fillText($asked) : json_encode((object) $this->fill($asked), JSON_UNESCAPED_UNICODE);
            $answer = $this->http->postJson("/entry.php?action=$action", $body, $headers);
        }
        self::assertProblem($status, $code, $field, $answer);
        if ($field !== '') {
            self::assertStringContainsString($field, $answer->detail);
        }
        self::assertSame($rows, $this->stores->rows(), 'no row may be written');
    }

    public static function queries(): array
    {
        $poll = static fn (int $status, string $code, string $field, array $with): array =>
            [$status, $code, $field, 'VISITOR', 'poll', ['?' => $with + ['conversation' => 'MINE', 'stream' => 's']]];
        $read = static fn (int $status, string $code, string $field, array $with): array =>
            [$status, $code, $field, 'VISITOR', 'read', ['?' => $with + ['conversation' => 'MINE']]];

        return [
            'poll: no conversation' => [400, 'malformed', 'conversation', 'VISITOR', 'poll', ['?' => ['stream' => 's']]],
            'poll: no stream' => [400, 'malformed', 'stream', 'VISITOR', 'poll', ['?' => ['conversation' => 1]]],
            'poll: empty number' => $poll(400, 'malformed', 'conversation', ['conversation' => '']),
            'poll: word as number' => $poll(400, 'malformed', 'conversation', ['conversation' => 'one']),
            'poll: exponent' => $poll(400, 'malformed', 'after', ['after' => '1e3']),
            'poll: space' => $poll(400, 'malformed', 'after', ['after' => ' 1']),
            'poll: hexadecimal' => $poll(400, 'malformed', 'revision', ['revision' => '0x1']),
            'poll: list as number' => $poll(400, 'malformed', 'after', ['after' => ['1']]),
            'poll: list as text' => $poll(400, 'malformed', 'stream', ['stream' => ['s']]),
            'poll: list as flag' => $poll(400, 'malformed', 'hidden', ['hidden' => ['1']]),
            'poll: flag of three values' => $poll(400, 'malformed', 'hidden', ['hidden' => '2']),
            'poll: word as flag' => $poll(400, 'malformed', 'typing', ['typing' => 'true']),
            'poll: negative' => $poll(422, 'invalid', 'after', ['after' => '-1']),
            'poll: past 2^53' => $poll(422, 'invalid', 'after', ['after' => '9007199254740992']),
            'poll: past everything' => $poll(422, 'invalid', 'revision', ['revision' => str_repeat('9', 400)]),
            'poll: empty stream' => $poll(422, 'invalid', 'stream', ['stream' => '']),
            'poll: stream of 41' => $poll(422, 'invalid', 'stream', ['stream' => str_repeat('a', 41)]),
            'poll: stream with a line break' => $poll(422, 'invalid', 'stream', ['stream' => "a\n"]),
            'poll: stream of invalid UTF-8' => $poll(422, 'invalid', 'stream', ['stream' => "\xff"]),
            'read: limit 0' => $read(422, 'invalid', 'limit', ['limit' => 0]),
            'read: limit 201' => $read(422, 'invalid', 'limit', ['limit' => 201]),
            'read: no conversation' => [400, 'malformed', 'conversation', 'VISITOR', 'read', ['?' => ['after' => 1]]],
            'read: none there' => $read(404, 'not-found', '', ['conversation' => 4000000000]),
            'watch: list as typing' => [400, 'malformed', 'typing', 'OPERATOR', 'watch', ['?' => ['stream' => 's', 'typing' => ['1']]]],
            'watch: words as typing' => [422, 'invalid', 'typing', 'OPERATOR', 'watch', ['?' => ['stream' => 's', 'typing' => 'a,b']]],
            'watch: cursor' => [400, 'malformed', 'cursor', 'OPERATOR', 'watch', ['?' => ['stream' => 's', 'cursor' => 'x']]],
            'thread: none given' => [400, 'malformed', 'thread', 'OPERATOR', 'thread', ['?' => []]],
            'thread: no cursor of ours' => [422, 'invalid', 'cursor', 'OPERATOR', 'thread', ['?' => ['thread' => 1, 'cursor' => 'abc']]],
            'thread: too many' => [422, 'invalid', 'limit', 'OPERATOR', 'thread', ['?' => ['thread' => 1, 'limit' => 1001]]],
            'thread: none there' => [404, 'not-found', '', 'OPERATOR', 'thread', ['?' => ['thread' => 4000000000]]],
        ];
    }

    public static function bodies(): array
    {
        $post = static fn (int $status, string $code, string $field, array $with): array =>
            [$status, $code, $field, 'VISITOR', 'post', $with + ['key' => 'KEY', 'conversation' => 'MINE', 'text' => 'x']];
        $start = static fn (int $status, string $code, string $field, array $with): array =>
            [$status, $code, $field, 'VISITOR', 'start', $with + ['key' => 'KEY', 'text' => 'x']];
        $online = static fn (int $status, string $code, string $field, array $with): array =>
            [$status, $code, $field, 'OPERATOR', 'online', $with + ['key' => 'KEY']];
        $raw = static fn (int $status, string $code, string $field, string $body): array =>
            [$status, $code, $field, 'VISITOR', 'post', $body];
        $long = str_repeat('é', 4001);

        return [
            'no body' => $raw(400, 'malformed', '', ''),
            'half a body' => $raw(400, 'malformed', '', '{"key":'),
            'list as body' => $raw(400, 'malformed', '', '[]'),
            'too deep' => $raw(400, 'malformed', '', str_repeat('{"a":', 9) . '1' . str_repeat('}', 9)),
            'a name twice' => $raw(400, 'malformed', 'text', '{"key":"%KEY","conversation":%MINE,"text":"a","text":"b"}'),
            'invalid UTF-8' => $raw(400, 'malformed', 'text', "{\"key\":\"%KEY\",\"conversation\":%MINE,\"text\":\"a\xff\"}"),
            'overlong UTF-8' => $raw(400, 'malformed', 'text', "{\"key\":\"%KEY\",\"conversation\":%MINE,\"text\":\"\xc0\xaf\"}"),
            'a byte too many' => $raw(413, 'too-large', '', str_pad('{}', self::LIMIT + 1)),
            'far too many' => $raw(413, 'too-large', '', str_pad('{}', 500000)),
            'post: empty' => $post(422, 'blank', 'text', ['text' => '']),
            'post: blank' => $post(422, 'blank', 'text', ['text' => " \n\t\u{a0}\u{200b}"]),
            'post: 4,001 characters' => $post(422, 'too-long', 'text', ['text' => $long]),
            'post: zero byte' => $post(422, 'invalid', 'text', ['text' => "a\0b"]),
            'post: no text' => [400, 'malformed', 'text', 'VISITOR', 'post', ['key' => 'KEY', 'conversation' => 'MINE']],
            'post: number as text' => $post(400, 'malformed', 'text', ['text' => 1]),
            'post: list as text' => $post(400, 'malformed', 'text', ['text' => ['a']]),
            'post: text as number' => $post(400, 'malformed', 'conversation', ['conversation' => '1']),
            'post: fraction' => $post(400, 'malformed', 'conversation', ['conversation' => 1.5]),
            'post: negative' => $post(422, 'invalid', 'conversation', ['conversation' => -1]),
            'post: past 2^64' => $raw(422, 'invalid', 'conversation', '{"key":"%KEY","conversation":1e30,"text":"a"}'),
            'post: none there' => $post(404, 'not-found', '', ['conversation' => 4000000000]),
            'post: no key' => [400, 'malformed', 'key', 'VISITOR', 'post', ['conversation' => 'MINE', 'text' => 'x']],
            'post: short key' => $post(422, 'invalid', 'key', ['key' => 'abc']),
            'post: key in capitals' => $post(422, 'invalid', 'key', ['key' => str_repeat('AB', 16)]),
            'post: key for another text' => $post(422, 'key-reused', 'key', ['key' => 'USED', 'text' => 'other']),
            'post: key for another conversation' => $post(422, 'key-reused', 'key', ['key' => 'USED', 'text' => 'once', 'conversation' => 'OTHERS']),
            'post: seen of the wrong type' => $post(400, 'malformed', 'seen', ['seen' => true]),
            'start: empty' => $start(422, 'blank', 'text', ['text' => '']),
            'start: 4,001 characters' => $start(422, 'too-long', 'text', ['text' => $long]),
            'start: text as first' => $start(400, 'malformed', 'first', ['first' => 'no']),
            'typing: missing' => [400, 'malformed', 'typing', 'VISITOR', 'typing', ['conversation' => 'MINE']],
            'typing: as number' => [400, 'malformed', 'typing', 'VISITOR', 'typing', ['conversation' => 'MINE', 'typing' => 1]],
            'seen: missing' => [400, 'malformed', 'number', 'VISITOR', 'seen', ['conversation' => 'MINE']],
            'gone: no stream' => [400, 'malformed', 'stream', 'VISITOR', 'gone', []],
            'gone: bad stream' => [422, 'invalid', 'stream', 'VISITOR', 'gone', ['stream' => 'a b']],
            'online: no places' => $online(422, 'invalid', 'capacity', ['capacity' => 0]),
            'online: 1,001 places' => $online(422, 'invalid', 'capacity', ['capacity' => 1001]),
            'online: text as capacity' => $online(400, 'malformed', 'capacity', ['capacity' => '4']),
            'online: a name of 81' => $online(422, 'too-long', 'name', ['name' => str_repeat('n', 81)]),
            'offline: unknown mode' => [422, 'invalid', 'mode', 'OPERATOR', 'offline', ['key' => 'KEY', 'mode' => 'now']],
            'transfer: to nobody' => [400, 'malformed', 'operator', 'OPERATOR', 'transfer', ['key' => 'KEY', 'conversation' => 'MINE']],
            'transfer: long note' => [422, 'too-long', 'note', 'OPERATOR', 'transfer', ['key' => 'KEY', 'conversation' => 'MINE', 'operator' => 2, 'note' => $long]],
        ];
    }

    public static function tickets(): array
    {
        $cases = [];
        foreach (['read' => ['?' => ['conversation' => 'MINE']], 'post' => ['key' => 'KEY', 'conversation' => 'MINE', 'text' => 'x']] as $action => $asked) {
            foreach ([
                'none' => ['', 'no-ticket'], 'no ticket at all' => ['abc', 'ticket-malformed'],
                'very long' => [str_repeat('v1.', 1000), 'ticket-malformed'], 'bytes' => ["v1.\x80\xff", 'ticket-malformed'],
                'forged' => ['FORGED', 'ticket-forged'], 'tampered with' => ['TAMPERED', 'ticket-forged'],
                'expired' => ['EXPIRED', 'ticket-expired'], 'from the future' => ['FUTURE', 'ticket-expired'],
                'of another shop' => ['FOREIGN', 'ticket-foreign'],
            ] as $what => [$ticket, $code]) {
                $cases["ticket $what: $action"] = [401, $code, '', $ticket, $action, $asked];
            }
        }
        $cases['ticket over 8 hours old: renew'] = [401, 'ticket-expired', '', 'OVER', 'renew', []];
        $cases['ticket as a number: gone'] = [400, 'malformed', 'ticket', '', 'gone', ['ticket' => 1, 'stream' => 's']];
        $cases['ticket in the body: post'] = [401, 'no-ticket', '', '', 'post', ['ticket' => 'VISITOR', 'key' => 'KEY', 'conversation' => 'MINE', 'text' => 'x']];

        return $cases;
    }

    public static function others(): array
    {
        $cases = [];
        $writes = ['key' => 'KEY', 'conversation' => 'OTHERS'];
        foreach ([
            'read' => ['?' => ['conversation' => 'OTHERS']],
            'poll' => ['?' => ['conversation' => 'OTHERS', 'stream' => 's']],
            'post' => $writes + ['text' => 'x'],
            'end' => $writes,
            'reopen' => $writes,
        ] as $action => $asked) {
            $cases["another's conversation: $action"] = [403, 'not-allowed', '', 'VISITOR', $action, $asked];
        }
        foreach (['board', 'watch', 'thread'] as $action) {
            $cases["a visitor: $action"] = [403, 'not-allowed', '', 'VISITOR', $action, ['?' => []]];
        }
        foreach (['online', 'offline', 'take', 'transfer'] as $action) {
            $cases["a visitor: $action"] = [403, 'not-allowed', '', 'VISITOR', $action, []];
        }
        foreach (['current' => ['?' => []], 'poll' => ['?' => []], 'hold' => [], 'release' => [], 'start' => []] as $action => $asked) {
            $cases["an operator: $action"] = [403, 'not-allowed', '', 'OPERATOR', $action, $asked];
        }
        foreach (['nothing', 'history', 'Poll', 'pollAction', '__construct', '0', '../post', "post\0", ''] as $action) {
            $cases['unknown action: ' . json_encode($action)] = [404, 'unknown-action', 'action', 'VISITOR', $action, ['?' => []]];
        }

        return $cases;
    }

    public function testTheLongestTextIsAccepted(): void
    {
        $body = ['conversation' => $this->places['MINE'], 'text' => str_repeat("\u{1f331}", 4000)];
        $json = json_encode($body + ['key' => self::key()], JSON_UNESCAPED_UNICODE);
        $padded = str_pad($json, self::LIMIT);
        self::assertSame(self::LIMIT, strlen($padded));
        $answer = $this->http->postJson('/entry.php?action=post', $padded, ['Onlinechat-Ticket: ' . $this->places['VISITOR']]);
        self::assertSame(200, $answer->status, $answer->body);
    }

    public function testActionsAreNoLists(): void
    {
        self::assertProblem(404, 'unknown-action', 'action', $this->http->get('/entry.php?action[]=poll'));
        self::assertProblem(404, 'unknown-action', 'action', $this->http->get('/entry.php'));
    }

    /** @dataProvider methods */
    public function testWrongMethod(string $action, string $right, string $wrong): void
    {
        $rows = $this->stores->rows();
        $answer = $this->http->send($wrong, "/entry.php?action=$action", ['Content-Type: application/json'], $wrong === 'HEAD' ? null : '{}');
        self::assertSame(405, $answer->status);
        self::assertSame($right, $answer->header('Allow'));
        if ($wrong !== 'HEAD') {
            self::assertProblem(405, 'wrong-method', '', $answer);
        }
        self::assertSame($rows, $this->stores->rows());
    }

    public static function methods(): array
    {
        $cases = [];
        $get = ['status', 'settings', 'current', 'poll', 'read', 'watch', 'board', 'thread'];
        $post = ['hold', 'release', 'start', 'post', 'end', 'typing', 'seen', 'gone', 'renew', 'online', 'offline', 'take',
            'transfer', 'reopen'];
        foreach ($get as $action) {
            $cases["POST $action"] = [$action, 'GET', 'POST'];
        }
        foreach ($post as $action) {
            $cases["GET $action"] = [$action, 'POST', 'GET'];
        }
        foreach (['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'] as $method) {
            $cases["$method poll"] = ['poll', 'GET', $method];
            $cases["$method post"] = ['post', 'POST', $method];
        }

        return $cases;
    }

    /** @dataProvider types */
    public function testOnlyJsonIsTaken(string $action, string $header): void
    {
        $rows = $this->stores->rows();
        $body = json_encode(['key' => self::key(), 'conversation' => $this->places['MINE'], 'text' => 'x', 'stream' => 's']);
        $answer = $this->http->send('POST', "/entry.php?action=$action", [
            $header, 'Onlinechat-Ticket: ' . $this->places['VISITOR'],
        ], $body);
        self::assertProblem(415, 'wrong-type', 'Content-Type', $answer);
        self::assertSame($rows, $this->stores->rows());
    }

    public static function types(): array
    {
        return [
            'none' => ['post', 'Content-Type:'],
            'a form' => ['post', 'Content-Type: application/x-www-form-urlencoded'],
            'a form with files' => ['post', 'Content-Type: multipart/form-data; boundary=x'],
            'text' => ['post', 'Content-Type: text/plain'],
            'nearly JSON' => ['post', 'Content-Type: application/jsonx'],
            'a form saying it is JSON' => ['post', 'Content-Type: text/plain; application/json'],
            'a form as a beacon' => ['gone', 'Content-Type: application/x-www-form-urlencoded'],
        ];
    }

    public function testJsonMayNameItsCharset(): void
    {
        $answer = $this->http->send('POST', '/entry.php?action=post', [
            'Content-Type: Application/JSON ; charset=utf-8', 'Onlinechat-Ticket: ' . $this->places['VISITOR'],
        ], json_encode(['key' => self::key(), 'conversation' => $this->places['MINE'], 'text' => 'x']));
        self::assertSame(200, $answer->status, $answer->body);
    }

    public function testUnauthorizedNamesTheScheme(): void
    {
        self::assertSame('Onlinechat-Ticket', $this->get('current')->header('WWW-Authenticate'));
    }

    public function testNoWordOfTheTicketInARefusal(): void
    {
        $ticket = (string) $this->places['FORGED'];
        $answer = $this->get('current', $ticket);
        self::assertStringNotContainsString(substr($ticket, -20), $answer->body);
        self::assertStringNotContainsString(substr($ticket, 7, 20), $answer->body);
    }

    /** @param array<string, mixed> $values */
    private function fill(array $values): array
    {
        return array_map(fn ($value) => is_string($value) ? $this->places[$value] ?? $value : $value, $values);
    }

    private function fillText(string $text): string
    {
        foreach ($this->places as $name => $value) {
            $text = str_replace("%$name", (string) $value, $text);
        }

        return $text;
    }
}
