<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Where words, "phrases" and beginnings* that were looked for stand in a text, case and accents aside. */
final class Marker
{
    private const QUOTES = '"“”„«»＂';
    /** Scripts without spaces: nothing says where their words end. */
    private const UNSPACED = '\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}';

    /** @return list<array{text: string, hit: bool}> the whole text in parts */
    public static function parts(string $text, string $wanted): array
    {
        $pattern = self::pattern(\implode('', self::folded($wanted)));
        if ($pattern === '' || $text === '') {
            return [['text' => $text, 'hit' => false]];
        }
        // One entry a character: the folded text's offsets lead back to it.
        $characters = \preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];
        $starts = [];
        $whole = '';
        foreach (self::folded($text) as $i => $folded) {
            $starts[\strlen($whole)] = $i;
            $whole .= $folded;
        }
        $starts[\strlen($whole)] = \count($characters);
        $parts = [];
        $done = 0;
        \preg_match_all($pattern, $whole, $found, PREG_OFFSET_CAPTURE);
        foreach ($found[0] as [$hit, $at]) {
            $end = $at + \strlen($hit);
            if (isset($starts[$at], $starts[$end])) {
                self::add($parts, $characters, $done, $starts[$at], false);
                self::add($parts, $characters, $starts[$at], $done = $starts[$end], true);
            }
        }
        self::add($parts, $characters, $done, \count($characters), false);

        return $parts;
    }

    /** What was looked for, folded, as a regular expression; "" if there is no word in it. */
    private static function pattern(string $wanted): string
    {
        $any = [];
        $quotes = self::QUOTES;
        \preg_match_all("/[$quotes]([^$quotes]*)[$quotes]?|[\\p{L}\\p{N}]+\\*?/u", $wanted, $terms, PREG_SET_ORDER);
        foreach ($terms as $term) {
            $said = $term[1] ?? $term[0];
            \preg_match_all('/[\p{L}\p{N}]+/u', $said, $words);
            if ($words[0] !== []) {
                $begins = \str_ends_with($said, '*') ? '[\p{L}\p{N}]*' : '';
                $any[] = self::bounded(\implode('[^\p{L}\p{N}]+', $words[0]), $begins);
            }
        }

        // The longest first: a phrase before its words.
        \usort($any, static fn (string $a, string $b) => \strlen($b) <=> \strlen($a));

        return $any === [] ? '' : '/' . \implode('|', $any) . '/u';
    }

    private static function bounded(string $words, string $more): string
    {
        $first = \preg_match('/^[' . self::UNSPACED . ']/u', $words) ? '' : '(?<![\p{L}\p{N}])';
        $last = \preg_match('/[' . self::UNSPACED . ']$/u', $words) ? '' : '(?![\p{L}\p{N}])';

        return $first . $words . $more . $last;
    }

    /**
     * @param list<array{text: string, hit: bool}> $parts
     * @param list<string> $characters
     */
    private static function add(array &$parts, array $characters, int $from, int $to, bool $hit): void
    {
        if ($to > $from) {
            $parts[] = ['text' => \implode('', \array_slice($characters, $from, $to - $from)), 'hit' => $hit];
        }
    }

    /** @return list<string> a character each; empty for an accent that stands by itself */
    private static function folded(string $text): array
    {
        $characters = \preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];

        return \array_map(static function (string $one): string {
            $apart = \Normalizer::normalize($one, \Normalizer::FORM_D);

            return \mb_strtolower((string) \preg_replace('/\p{Mn}+/u', '', $apart === false ? $one : $apart));
        }, $characters);
    }
}
