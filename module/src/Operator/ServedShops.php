<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Operator;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use PrestaShop\Module\OnlineChat\Shop\Page;
use PrestaShop\Module\OnlineChat\Shop\Settings;
use Symfony\Component\Routing\Generator\UrlGeneratorInterface;

/** The shops an employee serves: active, with the module on, and theirs. */
final class ServedShops
{
    public function __construct(private \Employee $employee)
    {
    }

    public function serves(int $shop): bool
    {
        return \in_array($shop, $this->ids(), true);
    }

    /** @return list<\Shop> beside this one */
    public function others(int $shop): array
    {
        return \array_map(static fn (int $id) => new \Shop($id), \array_values(\array_diff($this->ids(), [$shop])));
    }

    /** @return list<array<string, mixed>> as the console is told, the current one first */
    public function forConsole(int $current, UrlGeneratorInterface $router): array
    {
        $ids = $this->ids();
        if (\in_array($current, $ids, true)) {
            $ids = \array_merge([$current], \array_diff($ids, [$current]));
        }
        $profile = new Profile((int) $this->employee->id);

        return \array_values(\array_map(fn (int $id) => $this->shop(new \Shop($id), $profile, $router), $ids));
    }

    /**
     * The address of every shop's entry is below the page's own: a shop may have another domain, and browsers
     * keep pages from asking there.
     *
     * @return array<string, mixed>
     */
    private function shop(\Shop $shop, Profile $profile, UrlGeneratorInterface $router): array
    {
        $direct = __PS_BASE_URI__ . 'modules/onlinechat/entry.php?shop=' . (int) $shop->id;
        $controller = self::controller($shop);

        return [
            'id' => (int) $shop->id,
            'name' => (string) $shop->name,
            'entry' => \Configuration::getGlobalValue(Settings::ENTRY) === 'controller' ? $controller : $direct,
            'fallback' => $controller,
            'gateway' => Settings::of((int) $shop->id, Settings::GATEWAY),
            'ticket' => $router->generate('onlinechat_ticket', ['shop' => (int) $shop->id]),
            'config' => self::employee($this->employee, $shop, $profile),
        ];
    }

    /** @return array{name: string, capacity: int, languages: list<string>} what goes along when they go online */
    public static function employee(\Employee $employee, \Shop $shop, Profile $profile): array
    {
        $own = $profile->inShop((int) $shop->id);

        return [
            'name' => DisplayName::of($employee, $shop, $profile),
            'capacity' => $own['capacity'] ?: ChatSettings::capacity($shop),
            'languages' => $own['languages'],
        ];
    }

    private static function controller(\Shop $shop): string
    {
        return (int) $shop->id === (int) \Context::getContext()->shop->id
            ? Page::controller($shop)
            : __PS_BASE_URI__ . 'index.php?fc=module&module=onlinechat&controller=entry&id_shop=' . (int) $shop->id . '&shop=' . (int) $shop->id;
    }

    /** @return list<int> */
    private function ids(): array
    {
        /** @var list<array{id_shop: string}>|false $on */
        $on = \Db::getInstance()->executeS(
            'SELECT ms.`id_shop` FROM `' . _DB_PREFIX_ . 'module_shop` ms'
            . ' JOIN `' . _DB_PREFIX_ . 'module` m ON m.`id_module` = ms.`id_module`'
            . " WHERE m.`name` = 'onlinechat' ORDER BY ms.`id_shop`"
        );
        $active = \array_map('intval', \Shop::getShops(true, null, true));

        return \array_values(\array_filter(
            \array_map('intval', \array_column($on ?: [], 'id_shop')),
            fn (int $id) => \in_array($id, $active, true) && $this->employee->hasAuthOnShop($id)
        ));
    }
}
