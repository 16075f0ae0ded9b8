<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../lib/shop.php';

$id = asked_number('id');
$product = products()[$id] ?? null;
if ($product === null) {
    http_response_code(404);
    page_start(word('not_found'), 'home');
    echo '<h1>', h(word('not_found')), '</h1><p><a href="', h(address('/')), '">', h(word('go_on')), '</a></p>';
    page_end();
    exit;
}

[$name, $line, $light, $water] = $product;
page_start($name, 'home');
echo '<article class="product"><img src="/img/plant-', $id, '.svg" alt="" width="420" height="420"><div><h1>', h($name),
    '</h1><p class="lead">', h($line), '</p><p class="price">', h(price(PRICES[$id])), '</p><dl><dt>',
    h(word('light')), '</dt><dd>', h($light), '</dd><dt>', h(word('water')), '</dt><dd>', h($water), '</dd></dl>';
echo '<form method="get" action="/cart.php"><input type="hidden" name="id" value="', $id,
    '"><input type="hidden" name="lang" value="', language(), '"><button>', h(word('add')), '</button></form><p>',
    h(word('delivery')), '</p></div></article>';
echo '<section><h2>', h(word('also')), '</h2><ul class="cards">';
foreach (array_slice(array_keys(array_diff_key(products(), [$id => true])), $id % 4, 4) as $other) {
    product_card($other);
}
echo '</ul></section>';
page_end();
