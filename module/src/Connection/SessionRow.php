<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

use OnlineChat\Identity;
use OnlineChat\Role;

/**
 * The session row of PrestaShop a ticket rests on: it goes with the sign-out, also where no hook tells of it. An
 * employee also has to have the right to chat, or to supervise, still.
 */
final class SessionRow
{
    /** Reading may go on for a few seconds after the sign-out, acting may not. */
    private const READING = ['watch', 'board', 'read', 'thread', 'typing', 'seen', 'gone'];

    public function __construct(private Database $database, private string $folder, private int $shop)
    {
    }

    /** Visitors are told of by hooks; their row is looked at when a ticket is renewed. */
    public function allows(Identity $who, string $action): bool
    {
        if ($who->session === '' || $who->role === Role::Guest || ($who->role === Role::Customer && $action !== 'renew')) {
            return true;
        }
        if (!\in_array($action, self::READING, true)) {
            return $this->ask($who) === '1';
        }
        $name = \hash('sha256', "$who->person.$who->session");

        return Noted::answer("$this->folder/shop-$this->shop.$name.session", fn () => $this->ask($who)) === '1';
    }

    private function ask(Identity $who): string
    {
        $p = $this->database->prefix();
        [$table, $still] = $who->role === Role::Operator ? ['employee', $this->right($who)] : ['customer', ' AND p.deleted = 0'];
        $row = $this->database->link()->prepare("SELECT COUNT(*) FROM {$p}{$table}_session s"
            . " JOIN {$p}{$table} p ON p.id_$table = s.id_$table AND p.active = 1$still"
            . " WHERE s.id_{$table}_session = ? AND s.id_$table = ?");
        $row->execute([$who->session, $who->person]);

        return $row->fetchColumn() > 0 ? '1' : '0';
    }

    /** As PrestaShop's Access::isGranted() asks for the tabs of Setup\Tabs, which cannot be loaded here. */
    private function right(Identity $who): string
    {
        $p = $this->database->prefix();
        $granted = '';
        foreach ($who->supervisor ? ['CHAT', 'SUPERVISOR'] : ['CHAT'] as $tab) {
            $granted .= " AND EXISTS (SELECT 1 FROM {$p}access a JOIN {$p}authorization_role r USING (id_authorization_role)"
                . " WHERE a.id_profile = p.id_profile AND r.slug = 'ROLE_MOD_TAB_ADMINONLINECHAT{$tab}_READ')";
        }

        return $granted;
    }
}
