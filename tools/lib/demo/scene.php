<?php

/*
 * The people of the demo and what they say. Operator 1 is left to whoever opens the back office, so the
 * others are busy to their limit: a new visitor's conversation reaches the one who tries the product.
 */

return [
    'operators' => [
        2 => ['name' => 'Ben', 'capacity' => 2],
        3 => ['name' => 'Chloé', 'capacity' => 1],
        4 => ['name' => 'David', 'capacity' => 1],
    ],
    // Served by operator 1 yesterday, as it were: they stand in the history.
    'archived' => [
        [
            'customer' => 41, 'name' => 'Louise Martin', 'language' => 'fr',
            'about' => ['email' => 'louise.martin@example.org', 'phone' => '+33 1 99 00 12 34'],
            'lines' => [
                ['visitor', 'Bonjour, livrez-vous en Belgique ?'],
                ['operator', 'Bonjour Louise ! Oui, en trois jours ouvrés, et gratuitement à partir de 60 €.'],
                ['visitor', 'Parfait, merci beaucoup !'],
            ],
        ],
        [
            'customer' => null, 'name' => '', 'language' => 'en', 'about' => [],
            'lines' => [
                ['visitor', 'Does the olive tree survive a winter on the balcony?'],
                ['operator', 'Down to -7 °C, yes, if the pot is wrapped. Below that it wants a cool room.'],
                ['visitor', 'Great, I will find it a corner.'],
            ],
        ],
    ],
    // In the order of their arrival: the first go to the operators above, the rest wait.
    'visitors' => [
        [
            'customer' => 42, 'name' => 'Marie Dubois', 'language' => 'fr',
            'about' => ['email' => 'marie.dubois@example.org'],
            'first' => 'Bonjour, ma commande est-elle déjà partie ?',
            'answer' => 'Bonjour Marie, je regarde tout de suite.',
            'replies' => ['Merci, j’attends.', 'Très bien, bonne journée !'],
        ],
        [
            'customer' => null, 'name' => '', 'language' => 'en', 'about' => [],
            'first' => 'Hello! Is the snake plant safe for cats?',
            'answer' => 'Hello! It is mildly toxic, so better out of reach. The Boston fern is safe.',
            'replies' => ['Good to know. Does the fern need much light?', 'Thanks, that helps!'],
        ],
        [
            'customer' => 43, 'name' => 'Tom Baker', 'language' => 'en',
            'about' => ['email' => 'tom.baker@example.org', 'phone' => '+44 20 7946 0958'],
            'first' => 'Can I change the delivery address of my order?',
            'answer' => 'Of course. Where should it go?',
            'replies' => ['To my office, 12 Mill Lane, please.', 'Perfect, thank you.'],
        ],
        [
            'customer' => null, 'name' => '', 'language' => 'fr', 'about' => [],
            'first' => 'Bonjour, le pot du monstera existe-t-il en vert ?',
            'answer' => 'Bonjour ! Oui, en vert sapin et en vert tilleul.',
            'replies' => ['Vert sapin, c’est parfait.', 'Merci !'],
        ],
        [
            'customer' => 44, 'name' => 'Nadia', 'language' => 'fr',
            'about' => ['email' => 'nadia.benali@example.org'],
            'first' => 'Bonjour, les feuilles de mon olivier jaunissent, que faire ?',
            'answer' => null,
            'replies' => ['Je l’arrose tous les deux jours, il est près du radiateur.', 'Je vais essayer, merci pour votre aide !'],
        ],
        [
            'customer' => null, 'name' => '', 'language' => 'en', 'about' => [],
            'first' => 'Hi, is there a discount for students?',
            'answer' => null,
            'replies' => ['Oh nice, where do I enter the code?', 'It worked. Thank you!'],
        ],
    ],
];
