<?php

/* The public settings of the demo's shop: what an owner would write, in two languages. */

return [
    'operator_name' => ['en' => 'Customer service', 'fr' => 'Service client'],
    'header' => ['en' => 'Ask us anything', 'fr' => 'Une question ?'],
    'welcome' => [
        'en' => 'Hello! Ask us anything about our plants or your order. We usually answer within a minute.',
        'fr' => 'Bonjour ! Posez-nous vos questions sur nos plantes ou votre commande. '
            . 'Nous répondons en général dans la minute.',
    ],
    'colours' => [
        'header_background' => '#24483a',
        'header_text' => '#ffffff',
        'operator_background' => '#f1ede4',
        'operator_text' => '#2b2a27',
        'visitor_background' => '#2f6b4f',
        'visitor_text' => '#ffffff',
    ],
];
