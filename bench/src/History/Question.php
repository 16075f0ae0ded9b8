<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Goal;

/** What an operator asks of the history, in several variants, and how each side answers it. */
final class Question
{
    /** ms: what is answered by then was there at once. */
    public const AT_ONCE = 20;

    /**
     * @param non-empty-list<mixed> $variants both sides get the same one after the other
     * @param \Closure(mixed): int $ours how many lines were shown
     * @param \Closure(mixed): int $theirs
     */
    public function __construct(
        public readonly string $name,
        public readonly array $variants,
        public readonly \Closure $ours,
        public readonly \Closure $theirs,
        public readonly ?Goal $goal,
    ) {
    }

    /** One that somebody waits for. @param list<mixed> $variants */
    public static function interactive(string $name, array $variants, \Closure $ours, \Closure $theirs): self
    {
        if (!$variants) {
            throw new \RuntimeException("$name: nothing in this data to ask for");
        }
        return new self($name, $variants, $ours, $theirs, Goal::below(self::AT_ONCE));
    }
}
