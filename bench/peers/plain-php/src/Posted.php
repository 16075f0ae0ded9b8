<?php

namespace PlainChat;

/** The answer to a message. */
final class Posted
{
    public function __construct(
        public readonly int $conversation,
        public readonly int $number,
        /** ms */
        public readonly int $at,
        public readonly ?string $status,
        public readonly bool $repeated,
        /** False: nothing was written. */
        public readonly bool $accepted,
        public readonly string $outcome,
    ) {
    }
}
