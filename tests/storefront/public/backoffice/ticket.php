<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

use OnlineChat\Identity;
use OnlineChat\Role;

require __DIR__ . '/../../lib/request.php';
require __DIR__ . '/../../lib/language.php';
require __DIR__ . '/../../lib/person.php';
require __DIR__ . '/../../lib/ticket.php';

answer_ticket(static function (): ?Identity {
    $employee = signed_in(EMPLOYEE_COOKIE);
    if ($employee === null) {
        return null;
    }
    [$id, $session] = $employee;

    $supervisor = in_array($id, SUPERVISORS, true);

    return new Identity(Role::Operator, (string) $id, EMPLOYEES[$id], ticket_language(), $session, $supervisor);
});
