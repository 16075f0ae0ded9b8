<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Ticket;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\Pass;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/**
 * The module's own two cookies, set when the chat is opened, and a third in maintenance mode. PrestaShop's is never
 * written.
 *
 * One names the guest, and no script reads it. The other, the mark, has a random value that changes whenever
 * somebody else may be here: the widget then asks anew who it is.
 */
final class Cookies
{
    public function __construct(private \Shop $shop)
    {
    }

    /** The name of the mark. */
    public static function mark(int $shop): string
    {
        return "onlinechat_$shop";
    }

    /** The guest this browser is, "" if the chat was never opened. Not the cookie itself: tickets name the person. */
    public function guest(): string
    {
        $value = $_COOKIE[$this->guestName()] ?? '';

        return \is_string($value) && \preg_match('/^[0-9a-f]{32}$/D', $value) === 1
            ? \substr(\hash('sha256', "guest:$value"), 0, 32) : '';
    }

    public function newGuest(): string
    {
        $_COOKIE[$this->guestName()] = \bin2hex(\random_bytes(16));
        $this->put($this->guestName(), $_COOKIE[$this->guestName()], true);

        return $this->guest();
    }

    /** The chat is opened. */
    public function open(): void
    {
        if (!$this->opened()) {
            $this->putMark();
        }
    }

    /** Somebody else may be here from now on. Where the chat was never opened, nothing is set. */
    public function change(): void
    {
        if ($this->opened()) {
            $this->putMark();
        }
    }

    /** Whoever signs in is no guest any more. */
    public function forgetGuest(): void
    {
        if ($this->guest() !== '') {
            $this->put($this->guestName(), '', true);
            unset($_COOKIE[$this->guestName()]);
        }
    }

    /** The shop is closed, and PrestaShop lets this browser in: the entry is told. */
    public function admit(): void
    {
        $id = (int) $this->shop->id;
        $this->put(Pass::name($id), Pass::make($id, (string) (Settings::json($id, Settings::SECRETS)[0] ?? '')), true);
    }

    /** To whom the chat is offered the browser decides by this. @param string $who Offer::cookie(), "" for nobody */
    public function putWho(string $who): void
    {
        $name = 'onlinechat_who_' . (int) $this->shop->id;
        if ($who !== '' || isset($_COOKIE[$name])) {
            $hours = (int) \Configuration::get('PS_COOKIE_LIFETIME_FO');
            // As long as the customer stays signed in.
            $this->put($name, $who, false, $hours > 0 ? \time() + $hours * 3600 : 0);
        }
    }

    private function opened(): bool
    {
        return isset($_COOKIE[self::mark((int) $this->shop->id)]);
    }

    private function putMark(): void
    {
        $this->put(self::mark((int) $this->shop->id), \bin2hex(\random_bytes(8)), false);
    }

    private function guestName(): string
    {
        return 'onlinechat_guest_' . (int) $this->shop->id;
    }

    private function put(string $name, string $value, bool $hidden, int $until = 0): void
    {
        if (\headers_sent()) {
            return;
        }
        \setcookie($name, $value, [
            'expires' => $value === '' ? 1 : $until,
            'path' => $this->shop->getBaseURI(),
            'secure' => \Tools::usingSecureMode(),
            'httponly' => $hidden,
            'samesite' => 'Lax',
        ]);
    }
}
