<?php

namespace PlainChat;

/** A person as a ticket names them. */
final class Identity
{
    private const LETTER = ['guest' => 'g', 'customer' => 'c', 'operator' => 'o'];

    /** As MySQL and Redis name them: "g:…", "c:…" or "o:…". */
    public readonly string $actor;

    public function __construct(
        public readonly string $role,
        public readonly string $person,
        public readonly string $name = '',
        public readonly string $language = '',
        public readonly string $session = '',
        public readonly int $issued = 0,
        public readonly int $expires = 0,
        public readonly int $first = 0,
    ) {
        $this->actor = self::LETTER[$role] . ':' . $person;
    }

    public function isOperator(): bool
    {
        return $this->role === 'operator';
    }

    /** Who a revocation names. */
    public function subject(): string
    {
        return $this->actor . '/' . $this->session;
    }
}
