<?php

/*
 * A second shop of the same PrestaShop, with a domain of its own, and away again.
 *
 * php -d extension=… multistore.php ROOT on DOMAIN   prints the shop's id
 * php -d extension=… multistore.php ROOT off
 */

declare(strict_types=1);

[, $root, $verb, $domain] = $argv + ['', '', '', ''];
// The core counts them when it copies a shop's products.
$_POST['categoryBox'] = [];
require __DIR__ . '/boot.php';

const NAME = 'Second shop of the chat tests';

function second(string $domain): int
{
    Configuration::updateGlobalValue('PS_MULTISHOP_FEATURE_ACTIVE', '1');
    Shop::setContext(Shop::CONTEXT_ALL);
    $first = new Shop((int) Configuration::get('PS_SHOP_DEFAULT'));
    $shop = new Shop();
    $shop->name = NAME;
    $shop->id_shop_group = (int) $first->id_shop_group;
    $shop->id_category = (int) $first->id_category;
    $shop->theme_name = $first->theme_name;
    $shop->active = true;
    $shop->add();
    $url = new ShopUrl();
    $url->id_shop = (int) $shop->id;
    $url->domain = $url->domain_ssl = $domain;
    $url->physical_uri = $first->physical_uri;
    $url->virtual_uri = '';
    $url->main = true;
    $url->active = true;
    $url->add();
    // Without the modules' own data: that box need not be ticked.
    $shop->copyShopData((int) $first->id, array_fill_keys(array_keys(Shop::getAssoTables()), true));

    return (int) $shop->id;
}

function away(): void
{
    foreach (Db::getInstance()->executeS('SELECT id_shop FROM ' . _DB_PREFIX_ . "shop WHERE name = '" . pSQL(NAME) . "'") ?: [] as $row) {
        (new Shop((int) $row['id_shop']))->delete();
    }
    Configuration::updateGlobalValue('PS_MULTISHOP_FEATURE_ACTIVE', '0');
}

if ($verb === 'on') {
    away();
    echo second($domain), "\n";
} else {
    away();
}
