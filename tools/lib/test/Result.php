<?php

namespace OnlineChat\Tools\Test;

/** What became of one test. */
final class Result
{
    public const PASSED = 'passed';
    public const FAILED = 'failed';
    public const SKIPPED = 'skipped';

    public function __construct(
        public readonly string $name,
        public readonly string $status,
        public readonly string $reason = '',
    ) {
    }
}
