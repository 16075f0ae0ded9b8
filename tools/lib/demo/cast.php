<?php

/* The demo's people as identities of the chat. */

use OnlineChat\Identity;
use OnlineChat\Role;

function new_key(): string
{
    return bin2hex(random_bytes(16));
}

/** Operator 1 is whoever opens the back office. */
function cast_operator(int $id, string $name): Identity
{
    return new Identity(Role::Operator, (string) $id, $name, 'en');
}

/** @return array<int, Identity> */
function cast_operators(): array
{
    $operators = [];
    foreach ((require __DIR__ . '/scene.php')['operators'] as $id => $operator) {
        $operators[$id] = cast_operator($id, $operator['name']);
    }
    return $operators;
}

/** @param array{customer: ?int, name: string, language: string} $visitor */
function cast_visitor(array $visitor): Identity
{
    return $visitor['customer'] === null
        ? new Identity(Role::Guest, new_key(), '', $visitor['language'])
        : new Identity(Role::Customer, (string) $visitor['customer'], $visitor['name'], $visitor['language']);
}
