<?php

namespace PlainChat;

/** Tickets that are no longer good, whatever Redis remembers. */
final class Revocations
{
    public function __construct(private readonly Database $db, private readonly int $shop)
    {
    }

    public function check(Identity $who): void
    {
        $revoked = $this->db->row(
            "SELECT 1 FROM {$this->db->p}revocation WHERE shop = ? AND subject = ? AND at >= ?",
            [$this->shop, $who->subject(), $who->issued],
        );
        if ($revoked) {
            throw new Problem('ticket-revoked', 'ticket: it was revoked; sign in again');
        }
    }
}
