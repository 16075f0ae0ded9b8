<?php

namespace PlainChat;

/** Redis, on a connection the worker keeps. Redis tells, it never decides: every caller goes on without it. */
final class Cache
{
    public readonly string $tag;
    private ?\Redis $redis = null;

    /** @param array{host?: string, port?: int, socket?: string, user?: string, password?: string, database?: int, wait?: float} $at wait: s for an answer */
    public function __construct(private readonly array $at, string $identity)
    {
        $this->tag = '{pc:' . $identity . '}';
    }

    private function redis(): \Redis
    {
        if ($this->redis) {
            return $this->redis;
        }
        // One round trip less a request: a dead connection shows itself at its first command.
        ini_set('redis.pconnect.echo_check_liveness', '0');
        // Ours before it is connected: what fails on the way is dropped, too.
        $redis = $this->redis = new \Redis();
        $number = $this->at['database'] ?? 0;
        $where = $this->at['socket'] ?? $this->at['host'];
        $redis->pconnect($where, isset($this->at['socket']) ? -1 : $this->at['port'], 0.1, "plainchat$number", 0, $this->at['wait'] ?? 0.15);
        if (isset($this->at['password'])) {
            $redis->auth(isset($this->at['user']) ? [$this->at['user'], $this->at['password']] : $this->at['password']);
        }
        if ($number) {
            $redis->select($number);
        }
        return $redis;
    }

    /** A kept connection would give the next command the answer that came too late for this one. */
    private function drop(): void
    {
        $this->redis?->close();
        $this->redis = null;
    }

    /**
     * Runs a script by its digest, loading it where Redis does not know it.
     *
     * @param list<int|string> $arguments
     * @throws \RedisException
     */
    private function script(Script $script, array $arguments): mixed
    {
        $redis = $this->redis();
        array_unshift($arguments, $this->tag);
        $answer = $redis->evalSha($script->digest(), $arguments, 1);
        if ($answer === false && str_starts_with((string) $redis->getLastError(), 'NOSCRIPT')) {
            $redis->clearLastError();
            $answer = $redis->eval($script->source(), $arguments, 1);
        }
        if ($answer === false && $redis->getLastError()) {
            $error = $redis->getLastError();
            $redis->clearLastError();
            throw new \RedisException($error);
        }
        return $answer;
    }

    /** @param list<int|string> $arguments @return list<mixed>|null null: Redis is away */
    public function ask(Script $script, array $arguments): ?array
    {
        try {
            return $this->script($script, $arguments);
        } catch (\RedisException) {
            $this->drop();
            return null;
        }
    }

    /** "full", "closed" or null: ask the door. Who has a hold passes: the verdict counts it against everybody. */
    public function gate(string $actor): ?string
    {
        try {
            [$verdict, $hold] = $this->redis()->mGet(["$this->tag:gate", "$this->tag:hold:$actor"]);
        } catch (\RedisException) {
            $this->drop();
            return null;
        }
        return match ($verdict === false || $hold !== false ? '' : $verdict[0]) {
            'F' => 'full',
            'C' => 'closed',
            default => null,
        };
    }

    /** Whether a page of this conversation's visitor was heard from in the last 75 s; null if not known. */
    public function here(int $conversation): ?bool
    {
        try {
            $seen = $this->redis()->hGet("$this->tag:h:$conversation", 'p');
        } catch (\RedisException) {
            $this->drop();
            return null;
        }
        return $seen === false ? null : $seen > (microtime(true) - 75) * 1000;
    }

    /** Who was not heard from for too long. @return array{seed: int, operators: list<int>, conversations: list<int>} */
    public function silent(): array
    {
        $answer = $this->ask(Script::Due, [50]);
        return [
            'seed' => $answer[0] ?? 0,
            'operators' => array_map('intval', $answer[1] ?? []),
            'conversations' => array_map('intval', $answer[2] ?? []),
        ];
    }

    /** @param list<int> $operators @param list<int> $conversations */
    public function seed(array $operators, array $conversations): void
    {
        $this->ask(Script::Seed, [json_encode([$operators, $conversations])]);
    }

    /** @param ?Shop $shop null leaves the gate alone */
    public function tell(Tell $tell, ?Shop $shop): void
    {
        $this->ask(Script::Tell, [$tell->toJson($shop)]);
    }
}
