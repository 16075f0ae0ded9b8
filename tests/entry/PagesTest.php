<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** The stand-in shop: what its pages may hold, and to whom it gives which ticket. */
final class PagesTest extends EntryTestCase
{
    private const JSON = 'Content-Type: application/json';

    /** @dataProvider pages */
    public function testPagesHaveAStrictPolicyAndKeepIt(string $path, string $language): void
    {
        // Of a gateway: GatewayPathTest.
        $page = $this->http->get($path, ['Cookie: polls=1']);
        self::assertSame(200, $page->status);
        self::assertStringContainsString("default-src 'self'", (string) $page->header('Content-Security-Policy'));
        self::assertStringNotContainsString('unsafe', (string) $page->header('Content-Security-Policy'));
        self::assertDoesNotMatchRegularExpression('/<style|\sstyle=|\son[a-z]+=|javascript:/i', $page->body);
        preg_match_all('/<script(?! type="application\/json")([^>]*)>(.*?)<\/script>/s', $page->body, $scripts);
        self::assertSame([' defer src="/js/widget.js"'], $scripts[1]);
        self::assertSame([''], $scripts[2]);
        $config = self::data('onlinechat-config', $page);
        $settings = json_decode($this->http->get('/entry.php?action=settings')->body, true);
        self::assertSame(
            [
                'entry' => '/entry.php', 'ticket' => '/ticket.php', 'shop' => 1, 'language' => $language,
                'window' => '/js/window.js', 'settings' => $settings,
            ],
            $config
        );
        self::assertStringContainsString(
            '<html lang="' . $language . '" dir="' . ($language === 'ar' ? 'rtl' : 'ltr') . '">',
            $page->body
        );
    }

    public static function pages(): array
    {
        $pages = [];
        foreach (['/', '/product.php?id=3', '/cart.php?id=2', '/cart.php', '/contact.php', '/account.php'] as $path) {
            foreach (['en', 'fr', 'ar'] as $language) {
                $pages["$path $language"] = [$path . (str_contains($path, '?') ? '&' : '?') . "lang=$language", $language];
            }
        }

        return $pages;
    }

    public function testShopPagesAreTheSameForEverybodyAndSetNoCookie(): void
    {
        $customer = $this->signIn('/account.php', 'customer', 7, 'shop_customer');
        foreach (['/', '/product.php?id=3', '/cart.php', '/contact.php'] as $path) {
            $page = $this->http->get($path);
            self::assertNull($page->header('Set-Cookie'));
            self::assertSame($page->body, $this->http->get($path, ["Cookie: $customer; oc_guest=" . self::key()])->body);
        }
        self::assertStringContainsString('Customer 7', $this->http->get('/account.php', ["Cookie: $customer"])->body);
    }

    public function testWhatIsAskedForIsNoMarkup(): void
    {
        $page = $this->http->get('/product.php?id=' . rawurlencode('"><script>alert(1)</script>') . '&lang[]=fr');
        self::assertSame(404, $page->status);
        self::assertStringNotContainsString('alert(1)', $page->body);
        $path = '/contact.php/' . rawurlencode('"><script>alert(1)</script>');
        self::assertStringNotContainsString('<script>alert', $this->http->get($path)->body);
    }

    public function testAGuestKeepsBeingTheSameGuest(): void
    {
        $first = $this->http->postJson('/ticket.php', '{"ticket":null}');
        self::assertSame([200, 'guest', ''], [$first->status, $first->role, $first->name]);
        self::assertSame('no-store', $first->header('Cache-Control'));
        self::assertGreaterThan(time() * 1000, $first->expires);
        $cookie = (string) $first->cookie('oc_guest');
        self::assertMatchesRegularExpression('/^[0-9a-f]{32}; path=\/; HttpOnly; SameSite=Lax$/D', $cookie);
        $guest = 'oc_guest=' . substr($cookie, 0, 32);
        self::assertStringNotContainsString(substr($cookie, 0, 32), $first->body, 'a ticket must not give the cookie away');

        $again = $this->http->postJson('/ticket.php', '{}', ["Cookie: $guest"]);
        self::assertNull($again->cookie('oc_guest'));
        self::assertSame($first->person, $again->person);
        self::assertNotSame($first->person, $this->http->postJson('/ticket.php', '{}')->person);
        self::assertSame(200, $this->get('current', $again->ticket)->status);
    }

