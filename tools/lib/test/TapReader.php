<?php

namespace OnlineChat\Tools\Test;

/**
 * TAP as cmocka, node --test and our own scripts print it. Of nested tests the innermost count; a
 * parent counts only if it failed though all in it passed (a hook did).
 */
final class TapReader implements Reader
{
    /** @var array<int, array{int, int}> results and failures seen at a depth since its parent's line */
    private array $seen = [];
    /** @var array<int, string> the subtest that is open at a depth */
    private array $open = [];

    public function line(string $line): array
    {
        if (preg_match('/^Bail out!\s*(.*)/', $line, $found)) {
            return [new Result('bail out', Result::FAILED, $found[1])];
        }
        if (preg_match('/^( *)# Subtest: (.*)$/', $line, $found)) {
            $this->open[intdiv(strlen($found[1]), 4)] = $found[2];
            return [];
        }
        if (!preg_match('/^( *)(not )?ok\b *\d*(?: *-)? *(.*)$/', $line, $found)) {
            return [];
        }
        return $this->result(intdiv(strlen($found[1]), 4), $found[2] !== '', $found[3]);
    }

    /** @return list<Result> */
    private function result(int $depth, bool $failed, string $text): array
    {
        $parts = preg_split('/(?:^| )# (?=(?:SKIP|TODO)\b)/i', $text, 2);
        $reason = trim(preg_replace('/^(SKIP|TODO)\b:?/i', '', $parts[1] ?? ''));
        [$inner, $innerFailed] = $this->seen[$depth + 1] ?? [0, 0];
        unset($this->seen[$depth + 1]);
        $this->seen[$depth] ??= [0, 0];
        $this->seen[$depth][0]++;
        $this->seen[$depth][1] += $failed ? 1 : 0;
        if ($inner > 0 && (!$failed || $innerFailed > 0)) {
            return [];
        }
        $status = isset($parts[1]) ? Result::SKIPPED : ($failed ? Result::FAILED : Result::PASSED);
        return [new Result($this->path($depth, $parts[0]), $status, $reason)];
    }

    private function path(int $depth, string $name): string
    {
        $path = [];
        for ($above = 0; $above < $depth; $above++) {
            $path[] = $this->open[$above] ?? '';
        }
        return implode(' > ', array_filter([...$path, $name], strlen(...)));
    }

    public function end(int $status): array
    {
        return [];
    }
}
