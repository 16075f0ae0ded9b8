<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Where a text that was looked for stands in another, case and accents aside, as the search itself finds it. */
final class Marker
{
    /** @return list<array{text: string, hit: bool}> the whole text in parts */
    public static function parts(string $text, string $wanted): array
    {
        $wanted = \implode('', self::folded($wanted));
        if ($wanted === '' || $text === '') {
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
        $done = $at = 0;
        while (($at = \strpos($whole, $wanted, $at)) !== false) {
            $end = $at + \strlen($wanted);
            if (isset($starts[$at], $starts[$end])) {
                self::add($parts, $characters, $done, $starts[$at], false);
                self::add($parts, $characters, $starts[$at], $done = $starts[$end], true);
            }
            $at = $end;
        }
        self::add($parts, $characters, $done, \count($characters), false);

        return $parts;
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
