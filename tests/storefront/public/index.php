<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../lib/shop.php';

page_start(word('home'), 'home');
echo '<section class="hero"><h1>', h(word('hero')), '</h1><p>', h(word('hero_text')), '</p></section>';
echo '<section><h2>', h(word('all')), '</h2><ul class="cards">';
foreach (array_keys(products()) as $id) {
    product_card($id);
}
echo '</ul></section>';
page_end();
