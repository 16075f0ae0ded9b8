<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\Update;

/**
 * Answers one request of docs/protocol.md.
 *
 * Nearly all requests are polls with nothing new, so a poll needs no file but this one; what else there is
 * (bodies, proxies, refusals, the other actions) is included when a request needs it.
 *
 * The options of OnlineChat\Chat:
 *
 * @phpstan-type Mysql array{host: string, port: int, user: string, password: string, database: string}|array{socket: string, user: string, password: string, database: string}
 * @phpstan-type Redis array{host?: string, port?: int, socket?: string, sentinels?: list<string>, service?: string, user?: string, password?: string, database?: int}
 * @phpstan-type Options array{shop: int, prefix: string, secrets: list<string>, mysql: Mysql, redis: Redis}
 * @phpstan-type Config array{chat: Options, trusted_proxies?: list<string>}
 */
final class Entry
{
    public const JSON = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_HEX_TAG | JSON_HEX_AMP;

    private const EVERYONE = 0;
    private const VISITOR = 1;
    private const OPERATOR = 2;
    private const BOTH = 3;
    /** A visitor if there is a ticket, else nobody. */
    private const ANYBODY = 4;

    /** action => method, who may, limit of Chat::admit ("": its own), file, handler. Nothing else is reachable. */
    private const ACTIONS = [
        'poll' => ['GET', self::VISITOR, '', 'Entry', [self::class, 'poll']],
        'watch' => ['GET', self::OPERATOR, '', 'Entry', [self::class, 'watch']],
        'status' => ['GET', self::EVERYONE, '', 'Showing', [Showing::class, 'status']],
        'settings' => ['GET', self::EVERYONE, '', 'Showing', [Showing::class, 'settings']],
        'current' => ['GET', self::VISITOR, 'poll', 'Talking', [Talking::class, 'current']],
        'read' => ['GET', self::BOTH, 'poll', 'Talking', [Talking::class, 'read']],
        'post' => ['POST', self::BOTH, 'write', 'Talking', [Talking::class, 'post']],
        'typing' => ['POST', self::BOTH, 'write', 'Talking', [Talking::class, 'typing']],
        'seen' => ['POST', self::BOTH, 'write', 'Talking', [Talking::class, 'seen']],
        'gone' => ['POST', self::BOTH, 'write', 'Talking', [Talking::class, 'gone']],
        'visit' => ['POST', self::VISITOR, 'write', 'Talking', [Talking::class, 'visit']],
        'renew' => ['POST', self::BOTH, 'write', 'Talking', [Talking::class, 'renew']],
        'hold' => ['POST', self::VISITOR, 'write', 'Routing', [Routing::class, 'hold']],
        'release' => ['POST', self::VISITOR, 'write', 'Routing', [Routing::class, 'release']],
        'start' => ['POST', self::VISITOR, 'start', 'Routing', [Routing::class, 'start']],
        'end' => ['POST', self::BOTH, 'write', 'Routing', [Routing::class, 'end']],
        'reopen' => ['POST', self::BOTH, 'write', 'Routing', [Routing::class, 'reopen']],
        'message' => ['POST', self::ANYBODY, 'form', 'Mailing', [Mailing::class, 'message']],
        'online' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'online']],
        'offline' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'offline']],
        'take' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'take']],
        'transfer' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'transfer']],
        'invite' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'invite']],
        'leave' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'leave']],
        'block' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'block']],
        'unblock' => ['POST', self::OPERATOR, 'write', 'Operating', [Operating::class, 'unblock']],
        'blocks' => ['GET', self::OPERATOR, 'poll', 'Operating', [Operating::class, 'blocks']],
        'board' => ['GET', self::OPERATOR, 'poll', 'Operating', [Operating::class, 'board']],
        'overview' => ['GET', self::OPERATOR, 'poll', 'Operating', [Operating::class, 'overview']],
        'trail' => ['GET', self::OPERATOR, 'poll', 'Operating', [Operating::class, 'trail']],
        'thread' => ['GET', self::OPERATOR, 'poll', 'Operating', [Operating::class, 'thread']],
    ];

    /** Set when a poll's answer asks for a sweep; run() makes it once the visitor has the answer. */
    private static bool $sweep = false;

    /** @param Config $config */
    public static function run(array $config): void
    {
        self::$sweep = false;
        try {
            $chat = self::serve($config);
        } catch (\Throwable $e) {
            require_once __DIR__ . '/Problem.php';
            Problem::of($e)->send();

            return;
        }
        if (self::$sweep) {
            self::sweep($chat);
        }
    }

    /**
     * @param Config $config
     *
     * @phpstan-impure
     */
    private static function serve(array $config): Chat
    {
        $name = $_GET['action'] ?? '';
        $action = \is_string($name) ? self::ACTIONS[$name] ?? null : null;
        if ($action === null) {
            throw self::refusal('unknown-action', 'action: not one of docs/protocol.md', 'action');
        }
        [$method, $who, $limit, $file, $handler] = $action;
        if (self::variable('REQUEST_METHOD') !== $method) {
            throw self::refusal('wrong-method', "$name answers $method only", '', ["Allow: $method"]);
        }

        $chat = self::chat($config);
        if ($file === 'Entry') {
            $identity = self::identity($chat, $who, self::variable('HTTP_ONLINECHAT_TICKET'));
            self::update($handler($chat, $identity, self::address($config)));

            return $chat;
        }

        require_once __DIR__ . '/Input.php';
        require_once __DIR__ . "/$file.php";
        $input = $method === 'POST' ? Input::body($name === 'gone') : Input::query();
        if ($who === self::EVERYONE) {
            self::answer($handler($chat, $input), 'public, max-age=2');

            return $chat;
        }
        $ticket = self::variable('HTTP_ONLINECHAT_TICKET') ?? ($name === 'gone' ? $input->optional('ticket') : null);
        $identity = $who === self::ANYBODY
            ? ($ticket === null ? null : self::identity($chat, self::VISITOR, $ticket))
            : self::identity($chat, $who, $ticket);
        $address = self::address($config);
        $chat->admit($identity, $address, $limit);
        self::answer($handler($chat, $identity, $input, $address));

        return $chat;
    }

    /** @param Config $config */
    private static function chat(array $config): Chat
    {
        try {
            return new Chat($config['chat']);
        } catch (\ValueError $e) {
            // The owner's mistake, not the visitor's: never a 422.
            throw new \LogicException('options of the chat: ' . $e->getMessage(), 0, $e);
        }
    }

    private static function identity(Chat $chat, int $who, ?string $ticket): Identity
    {
        if ($ticket === null || $ticket === '') {
            throw self::refusal('no-ticket', 'the header Onlinechat-Ticket is missing');
        }
        $identity = $chat->tickets()->verify($ticket);
        if (($who & ($identity->role === Role::Operator ? self::OPERATOR : self::VISITOR)) === 0) {
            throw self::refusal('not-allowed', $who === self::VISITOR ? 'this action is for visitors' : 'this action is for operators');
        }

        return $identity;
    }

    /**
     * The visitor's address for the limits.
     *
     * @param Config $config
     */
    private static function address(array $config): string
    {
        $peer = self::variable('REMOTE_ADDR') ?? '';
        $trusted = $config['trusted_proxies'] ?? [];
        $forwarded = $trusted === [] ? null : self::variable('HTTP_X_FORWARDED_FOR');
        if ($forwarded === null) {
            return $peer;
        }
        require_once __DIR__ . '/Address.php';

        return Address::behind($peer, $forwarded, $trusted);
    }

    /**
     * One of the server's variables. FPM and Apache answer getenv() from the request itself. $_SERVER would first
     * copy all of them (6 to 8 of the 45 µs that FPM spends on an empty request), and does so for any file that
     * names it: hence Variables.php.
     */
    private static function variable(string $name): ?string
    {
        $value = \getenv($name);
        if ($value !== false) {
            return $value;
        }
        require_once __DIR__ . '/Variables.php';

        return Variables::get($name);
    }

    private static function poll(Chat $chat, Identity $who, string $address): Update
    {
        return $chat->conversations()->poll(
            $who,
            $address,
            self::word('stream'),
            self::number('conversation'),
            self::number('after', 0),
            self::number('revision', 0),
            self::flag('typing'),
            self::flag('hidden')
        );
    }

    private static function watch(Chat $chat, Identity $who, string $address): Update
    {
        return $chat->conversations()->watch(
            $who,
            $address,
            self::word('stream'),
            self::number('cursor', 0),
            self::word('typing', ''),
            self::flag('hidden')
        );
    }

    /** The usual form is read here; everything else gets its exact refusal from Input. */
    private static function number(string $name, ?int $default = null): int
    {
        $value = $_GET[$name] ?? null;
        if (\is_string($value) && \strlen($value) < 16 && \ctype_digit($value)) {
            return (int) $value;
        }
        require_once __DIR__ . '/Input.php';

        return Input::query()->number($name, $default);
    }

    private static function word(string $name, ?string $default = null): string
    {
        $value = $_GET[$name] ?? $default;
        if (\is_string($value)) {
            return $value;
        }
        require_once __DIR__ . '/Input.php';

        return Input::query()->text($name);
    }

    private static function flag(string $name): bool
    {
        $value = $_GET[$name] ?? '0';
        if ($value === '0' || $value === '1') {
            return $value === '1';
        }
        require_once __DIR__ . '/Input.php';

        return Input::query()->flag($name);
    }

    /** A degraded answer has a body even if nothing is new: the reader has to know. */
    private static function update(Update $update): void
    {
        self::$sweep = $update->sweep;
        if ($update->changed || $update->degraded) {
            self::answer($update);

            return;
        }
        \http_response_code(204);
        \header("Onlinechat-Delay: $update->delay");
        \header("Onlinechat-Settings: $update->settings");
        \header('Cache-Control: no-store');
    }

    /** @param array<mixed>|object|null $answer */
    private static function answer(array|object|null $answer, string $cache = 'no-store'): void
    {
        \header("Cache-Control: $cache");
        if ($answer === null) {
            \http_response_code(204);

            return;
        }
        $json = \json_encode($answer, self::JSON);
        \header('Content-Type: application/json');
        \header('X-Content-Type-Options: nosniff');
        \header('Referrer-Policy: no-referrer');
        echo $json;
    }

    /** After the answer, so that no visitor waits for what others' absence brings about. */
    private static function sweep(Chat $chat): void
    {
        if (\function_exists('fastcgi_finish_request')) {
            \fastcgi_finish_request();
        }
        try {
            $chat->router()->sweep();
        } catch (\Throwable $e) {
            \error_log('onlinechat: the sweep after a poll failed: ' . \get_class($e));
        }
    }

    /** @param list<string> $headers */
    private static function refusal(string $code, string $detail, string $field = '', array $headers = []): Problem
    {
        require_once __DIR__ . '/Problem.php';

        return new Problem($code, $detail, $field, $headers);
    }
}
