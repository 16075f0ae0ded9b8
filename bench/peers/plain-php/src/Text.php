<?php

namespace PlainChat;

/** The rules of what people write. */
final class Text
{
    private const MOST = 4000;
    /** Code points that leave no ink. */
    private const BLANK = '/^[\x{0}-\x{20}\x{7F}-\x{A0}\x{AD}\x{34F}\x{61C}\x{115F}\x{1160}\x{1680}\x{17B4}\x{17B5}'
        . '\x{180B}-\x{180F}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{2800}\x{3000}\x{3164}\x{FE00}-\x{FE0F}'
        . '\x{FEFF}\x{FFA0}\x{FFF9}-\x{FFFB}\x{1BCA0}-\x{1BCA3}\x{1D173}-\x{1D17A}\x{E0000}-\x{E0FFF}]*$/uD';

    public static function message(string $text, string $field = 'text'): void
    {
        if (!mb_check_encoding($text, 'UTF-8')) {
            throw new Problem('invalid', "$field: must be valid UTF-8", $field);
        }
        if (preg_match('/[\x00-\x08\x0B\x0C\x0E-\x1F]/', $text)) {
            throw new Problem('invalid', "$field: control characters other than tab and line breaks are not allowed", $field);
        }
        $length = mb_strlen($text, 'UTF-8');
        if ($length > self::MOST) {
            throw new Problem('too-long', "$field: at most " . self::MOST . " characters, got $length", $field);
        }
        if (preg_match(self::BLANK, $text)) {
            throw new Problem('blank', "$field: must not be blank", $field);
        }
    }
}
