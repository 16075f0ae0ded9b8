<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../../lib/office.php';

$employee = employee();
office_start(office_word('orders'), 'orders', $employee);
echo '<h1>', h(office_word('orders')), '</h1>';
orders_table(count(ORDERS));
office_end($employee);
