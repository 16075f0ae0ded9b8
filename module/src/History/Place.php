<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Where in the history a page begins: a number of lines, and the edges of the page that the employee came from, from
 * which it is reached however deep it lies.
 */
final class Place
{
    /**
     * @param list<string> $cursors where to go on, a place for each source; none: from the beginning
     * @param bool $back the lines before there
     * @param int $pass lines to pass over first
     */
    private function __construct(
        public readonly int $offset,
        public readonly array $cursors = [],
        public readonly bool $back = false,
        public readonly int $pass = 0,
    ) {
    }

    public static function numbered(int $offset): self
    {
        return new self($offset, pass: $offset);
    }

    /** @param list<string> $cursors */
    public function in(array $cursors): self
    {
        return new self($this->offset, $cursors, $this->back, $this->pass);
    }

    /** What leads from a page to others: the numbers and places of its edges. */
    public static function edges(Page $page): string
    {
        $end = $page->offset + \count($page->lines);

        return \implode('~', [$page->offset, $end, \implode('.', $page->previous ?? ['-']), \implode('.', $page->next ?? ['-'])]);
    }

    /**
     * As an address names it.
     *
     * @param string $edges of the page that the employee came from, "" if there was none
     * @param string $way "next", "previous", "last" or "": by the number
     */
    public static function given(int $offset, int $limit, string $edges, string $way): self
    {
        if ($way === 'last') {
            return new self($offset, [Source::END], true);
        }
        if (!\preg_match('/^(\d{1,9})~(\d{1,9})~([\w.-]*)~([\w.-]*)$/', $edges, $of)) {
            return self::numbered($offset);
        }
        [$begin, $end, $before, $after] = [(int) $of[1], (int) $of[2], \explode('.', $of[3]), \explode('.', $of[4])];
        if ($after !== ['-'] && ($way === 'next' || ($way === '' && $offset >= $end))) {
            return new self($offset, $after, false, \max(0, $offset - $end));
        }
        if ($before !== ['-'] && ($way === 'previous' || ($way === '' && $offset + $limit <= $begin))) {
            return new self($offset, $before, true, \max(0, $begin - $offset - $limit));
        }

        return self::numbered($offset);
    }
}
