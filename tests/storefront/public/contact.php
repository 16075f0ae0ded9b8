<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/../lib/shop.php';

page_start(word('contact'), 'contact');
echo '<h1>', h(word('contact')), '</h1><p class="lead">', h(word('contact_text')), '</p><section><h2>',
    h(word('where')), '</h2><p>', h(word('where_text')), '</p></section><section><h2>', h(word('often')), '</h2>';
foreach (words('questions') as $question => $answer) {
    echo '<details><summary>', h($question), '</summary><p>', h($answer), '</p></details>';
}
echo '</section>';
page_end();
