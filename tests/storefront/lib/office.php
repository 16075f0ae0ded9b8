<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

require __DIR__ . '/request.php';
require __DIR__ . '/language.php';
require __DIR__ . '/person.php';

/* The frame of the back office's pages. */

const OFFICE_WORDS = [
    'en' => [
        'skip' => 'Skip to the content', 'menu' => 'Back-office menu', 'dashboard' => 'Dashboard', 'orders' => 'Orders',
        'products' => 'Products', 'shop' => 'View the shop', 'languages' => 'Language', 'sign_out' => 'Sign out',
        'who' => 'Who are you?', 'who_text' => 'This back office is an example: choose an employee.',
        'sign_in' => 'Sign in as :name', 'today' => 'Today', 'sales' => 'Sales', 'visitors' => 'Visitors',
        'basket' => 'Average basket', 'latest' => 'Latest orders', 'reference' => 'Reference',
        'customer' => 'Customer', 'total' => 'Total', 'state' => 'State', 'paid' => 'Paid', 'sent' => 'Sent',
        'prepared' => 'Being prepared', 'name' => 'Name', 'stock' => 'In stock', 'save' => 'Save',
        'go_online' => 'Go online in the window at the bottom right, then write from the shop in another window.',
    ],
    'fr' => [
        'skip' => 'Aller au contenu', 'menu' => 'Menu du back-office', 'dashboard' => 'Tableau de bord',
        'orders' => 'Commandes', 'products' => 'Produits', 'shop' => 'Voir la boutique', 'languages' => 'Langue',
        'sign_out' => 'Se déconnecter', 'who' => 'Qui êtes-vous ?',
        'who_text' => 'Ce back-office est un exemple : choisissez un employé.',
        'sign_in' => 'Se connecter en tant que :name', 'today' => 'Aujourd’hui', 'sales' => 'Ventes',
        'visitors' => 'Visiteurs', 'basket' => 'Panier moyen', 'latest' => 'Dernières commandes',
        'reference' => 'Référence', 'customer' => 'Client', 'total' => 'Total', 'state' => 'État', 'paid' => 'Payée',
        'sent' => 'Expédiée', 'prepared' => 'En préparation', 'name' => 'Nom',
        'stock' => 'En stock', 'save' => 'Enregistrer',
        'go_online' => 'Passez en ligne dans la fenêtre en bas à droite, puis écrivez depuis la boutique dans une '
            . 'autre fenêtre.',
    ],
];

const ORDERS = [
    ['MVQXKPLRT', 'Ada L.', 5490, 'paid'], ['MVBNTWSCE', 'Hugo M.', 3040, 'prepared'],
    ['MVZRHJUAD', 'Customer 7', 8390, 'sent'], ['MVPLOWKIE', 'Customer 11', 2240, 'sent'],
    ['MVDSAYXCV', 'Customer 12', 4490, 'sent'],
];

/** The back office speaks English and French. */
function office_language(): string
{
    return language() === 'fr' ? 'fr' : 'en';
}

function office_word(string $name, array $places = []): string
{
    $text = OFFICE_WORDS[office_language()][$name];
    foreach ($places as $place => $value) {
        $text = str_replace(":$place", $value, $text);
    }

    return $text;
}

/** Who is signed in; others get the page that asks. */
function employee(): int
{
    $form = form();
    if ($form !== null) {
        become(EMPLOYEE_COOKIE, $form['employee'] ?? '');
        see_other(address('/backoffice/index.php'));
    }
    $employee = signed_in(EMPLOYEE_COOKIE);
    if ($employee === null) {
        ask_who();
        exit;
    }

    return $employee[0];
}

function ask_who(): void
{
    office_start(office_word('who'), '');
    echo '<h1>', h(office_word('who')), '</h1><form method="post" class="people" action="',
        h(address('/backoffice/index.php')), '"><p>', h(office_word('who_text')), '</p>';
    foreach (EMPLOYEES as $id => $name) {
        echo '<button name="employee" value="', $id, '">', h(office_word('sign_in', ['name' => $name])), '</button>';
    }
    echo '</form>';
    office_end(null);
}

