<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../lib/shop.php';

$form = form();
if ($form !== null) {
    forget_guest();
    become(CUSTOMER_COOKIE, $form['customer'] ?? '');
    mark(true);
    see_other(address('/account.php'));
}

$customer = signed_in(CUSTOMER_COOKIE);
page_start(word('account'), 'account');
echo '<h1>', h(word('account')), '</h1><form method="post" class="people">';
if ($customer === null) {
    echo '<p>', h(word('sign_in_text')), '</p>';
    foreach (CUSTOMERS as $id => $name) {
        echo '<button name="customer" value="', $id, '">', h(word('sign_in_as', ['name' => $name])), '</button>';
    }
} else {
    echo '<p>', h(word('hello', ['name' => CUSTOMERS[$customer[0]]])), '</p><button name="customer" value="0">',
        h(word('sign_out')), '</button>';
}
echo '</form>';
page_end();
