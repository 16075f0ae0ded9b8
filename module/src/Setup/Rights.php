<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Rows;

/**
 * Which profile may what on the module's pages, and with the module itself: for an employee without its right "View"
 * the core calls none of the module's hooks in the back office.
 *
 * A reset makes both anew, and the core then gives them to the administrator alone: what the owner had given is
 * noted before and given again after.
 */
final class Rights
{
    private const OURS = "r.slug LIKE 'ROLE\\_MOD\\_TAB\\_ADMINONLINECHAT%'";
    private const MODULE = 'ROLE_MOD_MODULE_ONLINECHAT_';

    /** @return list<array{id_profile: string, slug: string}> */
    public static function note(): array
    {
        $join = ' a JOIN PREFIX_authorization_role r ON r.id_authorization_role = a.id_authorization_role WHERE ';
        /** @var list<array{id_profile: string, slug: string}> $rows */
        $rows = Rows::of('SELECT a.id_profile, r.slug FROM PREFIX_access' . $join . self::OURS
            . ' UNION ALL SELECT a.id_profile, r.slug FROM PREFIX_module_access' . $join
            . "r.slug LIKE '" . \str_replace('_', '\\_', self::MODULE) . "%'");

        return $rows;
    }

    /**
     * Before the core makes the pages: it takes the roles that are there already.
     *
     * @param list<array{id_profile: string, slug: string}> $noted
     */
    public static function give(array $noted): void
    {
        $db = \Db::getInstance();
        foreach ($noted as ['id_profile' => $profile, 'slug' => $slug]) {
            $find = 'SELECT id_authorization_role FROM ' . _DB_PREFIX_ . "authorization_role WHERE slug = '" . \pSQL($slug) . "'";
            $role = (int) $db->getValue($find, false);
            if ($role === 0) {
                $db->insert('authorization_role', ['slug' => \pSQL($slug)]);
                $role = (int) $db->Insert_ID();
            }
            $db->insert(
                \str_starts_with($slug, self::MODULE) ? 'module_access' : 'access',
                ['id_profile' => (int) $profile, 'id_authorization_role' => $role],
                false,
                false,
                \Db::INSERT_IGNORE
            );
        }
    }

    /** The core takes the roles away, not who had them: a number used again would give the right to something else. */
    public static function take(): void
    {
        \Db::getInstance()->execute(
            'DELETE a FROM ' . _DB_PREFIX_ . 'access a JOIN ' . _DB_PREFIX_
            . 'authorization_role r ON r.id_authorization_role = a.id_authorization_role WHERE ' . self::OURS
        );
    }
}
