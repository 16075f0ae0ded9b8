<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

use OnlineChat\Exception;

require __DIR__ . '/request.php';
require __DIR__ . '/language.php';
require __DIR__ . '/person.php';

/* The frame of the shop's pages. They say nothing about who looks at them (but the account page): a page
 * cache may keep them for everybody. */

const PRICES = [1 => 4900, 2 => 2450, 3 => 1890, 4 => 3900, 5 => 1650, 6 => 2200, 7 => 1990, 8 => 1290];
const SHIPPING = 590;

/** @return mixed a text, or a list of them */
function words(string $name)
{
    static $all = null;
    $all ??= require __DIR__ . '/words.php';

    return $all[language()][$name];
}

function word(string $name, array $places = []): string
{
    $text = words($name);
    foreach ($places as $place => $value) {
        $text = str_replace(":$place", $value, $text);
    }

    return $text;
}

/** @return array<int, array{string, string, string, string}> name, line, light, water */
function products(): array
{
    return words('products');
}

function price(int $cents): string
{
    return language() === 'en' ? '€' . number_format($cents / 100, 2)
        : number_format($cents / 100, 2, ',', ' ') . ' €';
}

function page_start(string $title, string $page): void
{
    page_headers();
    $links = ['home' => '/', 'cart' => '/cart.php', 'contact' => '/contact.php', 'account' => '/account.php'];
    echo '<!DOCTYPE html>', "\n", '<html lang="', language(), '" dir="', direction(), '">';
    echo '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
    echo '<title>', h($title), ' – Maison Verte</title>';
    echo '<link rel="icon" href="/img/leaf.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/shop.css">';
    echo '</head><body><a class="skip" href="#content">', h(word('skip')), '</a>';
    echo '<header class="top"><a class="brand" href="', h(address('/')), '"><img src="/img/leaf.svg" alt="" width="28"',
        ' height="28">Maison Verte</a><nav aria-label="', h(word('menu')), '"><ul>';
    foreach ($links as $name => $path) {
        echo '<li><a href="', h(address($path)), '"', $name === $page ? ' aria-current="page"' : '', '>',
            h(word($name)), '</a></li>';
    }
    echo '</ul></nav>';
    language_switch();
    echo '</header><main id="content" tabindex="-1">';
}

function language_switch(): void
{
    $path = strtok($_SERVER['REQUEST_URI'], '?');
    $query = array_intersect_key($_GET, ['id' => true]);
    echo '<nav class="languages" aria-label="', h(word('languages')), '"><ul>';
    foreach (LANGUAGE_NAMES as $code => $name) {
        $here = $code === language() ? ' aria-current="true"' : '';
        echo '<li><a href="', h(address($path, $query, $code)), "\" lang=\"$code\" hreflang=\"$code\"$here>",
            h($name), '</a></li>';
    }
    echo '</ul></nav>';
}

function page_end(): void
{
    echo '</main><footer class="bottom"><p>', h(word('tagline')), '</p><p>', h(word('foot')),
        ' <a href="/backoffice/">Back office</a></p></footer>';
    echo data_block('onlinechat-config', [
        'entry' => '/entry.php', 'ticket' => '/ticket.php', 'shop' => 1, 'language' => language(),
        'window' => '/js/window.js',
    ] + gateway() + public_settings());
    echo '<script defer src="/js/widget.js"></script></body></html>', "\n";
}

/** What the widget would else ask for: a page view costs one request of it. Without it the widget asks by itself. */
function public_settings(): array
{
    try {
        $settings = chat()->settings();
    } catch (Exception) {
        return [];
    }

    return ['settings' => ['version' => $settings['version'], 'form' => $settings['form']] + ($settings['public'] ?? [])];
}

function product_card(int $id): void
{
    [$name, $line] = products()[$id];
    echo '<li class="card"><a href="', h(address('/product.php', ['id' => $id])), '"><img src="/img/plant-', $id,
        '.svg" alt="" width="240" height="240"><span class="name">', h($name), '</span></a><p>', h($line),
        '</p><p class="price">', h(price(PRICES[$id])), '</p></li>';
}
