<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../lib/shop.php';

/* What is in the cart stands in the address: the page stays the same for everybody. */
$id = asked_number('id');
$product = products()[$id] ?? null;
page_start(word('cart'), 'cart');
echo '<h1>', h(word('cart')), '</h1>';
if ($product === null) {
    echo '<p>', h(word('cart_empty')), '</p>';
} else {
    echo '<table class="cart"><caption>', h(word('cart_line')), '</caption><tbody><tr><th scope="row">', h($product[0]),
        '</th><td>', h(price(PRICES[$id])), '</td></tr><tr><th scope="row">', h(word('shipping')), '</th><td>',
        h(price(SHIPPING)), '</td></tr></tbody><tfoot><tr><th scope="row">', h(word('total')), '</th><td>',
        h(price(PRICES[$id] + SHIPPING)), '</td></tr></tfoot></table>';
}
echo '<p><a class="button" href="', h(address('/')), '">', h(word('go_on')), '</a></p>';
page_end();
