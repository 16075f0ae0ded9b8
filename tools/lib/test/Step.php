<?php

namespace OnlineChat\Tools\Test;

/** One command of a suite. */
final class Step
{
    /**
     * @param list<string> $command
     * @param array<string, string> $environment added to the suite's
     */
    public function __construct(
        public readonly array $command,
        public readonly Reader $reader,
        public readonly int $seconds = 300,
        public readonly array $environment = [],
    ) {
    }

    public function name(): string
    {
        return implode(' ', $this->command);
    }
}
