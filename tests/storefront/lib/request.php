<?php

declare(strict_types=1);

namespace OnlineChat\Storefront;

const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Headers of every page. */
function page_headers(): void
{
    header('Content-Type: text/html; charset=utf-8');
    header('Content-Security-Policy: ' . POLICY);
    header('X-Content-Type-Options: nosniff');
    header('Referrer-Policy: same-origin');
    header('Cache-Control: no-cache');
}

/** Whether the request comes from this shop's own pages, as far as the browser says. */
function from_here(): bool
{
    $site = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? null;
    if ($site !== null) {
        return $site === 'same-origin';
    }
    $origin = $_SERVER['HTTP_ORIGIN'] ?? null;

    return $origin === null || preg_replace('~^https?://~', '', $origin) === ($_SERVER['HTTP_HOST'] ?? '');
}

/**
 * Where browsers find the gateway, as the shop's pages and the console are told. A cookie "polls" asks for a page without.
 *
 * @return array{gateway?: string}
 */
function gateway(): array
{
    $path = (string) getenv('ONLINECHAT_GATEWAY');

    return $path === '' || $path === 'none' || isset($_COOKIE['polls']) ? [] : ['gateway' => $path];
}

/**
 * The fields of a form of this shop, null if the request is none.
 *
 * @return array<string, mixed>|null
 */
function form(): ?array
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST' || !from_here()) {
        return null;
    }
    parse_str((string) file_get_contents('php://input', false, null, 0, 4096), $fields);

    return $fields;
}

/** After a form: the next page, so that a reload does not send it again. */
function see_other(string $address): never
{
    http_response_code(303);
    header("Location: $address");
    exit;
}