function office_start(string $title, string $page, ?int $employee = null): void
{
    page_headers();
    echo '<!DOCTYPE html>', "\n", '<html lang="', office_language(), '"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>', h($title),
        ' – Maison Verte, back office</title><link rel="icon" href="/img/leaf.svg" type="image/svg+xml">',
        '<link rel="stylesheet" href="/backoffice/css/office.css"></head><body><a class="skip" href="#content">',
        h(office_word('skip')), '</a><header class="bar"><span class="brand">Maison Verte</span>',
        '<a href="', h(address('/')), '">', h(office_word('shop')), '</a>';
    office_languages();
    if ($employee !== null) {
        echo '<form method="post" action="', h(address('/backoffice/index.php')), '"><span>', h(EMPLOYEES[$employee]),
            '</span><button name="employee" value="0">', h(office_word('sign_out')), '</button></form>';
    }
    echo '</header>';
    if ($employee !== null) {
        office_menu($page);
    }
    echo '<main id="content" tabindex="-1">';
}

function office_languages(): void
{
    echo '<nav class="languages" aria-label="', h(office_word('languages')), '"><ul>';
    foreach (array_keys(OFFICE_WORDS) as $code) {
        echo '<li><a href="', h(address(strtok($_SERVER['REQUEST_URI'], '?'), [], $code)),
            "\" lang=\"$code\" hreflang=\"$code\"", $code === office_language() ? ' aria-current="true"' : '', '>',
            h(LANGUAGE_NAMES[$code]), '</a></li>';
    }
    echo '</ul></nav>';
}

function office_menu(string $page): void
{
    echo '<nav class="side" aria-label="', h(office_word('menu')), '"><ul>';
    foreach (['dashboard' => 'index', 'orders' => 'orders', 'products' => 'products'] as $name => $file) {
        echo '<li><a href="', h(address("/backoffice/$file.php")), '"',
            $name === $page ? ' aria-current="page"' : '', '>', h(office_word($name)), '</a></li>';
    }
    echo '</ul></nav>';
}

function office_end(?int $employee): void
{
    echo '</main>';
    if ($employee !== null) {
        echo data_block('onlinechat-console-config', console_config($employee)),
            '<script defer src="/js/console.js"></script>';
    }
    echo '</body></html>', "\n";
}

/** What the console is told; with "?shops=2" in the address the employee serves both shops. */
function console_config(int $employee): array
{
    $names = ($_GET['shops'] ?? '') === '2' ? [1 => 'Maison Verte', 2 => 'Petit Jardin'] : [1 => ''];
    $shops = [];
    foreach ($names as $id => $name) {
        $more = $id === 1 ? '' : "?shop=$id";
        $shops[] = ['id' => $id, 'name' => $name, 'entry' => "/entry.php$more", 'ticket' => "/backoffice/ticket.php$more"] + gateway();
    }

    return [
        'shops' => $shops, 'language' => office_language(), 'employee' => $employee,
        'supervisor' => in_array($employee, SUPERVISORS, true),
    ];
}

function amount(int $cents): string
{
    return office_language() === 'en' ? '€' . number_format($cents / 100, 2)
        : number_format($cents / 100, 2, ',', ' ') . ' €';
}

function orders_table(int $count): void
{
    echo '<table><thead><tr>';
    foreach (['reference', 'customer', 'total', 'state'] as $head) {
        echo '<th scope="col">', h(office_word($head)), '</th>';
    }
    echo '</tr></thead><tbody>';
    foreach (array_slice(ORDERS, 0, $count) as [$reference, $customer, $total, $state]) {
        echo '<tr><th scope="row">', $reference, '</th><td>', h($customer), '</td><td class="number">',
            h(amount($total)), '</td><td><span class="state ', $state, '">', h(office_word($state)),
            '</span></td></tr>';
    }
    echo '</tbody></table>';
}
