<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** An owner's HTML reduced to text and links: the widget shows no markup that comes from elsewhere (I8). */
final class PlainHtml
{
    /** @return list<array{text: string, url?: string}> */
    public static function parts(string $html): array
    {
        $document = new \DOMDocument();
        // Paragraphs must not run into each other.
        $html = (string) \preg_replace('~(<br\b|</(?:p|div|li|h\d)>)~i', ' $1', $html);
        // The declaration makes it UTF-8; what is malformed is mended, not reported.
        if (\trim($html) === '' || !@$document->loadHTML('<?xml encoding="UTF-8"><div>' . $html . '</div>', LIBXML_NONET)) {
            return [];
        }
        $parts = [];
        foreach ((new \DOMXPath($document))->query('//text()[not(ancestor::script) and not(ancestor::style)]') ?: [] as $node) {
            $text = (string) \preg_replace('/\s+/u', ' ', (string) $node->nodeValue);
            $url = $node instanceof \DOMNode ? self::link($node) : null;
            if ($parts !== [] && ($parts[\count($parts) - 1]['url'] ?? null) === $url) {
                $text = \array_pop($parts)['text'] . $text;
            }
            $parts[] = ['text' => $text] + ($url === null ? [] : ['url' => $url]);
        }

        return self::trimmed($parts);
    }

    private static function link(?\DOMNode $node): ?string
    {
        for (; $node !== null; $node = $node->parentNode) {
            if ($node instanceof \DOMElement && $node->tagName === 'a') {
                $url = \trim($node->getAttribute('href'));

                return \preg_match('~^(https?://|/(?!/))~i', $url) === 1 ? $url : null;
            }
        }

        return null;
    }

    /**
     * @param list<array{text: string, url?: string}> $parts
     *
     * @return list<array{text: string, url?: string}>
     */
    private static function trimmed(array $parts): array
    {
        foreach ($parts as $i => &$part) {
            $part['text'] = $i === 0 ? \ltrim($part['text']) : $part['text'];
            $part['text'] = $i === \count($parts) - 1 ? \rtrim($part['text']) : $part['text'];
        }
        unset($part);

        return \array_values(\array_filter($parts, static fn (array $part) => $part['text'] !== ''));
    }
}
