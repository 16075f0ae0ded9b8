<?php

namespace PlainChat;

/** Answers poll and post as docs/protocol.md says. */
final class Entry
{
    private const ACTIONS = ['poll' => 'GET', 'post' => 'POST'];
    private const LARGEST = 16384;
    private const JSON = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_HEX_TAG | JSON_HEX_AMP;

    private readonly Chat $chat;

    /** @param array{chat: array<string, mixed>, trusted_proxies: list<string>} $config */
    public function __construct(private readonly array $config)
    {
        $this->chat = new Chat($config['chat']);
    }

    public function run(): void
    {
        try {
            $action = $_GET['action'] ?? '';
            if (!is_string($action) || !isset(self::ACTIONS[$action])) {
                throw new Problem('unknown-action', 'action: not one of docs/protocol.md', 'action');
            }
            if ($_SERVER['REQUEST_METHOD'] !== self::ACTIONS[$action]) {
                header('Allow: ' . self::ACTIONS[$action]);
                throw new Problem('wrong-method', "$action answers " . self::ACTIONS[$action] . ' only');
            }
            $this->$action($this->who());
        } catch (Problem $e) {
            self::refuse($e);
        }
    }

    private function who(): Identity
    {
        $ticket = $_SERVER['HTTP_ONLINECHAT_TICKET'] ?? '';
        if ($ticket === '') {
            throw new Problem('no-ticket', 'the header Onlinechat-Ticket is missing');
        }
        return $this->chat->tickets()->verify($ticket);
    }

    /** The right-most address that is no proxy of ours: what stands further left anybody can write. */
    private function address(): string
    {
        $address = $_SERVER['REMOTE_ADDR'];
        $hops = explode(',', $_SERVER['HTTP_X_FORWARDED_FOR'] ?? '');
        while (in_array($address, $this->config['trusted_proxies'], true) && $hops) {
            $hop = trim(array_pop($hops));
            if (filter_var($hop, FILTER_VALIDATE_IP) === false) {
                return $_SERVER['REMOTE_ADDR'];
            }
            $address = $hop;
        }
        return $address;
    }

    private static function number(string $name, mixed $value): int
    {
        if (is_int($value) && $value >= 0) {
            return $value;
        }
        throw new Problem('malformed', "$name: must be a whole number", $name);
    }

    private static function queryNumber(string $name, ?string $default = null): int
    {
        $value = $_GET[$name] ?? $default;
        if (is_string($value) && strlen($value) < 16 && ctype_digit($value)) {
            return (int) $value;
        }
        throw new Problem('malformed', "$name: must be a whole number", $name);
    }

    private static function flag(string $name): bool
    {
        return match ($_GET[$name] ?? '0') {
            '0' => false,
            '1' => true,
            default => throw new Problem('malformed', "$name: must be 0 or 1", $name),
        };
    }

    private function poll(Identity $who): void
    {
        if ($who->isOperator()) {
            throw new Problem('not-allowed', 'this action is for visitors');
        }
        $stream = $_GET['stream'] ?? null;
        if (!is_string($stream) || !preg_match('/^[A-Za-z0-9_-]{1,40}$/D', $stream)) {
            throw new Problem('invalid', 'stream: 1 to 40 of A-Z, a-z, 0-9, _ and -', 'stream');
        }
        $update = $this->chat->conversations()->poll(
            $who,
            $this->address(),
            $stream,
            self::queryNumber('conversation'),
            self::queryNumber('after', '0'),
            self::queryNumber('revision', '0'),
            self::flag('typing'),
            self::flag('hidden'),
        );
        if ($update->changed || $update->degraded) {
            self::answer($update);
        } else {
            http_response_code(204);
            header("Onlinechat-Delay: $update->delay");
            header('Cache-Control: no-store');
        }
        if ($update->sweep) {
            function_exists('fastcgi_finish_request') && fastcgi_finish_request();
            $this->chat->router()->sweep();
        }
    }

    private function post(Identity $who): void
    {
        $body = self::body();
        $key = $body['key'] ?? null;
        $text = $body['text'] ?? null;
        if (!is_string($key)) {
            throw new Problem('malformed', 'key: must be text', 'key');
        }
        if (!is_string($text)) {
            throw new Problem('malformed', 'text: must be text', 'text');
        }
        $conversation = self::number('conversation', $body['conversation'] ?? null);
        $seen = self::number('seen', $body['seen'] ?? 0);
        $this->chat->admit($who, $this->address(), 'write');
        self::answer($this->chat->conversations()->post($who, $key, $conversation, $text, $seen));
    }

    /** @return array<string, mixed> */
    private static function body(): array
    {
        if (!preg_match('~^application/json\s*(;|$)~i', $_SERVER['CONTENT_TYPE'] ?? '')) {
            throw new Problem('wrong-type', 'Content-Type: must be application/json', 'Content-Type');
        }
        $json = (int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > self::LARGEST
            ? null
            : file_get_contents('php://input', false, null, 0, self::LARGEST + 1);
        if ($json === null || $json === false || strlen($json) > self::LARGEST) {
            throw new Problem('too-large', 'the body: at most ' . self::LARGEST . ' bytes');
        }
        $body = json_decode($json, true, 8);
        if (!is_array($body) || ($json[strspn($json, " \t\r\n")] ?? '') !== '{') {
            throw new Problem('malformed', 'the body must be a JSON object');
        }
        return $body;
    }

    private static function answer(object $answer): void
    {
        header('Cache-Control: no-store');
        header('Content-Type: application/json');
        header('X-Content-Type-Options: nosniff');
        header('Referrer-Policy: no-referrer');
        echo json_encode($answer, self::JSON);
    }

    private static function refuse(Problem $e): void
    {
        http_response_code($e->status());
        header('Content-Type: application/problem+json');
        header('Cache-Control: no-store');
        $document = ['type' => "problems.html#$e->reason", 'title' => $e->reason, 'status' => $e->status(),
            'detail' => $e->getMessage(), 'code' => $e->reason];
        if ($e->field !== null) {
            $document['field'] = $e->field;
        }
        if ($e->retryAfter) {
            header('Retry-After: ' . max(1, intdiv($e->retryAfter + 999, 1000)));
            $document['retry_after'] = $e->retryAfter;
        }
        echo json_encode($document, self::JSON | JSON_INVALID_UTF8_SUBSTITUTE);
    }
}
