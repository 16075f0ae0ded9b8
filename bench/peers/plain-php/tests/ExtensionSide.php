<?php

namespace PlainChat\Tests;

use OnlineChat as Oc;

/** The extension. */
final class ExtensionSide extends Side
{
    protected function openShop(int $shop): object
    {
        return new Oc\Chat($this->options($shop));
    }

    protected function migrate(): void
    {
        $this->chat->migrate();
    }

    protected function identity(string $role, string $person, string $name): object
    {
        return new Oc\Identity(Oc\Role::from($role), $person, $name);
    }

    protected function argumentsOf(string $action, array $arguments): array
    {
        if ($action === 'offline') {
            $arguments[1] = Oc\SignOff::from($arguments[1]);
        }
        return $arguments;
    }

    /** What the peer has no counterpart of. @param array<string, mixed> $data @return array<string, mixed> */
    private static function withoutMore(array $data): array
    {
        unset($data['estimate'], $data['deliveredToOther'], $data['blockedUntil'], $data['startedAt'], $data['finishedAt']);
        if (is_array($data['messages'] ?? null)) {
            $data['messages'] = self::withoutMore($data['messages']);
        }
        return $data;
    }

    protected function attempt(\Closure $call): array
    {
        try {
            $answer = $call();
        } catch (Oc\Exception $e) {
            return ['refused' => match (true) {
                $e instanceof Oc\NotAllowed => 'not-allowed',
                $e instanceof Oc\NotFound => 'not-found',
                $e instanceof Oc\KeyReused => 'key-reused',
                $e instanceof Oc\RateLimited => 'rate-limited',
                $e instanceof Oc\InvalidValue => 'invalid',
                default => get_class($e) . ': ' . $e->getMessage(),
            }];
        }
        $data = (array) json_decode(json_encode($answer), true);
        unset($data['until'], $data['at']);
        return self::withoutMore($data);
    }
}