    public function testACustomerIsWhoTheySignedInAs(): void
    {
        $customer = $this->signIn('/account.php', 'customer', 2, 'shop_customer');
        $ticket = $this->http->postJson('/ticket.php', '{}', ["Cookie: $customer"]);
        self::assertSame(['customer', '2', 'Ada L.'], [$ticket->role, $ticket->person, $ticket->name]);
        self::assertNull($ticket->cookie('oc_guest'));

        $other = $this->http->postJson('/ticket.php', '{}', ['Cookie: ' . str_replace('=2.', '=7.', $customer)]);
        self::assertSame('guest', $other->role, 'a cookie somebody else wrote is none');
    }

    public function testTicketsSpeakThePagesLanguage(): void
    {
        $ticket = $this->http->postJson('/ticket.php', '{}', ['Referer: http://shop.example/contact.php?lang=fr']);
        self::assertSame('fr', explode('.', $ticket->ticket)[4]);
    }

    public function testSigningInAndOutEndsTheTicketsBefore(): void
    {
        $guest = $this->http->postJson('/ticket.php', '{}');
        $cookies = 'oc_guest=' . substr((string) $guest->cookie('oc_guest'), 0, 32)
            . '; onlinechat=' . substr((string) $guest->cookie('onlinechat'), 0, 16);
        $in = $this->http->postForm('/account.php', ['customer' => 3], ["Cookie: $cookies"]);
        self::assertSame(303, $in->status);
        self::assertStringStartsWith('deleted', (string) $in->cookie('oc_guest'));
        self::assertNotNull($in->cookie('onlinechat'), 'open widgets learn that somebody else may be here');

        $session = 'shop_customer=' . strtok((string) $in->cookie('shop_customer'), ';');
        $customer = $this->http->postJson('/ticket.php', json_encode(['ticket' => $guest->ticket]), ["Cookie: $session"]);
        self::assertProblem(401, 'ticket-revoked', '', $this->post('renew', $guest->ticket));
        self::assertSame(200, $this->post('renew', $customer->ticket)->status);
        $out = $this->http->postForm('/account.php', ['customer' => 0], ["Cookie: $session"]);
        self::assertStringStartsWith('deleted', (string) $out->cookie('shop_customer'));
        self::assertProblem(401, 'ticket-revoked', '', $this->post('renew', $customer->ticket));
        self::assertProblem(401, 'ticket-revoked', '', $this->post('hold', $customer->ticket));
        self::assertSame(0, $this->stores->rows()['hold']);
    }

    public function testTheBackOfficeAsksWhoYouAreAndHostsTheConsole(): void
    {
        $asking = $this->http->get('/backoffice/');
        self::assertStringNotContainsString('console.js', $asking->body);
        self::assertStringContainsString('Sign in as Anna', $asking->body);

        $ben = $this->signIn('/backoffice/index.php', 'employee', 2, 'office_employee');
        foreach (['/backoffice/', '/backoffice/orders.php', '/backoffice/products.php?lang=fr'] as $path) {
            $page = $this->http->get($path, ["Cookie: $ben; polls=1"]);
            self::assertStringContainsString("default-src 'self'", (string) $page->header('Content-Security-Policy'));
            self::assertStringContainsString('<script defer src="/js/console.js"></script>', $page->body);
            self::assertSame([
                'shops' => [['id' => 1, 'name' => '', 'entry' => '/entry.php', 'ticket' => '/backoffice/ticket.php']],
                'language' => str_contains($path, 'fr') ? 'fr' : 'en', 'employee' => 2, 'supervisor' => false,
            ], self::data('onlinechat-console-config', $page));
        }
        $ticket = $this->http->postJson('/backoffice/ticket.php', '{}', ["Cookie: $ben"]);
        self::assertSame(['operator', '2', 'Ben'], [$ticket->role, $ticket->person, $ticket->name]);
        self::assertSame(200, $this->get('board', $ticket->ticket)->status);
    }

