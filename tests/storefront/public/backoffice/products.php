<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../../lib/office.php';

$employee = employee();
$products = (require __DIR__ . '/../../lib/words.php')[office_language()]['products'];
office_start(office_word('products'), 'products', $employee);
echo '<h1>', h(office_word('products')), '</h1><table><thead><tr><th scope="col">', h(office_word('name')),
    '</th><th scope="col">', h(office_word('stock')), '</th></tr></thead><tbody>';
foreach ($products as $id => [$name]) {
    echo '<tr><th scope="row">', h($name), '</th><td class="number">', $id * 7 % 20 + 1, '</td></tr>';
}
echo '</tbody></table><div class="footer"><button type="button" disabled>', h(office_word('save')), '</button></div>';
office_end($employee);
