<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\HistoryPage;

/**
 * Pages of several shops' histories as one. Where such a page ends is a place in each of them: what follows is read from
 * there, and nothing before it.
 */
final class Merged
{
    private const LOT = 1000;

    /** @param list<Source> $sources */
    public function __construct(private array $sources, private bool $oldestFirst)
    {
    }

    public function page(int $limit, Place $place): Page
    {
        if ($place->cursors === [Source::END]) {
            $place = $place->in($this->ends(Source::END));
        }
        $cursors = \count($place->cursors) === \count($this->sources) ? $place->cursors : $this->ends(Source::START);
        $back = $place->back && $cursors === $place->cursors;
        for ($pass = $place->pass; $pass > 0; $pass -= self::LOT) {
            $cursors = $this->read($cursors, $back, \min($pass, self::LOT))->ahead;
        }
        $read = $this->read($cursors, $back, $limit);
        if ($read->lines === [] && $cursors !== $this->ends(Source::START)) {
            // The end was passed over, or what stood there is gone: the last lines, or the first.
            $back = !$back;
            $read = $this->read($this->ends($back ? Source::END : Source::START), $back, $limit);
        }
        $offset = match (true) {
            ($back ? $read->ahead : $read->behind) === $this->ends(Source::START) => 0,
            $read->exact && ($back ? $read->behind : $read->ahead) === $this->ends(Source::END) => $read->total - \count($read->lines),
            default => \min($place->offset, \max(0, $read->total - \count($read->lines))),
        };
        [$before, $after] = $back ? [$read->ahead, $read->behind] : [$read->behind, $read->ahead];

        return new Page(
            $read->lines,
            $read->total,
            $read->exact,
            $offset,
            $after === $this->ends(Source::END) ? null : $after,
            $before === $this->ends(Source::START) ? null : $before,
        );
    }

    /** @return list<string> */
    private function ends(string $end): array
    {
        return \array_fill(0, \count($this->sources), $end);
    }

    /** @param list<string> $cursors */
    private function read(array $cursors, bool $back, int $limit): Stretch
    {
        $pages = $lines = [];
        [$total, $exact] = [0, true];
        $nothing = $back ? Source::START : Source::END;
        foreach ($this->sources as $i => $source) {
            // Also of a source that has come to its end, for how many lines it has.
            $pages[$i] = $source->find($cursors[$i] === $nothing ? 1 : $limit, $cursors[$i]);
            $named = $cursors[$i] === $nothing ? [] : $source->named($pages[$i]);
            $lines[$i] = $back ? \array_reverse($named) : $named;
            $total += $pages[$i]->total;
            $exact = $exact && $pages[$i]->exact;
        }
        [$taken, $counts] = $this->nearest($lines, $back, $limit);
        $ahead = $behind = [];
        foreach ($this->sources as $i => $source) {
            [$ahead[], $behind[]] = $this->sides($source, $cursors[$i], $pages[$i], $back, $counts[$i], \count($lines[$i]));
        }

        return new Stretch($back ? \array_reverse($taken) : $taken, $ahead, $behind, $total, $exact);
    }

    /**
     * @param array<int, list<Line>> $lines in the direction of reading
     *
     * @return array{list<Line>, array<int, int>} the nearest of them, and how many are whose
     */
    private function nearest(array $lines, bool $back, int $limit): array
    {
        $taken = [];
        $counts = \array_fill(0, \count($lines), 0);
        while (\count($taken) < $limit) {
            $best = null;
            foreach ($lines as $i => $of) {
                $line = $of[$counts[$i]] ?? null;
                if ($line !== null && ($best === null || $this->nearer($line, $lines[$best][$counts[$best]], $back))) {
                    $best = $i;
                }
            }
            if ($best === null) {
                break;
            }
            $taken[] = $lines[$best][$counts[$best]++];
        }

        return [$taken, $counts];
    }

    /** Lines of one moment stand in the order of their sources, in either direction. */
    private function nearer(Line $one, Line $best, bool $back): bool
    {
        // A search has a line where its hit is.
        $before = ($one->thread->hitAt ?? $one->thread->lastAt) <=> ($best->thread->hitAt ?? $best->thread->lastAt);

        return $before === 0 ? $back : ($before < 0) === ($this->oldestFirst !== $back);
    }

    /** @return array{string, string} where a source's lines go on, and where they go back */
    private function sides(Source $source, string $cursor, HistoryPage $page, bool $back, int $shown, int $there): array
    {
        [$onEnd, $backEnd] = $back ? [Source::START, Source::END] : [Source::END, Source::START];
        if ($shown === 0) {
            $other = \in_array($cursor, [Source::START, Source::END], true) ? $cursor : (($back ? $page->next : $page->previous) ?? $backEnd);
            if ($there > 0 && $other !== $cursor && \count($page->lines) > 1) {
                $one = $source->find(1, $cursor);
                $other = ($back ? $one->next : $one->previous) ?? $backEnd;
            }

            return [$there === 0 ? $onEnd : $cursor, $other];
        }
        $part = $shown === $there ? $page : $source->find($shown, $cursor);

        return [($back ? $part->previous : $part->next) ?? $onEnd, ($back ? $part->next : $part->previous) ?? $backEnd];
    }
}
