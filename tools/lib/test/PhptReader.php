<?php

namespace OnlineChat\Tools\Test;

/** PHP's run-tests. A leak or a warning fails as much as a wrong answer. */
final class PhptReader implements Reader
{
    public function line(string $line): array
    {
        // The line "TEST 1/20 […]" is overwritten in place.
        $start = strrpos($line, "\r");
        $text = $start === false ? $line : substr($line, $start + 1);
        if (!preg_match('/^([A-Z]+(?:&[A-Z]+)*) (.*?) ?\[([^\]]+\.phpt)\](?: (?:reason:|warn:)? ?(.*))?$/', $text, $found)) {
            return [];
        }
        $status = match ($found[1]) {
            'PASS' => Result::PASSED,
            'SKIP' => Result::SKIPPED,
            'TEST', 'REDIRECT' => null,
            default => Result::FAILED,
        };
        if ($status === null) {
            return [];
        }
        $reason = trim($found[4] ?? '');
        if ($status === Result::FAILED) {
            $reason = trim("$found[1] $reason");
        }
        return [new Result(basename($found[3], '.phpt') . ": $found[2]", $status, $reason)];
    }

    public function end(int $status): array
    {
        return [];
    }
}
