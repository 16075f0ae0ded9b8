<?php

namespace PlainChat\Tests;

use PlainChat\Chat;
use PlainChat\Identity;
use PlainChat\Problem;

/** The same in plain PHP. */
final class PlainSide extends Side
{
    protected function patience(): array
    {
        return ['wait' => 5.0];
    }

    protected function openShop(int $shop): object
    {
        return new Chat($this->options($shop));
    }

    protected function migrate(): void
    {
        $this->chat->migrate(file_get_contents(__DIR__ . '/../../../../ext/store/schema/001.sql'));
    }

    protected function identity(string $role, string $person, string $name): object
    {
        return new Identity($role, $person, $name);
    }

    protected function attempt(\Closure $call): array
    {
        try {
            $answer = $call();
        } catch (Problem $e) {
            return ['refused' => match ($e->reason) {
                'blank', 'too-long' => 'invalid',
                'not-allowed', 'not-found', 'key-reused', 'rate-limited', 'invalid' => $e->reason,
                default => $e->reason . ': ' . $e->getMessage(),
            }];
        }
        $data = (array) json_decode(json_encode($answer), true);
        unset($data['until'], $data['at']);
        return $data;
    }
}
