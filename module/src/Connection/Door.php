<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

use PrestaShop\Module\OnlineChat\Entry\Address;

/** Whether the module is on in a shop and the shop is open: PrestaShop decides, and the entry does not boot it. */
final class Door
{
    /** What begins something new. Running chats may finish. */
    private const BEGINNINGS = ['status', 'settings', 'current', 'hold', 'start', 'message', 'online', 'take', 'reopen'];
    private const OPERATORS = ['online', 'take', 'reopen'];

    public function __construct(private Database $database, private string $folder, private int $shop)
    {
    }

    /** @param bool $admitted PrestaShop let this browser into the closed shop (Pass) */
    public function lets(string $action, string $address, bool $admitted): bool
    {
        if (!\in_array($action, self::BEGINNINGS, true)) {
            return true;
        }
        $state = \json_decode(Noted::answer("$this->folder/shop-$this->shop.state", fn () => $this->ask()), true);
        if (!$state['module']) {
            return false;
        }

        return $state['open'] || $admitted || \in_array($action, self::OPERATORS, true) || Address::among($address, $state['addresses']);
    }

    private function ask(): string
    {
        $link = $this->database->link();
        $p = $this->database->prefix();
        $module = $link->prepare("SELECT COUNT(*) FROM {$p}module m JOIN {$p}module_shop s ON s.id_module = m.id_module"
            . " WHERE m.name = 'onlinechat' AND m.active = 1 AND s.id_shop = ?");
        $module->execute([$this->shop]);

        return (string) \json_encode([
            'module' => (int) $module->fetchColumn() > 0,
            'open' => (bool) $this->value($link, 'PS_SHOP_ENABLE'),
            'addresses' => \array_map('trim', \explode(',', $this->value($link, 'PS_MAINTENANCE_IP'))),
        ]);
    }

    /** A configuration value as PrestaShop resolves it: the shop's, else its group's, else everybody's. */
    private function value(\PDO $link, string $name): string
    {
        $p = $this->database->prefix();
        $value = $link->prepare("SELECT c.value FROM {$p}configuration c JOIN {$p}shop s ON s.id_shop = ?"
            . ' WHERE c.name = ? AND (c.id_shop = s.id_shop OR c.id_shop IS NULL'
            . ' AND (c.id_shop_group = s.id_shop_group OR c.id_shop_group IS NULL))'
            . ' ORDER BY c.id_shop IS NULL, c.id_shop_group IS NULL LIMIT 1');
        $value->execute([$this->shop, $name]);

        return (string) $value->fetchColumn();
    }
}
