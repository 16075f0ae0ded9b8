<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

use OnlineChat\Identity;
use OnlineChat\InvalidTicket;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Entry\Input;
use PrestaShop\Module\OnlineChat\Entry\Problem;

require __DIR__ . '/../../../module/src/Entry/Entry.php';
require __DIR__ . '/../../../module/src/Entry/Input.php';
require __DIR__ . '/../../../module/src/Entry/Problem.php';

/**
 * Answers a request for a ticket.
 *
 * @param callable(): ?Identity $who null: nobody is signed in
 */
function answer_ticket(callable $who): void
{
    try {
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem('wrong-method', 'tickets are asked for with POST', '', ['Allow: POST']);
        }
        if (!from_here()) {
            throw new Problem('not-allowed', 'tickets are for pages of this shop');
        }
        $former = Input::body()->optional('ticket');
        $identity = $who() ?? throw new Problem('not-allowed', 'sign in first');
        $tickets = chat()->tickets();
        adopt($former, $identity);
        $ticket = $tickets->make($identity);
        header('Content-Type: application/json');
        header('Cache-Control: no-store');
        echo json_encode([
            'ticket' => $ticket,
            'expires' => $tickets->verify($ticket)->expires,
            'role' => $identity->role,
            'name' => $identity->name,
            'person' => $identity->person,
        ], Entry::JSON);
    } catch (\Throwable $e) {
        Problem::of($e)->send();
    }
}

/** A guest who is a customer now takes the conversation along (issue 5.8): the former ticket proves whose it was. */
function adopt(?string $former, Identity $now): void
{
    if ($former === null || $now->role !== Role::Customer) {
        return;
    }
    try {
        $before = chat()->tickets()->verify($former);
    } catch (InvalidTicket) {
        return;
    }
    if ($before->role === Role::Guest) {
        chat()->router()->adopt($before, $now, bin2hex(random_bytes(16)));
    }
}

/** The language of the page that asks, from its address: the request itself is the same on all pages. */
function ticket_language(): string
{
    parse_str((string) parse_url($_SERVER['HTTP_REFERER'] ?? '', PHP_URL_QUERY), $query);

    return in_array($query['lang'] ?? '', LANGUAGES, true) ? $query['lang'] : LANGUAGES[0];
}
