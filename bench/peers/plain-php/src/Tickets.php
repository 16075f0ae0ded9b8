<?php

namespace PlainChat;

/** "v1.SHOP.ROLE.PERSON.LANGUAGE.SESSION.FIRST.ISSUED.EXPIRES.NAME.SIGNATURE", signed with HMAC-SHA256. */
final class Tickets
{
    private const FORM = '/^v1\.([1-9]\d{0,9})\.([gco])\.([0-9a-f]{32}|[1-9]\d{0,9})'
        . '\.((?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)?)\.([A-Za-z0-9_-]{0,64})'
        . '\.([1-9]\d{0,15})\.([1-9]\d{0,15})\.([1-9]\d{0,15})\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]{43})$/D';
    private const ROLE = ['g' => 'guest', 'c' => 'customer', 'o' => 'operator'];
    private const LETTER = ['guest' => 'g', 'customer' => 'c', 'operator' => 'o'];
    private const SKEW = 60000;

    /** @param list<string> $secrets the first signs */
    public function __construct(private readonly int $shop, private readonly array $secrets)
    {
    }

    public function make(Identity $who, int $seconds = 600): string
    {
        $now = (int) (microtime(true) * 1000);
        $signed = implode('.', ['v1', $this->shop, self::LETTER[$who->role], $who->person, $who->language, $who->session,
            $now, $now, $now + 1000 * $seconds, self::encode($who->name)]);
        return $signed . '.' . self::encode(hash_hmac('sha256', $signed, $this->secrets[0], true));
    }

    public function verify(string $ticket): Identity
    {
        if (strlen($ticket) > 1024 || !preg_match(self::FORM, $ticket, $m)) {
            throw new Problem('ticket-malformed', 'The ticket has not the form of a ticket');
        }
        [, $shop, $role, $person, $language, $session, $first, $issued, $expires, $name, $signature] = $m;
        $text = base64_decode(strtr($name, '-_', '+/'), true);
        if ($text === false || self::encode($text) !== $name || mb_strlen($text, 'UTF-8') > 80
            || !mb_check_encoding($text, 'UTF-8') || ($role === 'g') !== (strlen($person) === 32) || $expires <= $issued) {
            throw new Problem('ticket-malformed', 'The ticket has not the form of a ticket');
        }
        if (!$this->isOurs(substr($ticket, 0, -44), $signature)) {
            throw new Problem('ticket-forged', "The ticket was not signed with this shop's secret");
        }
        if ((int) $shop !== $this->shop) {
            throw new Problem('ticket-foreign', 'The ticket is of another shop');
        }
        $now = (int) (microtime(true) * 1000);
        if ($expires <= $now || $issued > $now + self::SKEW) {
            throw new Problem('ticket-expired', 'The ticket has expired: ask for a new one');
        }
        return new Identity(self::ROLE[$role], $person, $text, $language, $session, (int) $issued, (int) $expires, (int) $first);
    }

    private function isOurs(string $signed, string $signature): bool
    {
        $fits = false;
        foreach ($this->secrets as $secret) {
            $fits = hash_equals(self::encode(hash_hmac('sha256', $signed, $secret, true)), $signature) || $fits;
        }
        return $fits;
    }

    private static function encode(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
