<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../../lib/office.php';

$employee = employee();
office_start(office_word('dashboard'), 'dashboard', $employee);
echo '<h1>', h(office_word('dashboard')), '</h1><p class="hint">', h(office_word('go_online')), '</p><section><h2>',
    h(office_word('today')), '</h2><dl class="figures">';
foreach (['sales' => amount(23650), 'visitors' => '148', 'basket' => amount(4730)] as $name => $figure) {
    echo '<div><dt>', h(office_word($name)), '</dt><dd>', h($figure), '</dd></div>';
}
echo '</dl></section><section><h2>', h(office_word('latest')), '</h2>';
orders_table(3);
echo '</section>';
office_end($employee);
