<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** What people typed, made safe for the parts of a mail (I8). */
final class Text
{
    /** Line breaks stay. A brace would let the core fill in its own placeholders. */
    public static function html(string $text): string
    {
        return \str_replace(['{', '}'], ['&#123;', '&#125;'], \nl2br(\htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8')));
    }

    /** A word joiner, which nobody sees, keeps the core from taking "{shop_name}" for its own. */
    public static function plain(string $text): string
    {
        return (string) \preg_replace('/\{(?=\w+\})/u', "{\u{2060}", \str_replace("\r\n", "\n", $text));
    }

    /** For a header: one line of letters, digits, pictures and little else, as the core refuses mails for less. */
    public static function line(string $text, int $length = 120): string
    {
        $line = \preg_replace('/[^\p{L}\p{M}\p{N}\p{S}.\'’ -]+|[<>=\\\\`]+/u', ' ', $text) ?? '';

        return \mb_substr(\trim((string) \preg_replace('/ {2,}/', ' ', $line)), 0, $length);
    }

    /**
     * @param array<string, string> $values
     *
     * @return array<string, string> for Mail::send: {name_html} and {name_txt} of each
     */
    public static function variables(array $values): array
    {
        $variables = [];
        foreach ($values as $name => $value) {
            $variables["{{$name}_html}"] = self::html($value);
            $variables["{{$name}_txt}"] = self::plain($value);
        }

        return $variables;
    }
}
