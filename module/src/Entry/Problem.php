<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Blocked;
use OnlineChat\InvalidTicket;
use OnlineChat\InvalidValue;
use OnlineChat\KeyReused;
use OnlineChat\NotAllowed;
use OnlineChat\NotFound;
use OnlineChat\OutcomeUnknown;
use OnlineChat\RateLimited;
use OnlineChat\SchemaMismatch;
use OnlineChat\StoreUnavailable;

/** A refusal in the form of RFC 9457, with the codes of docs/protocol.md. */
final class Problem extends \RuntimeException
{
    private const CODES = [
        'malformed' => [400, 'The request has the wrong form'],
        'no-ticket' => [401, 'A ticket is needed'],
        'ticket-malformed' => [401, 'This is not a ticket'],
        'ticket-forged' => [401, 'This ticket was not made here'],
        'ticket-expired' => [401, 'The ticket is over'],
        'ticket-revoked' => [401, 'The ticket is no longer good'],
        'ticket-foreign' => [401, 'The ticket is of another shop'],
        'not-allowed' => [403, 'Not allowed'],
        'blocked' => [403, 'The chat is closed for you for a time'],
        'unknown-action' => [404, 'There is no such action'],
        'not-found' => [404, 'Not found'],
        'wrong-method' => [405, 'Another method is needed'],
        'too-large' => [413, 'The request is too large'],
        'wrong-type' => [415, 'The request must be JSON'],
        'invalid' => [422, 'A value is against a rule'],
        'too-long' => [422, 'The text is too long'],
        'blank' => [422, 'There is nothing to read in the text'],
        'consent' => [422, 'The shop asks for consent'],
        'robot' => [422, 'This looks like a robot'],
        'key-reused' => [422, 'The key was used for another request'],
        'rate-limited' => [429, 'Too many requests'],
        'internal' => [500, 'The server made a mistake'],
        'unavailable' => [503, 'The chat cannot be reached now'],
        'outcome-unknown' => [503, 'It is not known whether this happened'],
        'schema' => [503, 'The chat is being set up'],
    ];

    private string $problem;
    private string $field;
    /** @var list<string> */
    private array $headers;
    /** @var array<string, mixed> */
    private array $members;

    /**
     * @param string $problem one of CODES
     * @param list<string> $headers
     * @param array<string, mixed> $members further members of the document
     */
    public function __construct(
        string $problem,
        string $detail,
        string $field = '',
        array $headers = [],
        array $members = [],
    ) {
        parent::__construct($detail);
        $this->problem = $problem;
        $this->field = $field;
        $this->headers = $headers;
        $this->members = $members;
    }

    /** What went wrong as what the client is told. */
    public static function of(\Throwable $e): self
    {
        return match (true) {
            $e instanceof self => $e,
            $e instanceof InvalidValue => self::ofValue($e),
            $e instanceof InvalidTicket => new self("ticket-$e->reason", $e->getMessage()),
            $e instanceof Blocked => new self('blocked', $e->getMessage(), '', [], ['until' => $e->until]),
            $e instanceof NotAllowed => new self('not-allowed', $e->getMessage()),
            $e instanceof NotFound => new self('not-found', $e->getMessage()),
            $e instanceof KeyReused => new self('key-reused', $e->getMessage(), 'key'),
            $e instanceof RateLimited => self::later($e->retryAfter),
            $e instanceof StoreUnavailable => self::unavailable($e->store),
            $e instanceof OutcomeUnknown => new self(
                'outcome-unknown',
                'the answer of the database was lost: repeat with the same key',
                '',
                ['Retry-After: 1']
            ),
            $e instanceof SchemaMismatch => new self('schema', $e->getMessage(), '', ['Retry-After: 30']),
            !\extension_loaded('onlinechat') => new self(
                'unavailable',
                'the PHP extension onlinechat is not loaded',
                '',
                ['Retry-After: 60']
            ),
            default => self::internal($e),
        };
    }

    private static function ofValue(InvalidValue $e): self
    {
        $rule = $e->getMessage();
        $code = match (true) {
            \str_contains($rule, 'blank') => 'blank',
            \str_contains($rule, 'at most') && \str_contains($rule, ' characters') => 'too-long',
            default => 'invalid',
        };

        return new self($code, $rule, $e->field);
    }

    private static function later(int $milliseconds): self
    {
        $seconds = \max(1, \intdiv($milliseconds + 999, 1000));

        return new self(
            'rate-limited',
            "too much at once: wait $seconds s",
            '',
            ["Retry-After: $seconds"],
            ['retry_after' => $milliseconds]
        );
    }

    /** The exception's own message may name hosts and users: it is for the owner's health page, not for visitors. */
    private static function unavailable(string $store): self
    {
        $name = $store === 'redis' ? 'Redis' : 'the database';

        return new self('unavailable', "$name cannot be reached: repeat with the same key", '', ['Retry-After: 2']);
    }

    private static function internal(\Throwable $e): self
    {
        // Engine errors and our own name types and fields, never values; other messages might hold a text.
        $why = $e instanceof \Error || $e instanceof \LogicException ? ': ' . $e->getMessage() : '';
        \error_log(\sprintf('onlinechat: %s in %s:%d%s', \get_class($e), $e->getFile(), $e->getLine(), $why));

        return new self('internal', 'the server made a mistake; its log says which');
    }

    public function send(): void
    {
        [$status, $title] = self::CODES[$this->problem];
        \http_response_code($status);
        \header('Content-Type: application/problem+json');
        \header('Cache-Control: no-store');
        \header('X-Content-Type-Options: nosniff');
        \header('Referrer-Policy: no-referrer');
        if ($status === 401) {
            \header('WWW-Authenticate: Onlinechat-Ticket');
        }
        foreach ($this->headers as $line) {
            \header($line);
        }
        echo \json_encode($this->document($status, $title), Entry::JSON | JSON_INVALID_UTF8_SUBSTITUTE);
    }

    /** @return array<string, mixed> */
    private function document(int $status, string $title): array
    {
        $document = [
            'type' => "problems.html#$this->problem",
            'title' => $title,
            'status' => $status,
            'detail' => $this->getMessage(),
            'code' => $this->problem,
        ];
        if ($this->field !== '') {
            $document['field'] = $this->field;
        }

        return $document + $this->members;
    }
}
