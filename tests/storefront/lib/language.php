<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

const LANGUAGES = ['en', 'fr', 'ar'];
const LANGUAGE_NAMES = ['en' => 'English', 'fr' => 'Français', 'ar' => 'العربية'];

/** The page's language stands in its address, so that a page cache keeps one page a language. */
function language(): string
{
    $asked = $_GET['lang'] ?? '';

    return is_string($asked) && in_array($asked, LANGUAGES, true) ? $asked : LANGUAGES[0];
}

function direction(): string
{
    return language() === 'ar' ? 'rtl' : 'ltr';
}

/** An address within the shop that keeps the language. */
function address(string $path, array $query = [], ?string $language = null): string
{
    $language ??= language();
    if ($language !== LANGUAGES[0]) {
        $query['lang'] = $language;
    }

    return $query === [] ? $path : $path . '?' . http_build_query($query);
}

/** A number of the query, 0 if it is none. */
function asked_number(string $name): int
{
    $value = $_GET[$name] ?? '';

    return is_string($value) && ctype_digit($value) && strlen($value) < 10 ? (int) $value : 0;
}

function h(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
}

/** Data for a script, where the policy allows no script in the page; safe whatever the values hold. */
function data_block(string $id, array $data): string
{
    $json = json_encode($data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
        | JSON_THROW_ON_ERROR);

    return '<script type="application/json" id="' . h($id) . '">' . $json . '</script>';
}
