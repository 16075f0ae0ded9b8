<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

/* Who somebody is: signed cookies, one for customers, one for employees (only below /backoffice/), and a
 * random one for guests who opened the chat. */

const CUSTOMERS = [2 => 'Ada L.', 3 => 'Hugo M.', 4 => 'ليلى ب.', 7 => 'Customer 7'];
const EMPLOYEES = [1 => 'Anna', 2 => 'Ben', 3 => 'Chloé'];
const SUPERVISORS = [3];

const CUSTOMER_COOKIE = ['shop_customer', '/', CUSTOMERS];
const EMPLOYEE_COOKIE = ['office_employee', '/backoffice/', EMPLOYEES];
const GUEST_COOKIE = 'oc_guest';
/* No secret, scripts read it: another value says that another person may be here now. */
const MARK_COOKIE = 'onlinechat';

function config(): array
{
    static $config = null;

    return $config ??= require __DIR__ . '/../config.php';
}

function signature(string $name, string $value): string
{
    return hash_hmac('sha256', "$name=$value", 'cookie:' . config()['chat']['secrets'][0]);
}

/** @return array{int, string}|null number and session of who is signed in with this cookie */
function signed_in(array $cookie): ?array
{
    [$name, , $people] = $cookie;
    $value = $_COOKIE[$name] ?? '';
    $parts = is_string($value) ? explode('.', $value) : [];
    if (count($parts) !== 3 || !hash_equals(signature($name, "$parts[0].$parts[1]"), $parts[2])) {
        return null;
    }

    return isset($people[(int) $parts[0]]) ? [(int) $parts[0], $parts[1]] : null;
}

function sign_in(array $cookie, int $person): void
{
    [$name, $path] = $cookie;
    $value = $person . '.' . bin2hex(random_bytes(16));
    put_cookie($name, $value . '.' . signature($name, $value), $path);
}

/** Ends the session this cookie stands for, and with it its tickets. */
function end_session(array $cookie): void
{
    $who = signed_in($cookie);
    if ($who !== null) {
        $role = $cookie === EMPLOYEE_COOKIE ? Role::Operator : Role::Customer;
        chat()->tickets()->revoke(new Identity($role, (string) $who[0], '', '', $who[1]));
    }
}

/** What the form of a sign-in page asks for: to be that person, or nobody any more. */
function become(array $cookie, mixed $person): void
{
    [$name, $path, $people] = $cookie;
    end_session($cookie);
    $person = is_string($person) ? (int) $person : 0;
    if (isset($people[$person])) {
        sign_in($cookie, $person);
    } else {
        put_cookie($name, '', $path);
    }
}

/** The guest who opened the chat in this browser, "" if none did. Not the cookie itself: tickets name the person. */
function guest(): string
{
    $value = $_COOKIE[GUEST_COOKIE] ?? '';

    return is_string($value) && preg_match('/^[0-9a-f]{32}$/D', $value) === 1
        ? substr(hash('sha256', "guest:$value"), 0, 32) : '';
}

function new_guest(): string
{
    $_COOKIE[GUEST_COOKIE] = bin2hex(random_bytes(16));
    put_cookie(GUEST_COOKIE, $_COOKIE[GUEST_COOKIE], '/');

    return guest();
}

/** Set when the chat is opened, renewed where it is set when who is signed in changes. */
function mark(bool $renew): void
{
    if ($renew === isset($_COOKIE[MARK_COOKIE])) {
        put_cookie(MARK_COOKIE, bin2hex(random_bytes(8)), '/', false);
    }
}

/** Whoever signs in is no guest any more; the guest's ticket still says what becomes the customer's (ticket.php). */
function forget_guest(): void
{
    if (guest() !== '') {
        put_cookie(GUEST_COOKIE, '', '/');
    }
}

function put_cookie(string $name, string $value, string $path, bool $hidden = true): void
{
    setcookie($name, $value, [
        'expires' => $value === '' ? 1 : 0,
        'path' => $path,
        'secure' => ($_SERVER['HTTPS'] ?? '') !== '',
        'httponly' => $hidden,
        'samesite' => 'Lax',
    ]);
}

function chat(): Chat
{
    static $chat = null;

    return $chat ??= new Chat(config()['chat']);
}
