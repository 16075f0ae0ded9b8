<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Rows;

/** The menu "Online Chat", its pages, and a hidden entry that carries the right to chat. */
final class Tabs
{
    public const MENU = 'AdminOnlinechat';
    public const HISTORY = 'AdminOnlinechatHistory';
    public const STATISTICS = 'AdminOnlinechatStatistics';
    public const CONFIGURATION = 'AdminOnlinechatConfiguration';
    /** Not shown: whoever may read it may chat. It stands in "Permissions" like any other. */
    public const CHAT = 'AdminOnlinechatChat';
    /** Not shown: whoever may read it sees all conversations of the shop and may take any. */
    public const SUPERVISOR = 'AdminOnlinechatSupervisor';
    /** Not shown, the configuration leads there. */
    public const REPLIES = 'AdminOnlinechatReplies';

    private const DOMAIN = 'Modules.Onlinechat.Admin';

    /**
     * What the core registers by itself; the parent has to be there already (Installer).
     *
     * @return list<array{class_name: string, route_name: string, parent_class_name: string, name: array<string, string>, wording: string, wording_domain: string}>
     */
    public static function pages(): array
    {
        return [
            [
                'class_name' => self::HISTORY,
                'route_name' => 'onlinechat_history',
                'parent_class_name' => self::MENU,
                'name' => self::names('Conversation history', 'Historique des conversations'),
                'wording' => 'Conversation history',
                'wording_domain' => self::DOMAIN,
            ],
            [
                'class_name' => self::STATISTICS,
                'route_name' => 'onlinechat_statistics',
                'parent_class_name' => self::MENU,
                'name' => self::names('Statistics', 'Statistiques'),
                'wording' => 'Statistics',
                'wording_domain' => self::DOMAIN,
            ],
            [
                'class_name' => self::CONFIGURATION,
                'route_name' => 'onlinechat_configuration',
                'parent_class_name' => self::MENU,
                'name' => self::names('Configuration', 'Configuration'),
                'wording' => 'Configuration',
                'wording_domain' => self::DOMAIN,
            ],
        ];
    }

    /** The parent and the hidden children: declared in $tabs, the parent would become a third entry of its own menu. */
    public static function create(): bool
    {
        $menu = self::add(self::MENU, (int) \Tab::getIdFromClassName('SELL'), self::names('Online Chat', 'Chat en ligne'), true);
        $hidden = [
            self::CHAT => self::names('Chat with visitors', 'Discuter avec les visiteurs'),
            self::SUPERVISOR => self::names('Supervise all conversations', 'Superviser toutes les conversations'),
            self::REPLIES => self::names('Canned replies', 'Réponses types'),
        ];
        foreach ($hidden as $class => $names) {
            if ($menu === 0 || self::add($class, $menu, $names, false) === 0) {
                return false;
            }
        }

        return true;
    }

    /** An upgrade's part: the core registers pages when a module is installed, not when it is upgraded. */
    public static function addMissing(): void
    {
        $menu = (int) \Tab::getIdFromClassName(self::MENU);
        foreach (self::pages() as $page) {
            self::add($page['class_name'], $menu, $page['name'], true, $page['route_name']);
        }
        self::order();
    }

    /** What was added to a menu stands at its end: the pages share their places as they are declared. */
    private static function order(): void
    {
        $ids = \array_map(static fn (array $page) => (int) \Tab::getIdFromClassName($page['class_name']), self::pages());
        $places = \array_column(Rows::of('SELECT position FROM PREFIX_tab WHERE id_tab IN (' . \implode(',', $ids) . ') ORDER BY position'), 'position');
        foreach ($ids as $i => $id) {
            \Db::getInstance()->update('tab', ['position' => (int) ($places[$i] ?? 0)], "id_tab = $id");
        }
    }

    /** @param array<string, string> $names by ISO code */
    private static function add(string $class, int $parent, array $names, bool $shown, string $route = ''): int
    {
        $id = (int) \Tab::getIdFromClassName($class);
        if ($id > 0) {
            return $id;
        }
        $tab = new \Tab();
        $tab->class_name = $class;
        $tab->module = 'onlinechat';
        $tab->id_parent = $parent;
        $tab->active = $shown;
        $tab->enabled = true;
        $tab->icon = $class === self::MENU ? 'chat' : '';
        if ($route !== '') {
            $tab->route_name = $route;
        }
        $tab->wording = $names['en'];
        $tab->wording_domain = self::DOMAIN;
        /** @var list<array{id_lang: int|string, locale: string}> $languages */
        $languages = \Language::getLanguages(false);
        foreach ($languages as $language) {
            // Canada's French has a code of its own, "qc".
            $tab->name[(int) $language['id_lang']] = $names[\substr($language['locale'], 0, 2)] ?? $names['en'];
        }

        return $tab->add() ? (int) $tab->id : 0;
    }

    /** @return array<string, string> by ISO code */
    private static function names(string $english, string $french): array
    {
        return ['en' => $english, 'fr' => $french];
    }
}
