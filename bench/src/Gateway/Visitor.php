<?php

namespace OnlineChat\Bench\Gateway;

/** Who opens a stream. */
final class Visitor
{
    public function __construct(
        /** Of loopback. */
        public readonly string $address,
        /** As events name them. */
        public readonly string $actor,
        public readonly int $conversation,
        public readonly string $ticket,
    ) {
    }
}
