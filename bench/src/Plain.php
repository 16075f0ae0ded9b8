<?php

namespace OnlineChat\Bench;

use PlainChat\Chat;
use PlainChat\Identity;

/** The same chat in plain PHP. */
final class Plain extends Side
{
    public function name(): string
    {
        return 'plain';
    }

    public function prefix(): string
    {
        return 'php_';
    }

    protected function open(int $shop): object
    {
        return new Chat(Environment::chat($this->prefix(), $shop));
    }

    public function guest(): object
    {
        return new Identity('guest', self::key());
    }

    public function customer(int $id): object
    {
        return new Identity('customer', (string) $id, 'Visitor');
    }

    public function operator(int $id): object
    {
        return new Identity('operator', (string) $id, "Operator $id");
    }

    public function outcome(object $placement): string
    {
        return $placement->outcome;
    }

    public function migrate(): void
    {
        foreach (glob(dirname(__DIR__, 2) . '/ext/store/schema/*.sql') as $file) {
            $this->chat(1)->migrate(file_get_contents($file));
        }
    }
}
