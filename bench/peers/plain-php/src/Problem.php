<?php

namespace PlainChat;

/** Why a request is refused, with the code and status of docs/protocol.md. */
final class Problem extends \RuntimeException
{
    private const STATUS = [
        'malformed' => 400, 'no-ticket' => 401, 'ticket-malformed' => 401, 'ticket-forged' => 401,
        'ticket-expired' => 401, 'ticket-revoked' => 401, 'ticket-foreign' => 401, 'not-allowed' => 403,
        'unknown-action' => 404, 'not-found' => 404, 'wrong-method' => 405, 'too-large' => 413, 'wrong-type' => 415,
        'invalid' => 422, 'too-long' => 422, 'blank' => 422, 'key-reused' => 422, 'rate-limited' => 429,
        'unavailable' => 503, 'outcome-unknown' => 503,
    ];

    public function __construct(
        public readonly string $reason,
        string $detail,
        public readonly ?string $field = null,
        public readonly int $retryAfter = 0,
        ?\Throwable $before = null,
    ) {
        parent::__construct($detail, 0, $before);
    }

    public function status(): int
    {
        return self::STATUS[$this->reason];
    }
}
