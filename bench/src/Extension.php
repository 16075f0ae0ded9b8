<?php

namespace OnlineChat\Bench;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

/** The extension. */
final class Extension extends Side
{
    public function name(): string
    {
        return 'extension';
    }

    public function prefix(): string
    {
        return 'ext_';
    }

    protected function open(int $shop): object
    {
        return new Chat(Environment::chat($this->prefix(), $shop));
    }

    public function guest(): object
    {
        return new Identity(Role::Guest, self::key());
    }

    public function customer(int $id): object
    {
        return new Identity(Role::Customer, (string) $id, 'Visitor');
    }

    public function operator(int $id): object
    {
        return new Identity(Role::Operator, (string) $id, "Operator $id");
    }

    public function outcome(object $placement): string
    {
        return $placement->outcome->value;
    }

    public function migrate(): void
    {
        $this->chat(1)->migrate();
    }
}