    public function testOneBrowserIsOperatorAndVisitorWithoutMixing(): void
    {
        $in = $this->http->postForm('/backoffice/index.php', ['employee' => 1]);
        self::assertMatchesRegularExpression('/; path=\/backoffice\/; HttpOnly; SameSite=Lax$/D', (string) $in->cookie('office_employee'));
        $both = 'office_employee=' . strtok((string) $in->cookie('office_employee'), ';') . '; '
            . $this->signIn('/account.php', 'customer', 7, 'shop_customer');
        self::assertSame('customer', $this->http->postJson('/ticket.php', '{}', ["Cookie: $both"])->role);
        self::assertSame('operator', $this->http->postJson('/backoffice/ticket.php', '{}', ["Cookie: $both"])->role);

        $moved = str_replace('shop_customer=', 'office_employee=', substr($both, (int) strpos($both, 'shop_customer=')));
        self::assertProblem(403, 'not-allowed', '', $this->http->postJson('/backoffice/ticket.php', '{}', ["Cookie: $moved"]));
    }

    /** @dataProvider ticketRequests */
    public function testTicketsAreForTheShopsOwnPages(int $status, string $method, array $headers, ?string $body): void
    {
        foreach (['/ticket.php', '/backoffice/ticket.php'] as $path) {
            $cookie = $path === '/ticket.php' ? 'none=1' : $this->signIn('/backoffice/index.php', 'employee', 1, 'office_employee');
            $answer = $this->http->send($method, $path, array_merge($headers, ["Cookie: $cookie"]), $body);
            self::assertSame($status, $answer->status, "$path $answer->body");
            self::assertSame($status === 200, str_contains($answer->body, '"ticket"'));
        }
    }

    public static function ticketRequests(): array
    {
        $host = 'Host: shop.example';

        return [
            'GET' => [405, 'GET', [], null],
            'a form' => [415, 'POST', ['Content-Type: application/x-www-form-urlencoded'], 'a=b'],
            'text' => [415, 'POST', ['Content-Type: text/plain'], '{}'],
            'too large' => [413, 'POST', [self::JSON], str_pad('{}', 20000)],
            'not JSON' => [400, 'POST', [self::JSON], 'ticket'],
            'another site' => [403, 'POST', [self::JSON, 'Sec-Fetch-Site: cross-site'], '{}'],
            'a sister site' => [403, 'POST', [self::JSON, 'Sec-Fetch-Site: same-site'], '{}'],
            'another origin' => [403, 'POST', [self::JSON, $host, 'Origin: https://evil.example'], '{}'],
            'no origin' => [403, 'POST', [self::JSON, $host, 'Origin: null'], '{}'],
            'own page' => [200, 'POST', [self::JSON, 'Sec-Fetch-Site: same-origin'], '{}'],
            'own origin' => [200, 'POST', [self::JSON, $host, 'Origin: http://shop.example'], '{}'],
        ];
    }

    /** @return array<string, mixed> */
    private static function data(string $id, Answer $page): array
    {
        preg_match('/<script type="application\/json" id="' . $id . '">(.*?)<\/script>/s', $page->body, $match);

        return json_decode($match[1] ?? '', true, 8, JSON_THROW_ON_ERROR);
    }

    /** The cookie of who signs in, as a browser sends it. */
    private function signIn(string $path, string $field, int $person, string $cookie): string
    {
        $answer = $this->http->postForm($path, [$field => $person]);
        self::assertSame(303, $answer->status);

        return "$cookie=" . strtok((string) $answer->cookie($cookie), ';');
    }
}
