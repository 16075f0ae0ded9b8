<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

use OnlineChat\Identity;
use OnlineChat\Role;

require __DIR__ . '/../lib/request.php';
require __DIR__ . '/../lib/language.php';
require __DIR__ . '/../lib/person.php';
require __DIR__ . '/../lib/ticket.php';

answer_ticket(static function (): Identity {
    mark(false);
    $customer = signed_in(CUSTOMER_COOKIE);
    if ($customer === null) {
        return new Identity(Role::Guest, guest() ?: new_guest(), '', ticket_language());
    }
    [$id, $session] = $customer;

    return new Identity(Role::Customer, (string) $id, CUSTOMERS[$id], ticket_language(), $session, false, "customer$id@example.com");
});
