<?php

/*
 * Makes the people the tests of a real shop need, and empties the chat. Prints them as JSON.
 *
 * php -d extension=… prepare.php ROOT
 */

declare(strict_types=1);

[, $root] = $argv;
require __DIR__ . '/boot.php';

const PASSWORD = 'Chat-Test-2026!';

function profile(): int
{
    foreach (Profile::getProfiles((int) Configuration::get('PS_LANG_DEFAULT')) as $profile) {
        if ($profile['name'] === 'No chat') {
            take_rights((int) $profile['id_profile']);

            return (int) $profile['id_profile'];
        }
    }
    $profile = new Profile();
    foreach (Language::getIDs(false) as $language) {
        $profile->name[$language] = 'No chat';
    }
    $profile->add();
    // Orders, so that they have a page to be on; nothing of the chat.
    $tab = 'ROLE_MOD_TAB_ADMIN' . 'ORDERS_READ';
    $role = (int) Db::getInstance()->getValue(
        'SELECT id_authorization_role FROM ' . _DB_PREFIX_ . "authorization_role WHERE slug = '" . pSQL($tab) . "'"
    );
    Db::getInstance()->insert('access', ['id_profile' => (int) $profile->id, 'id_authorization_role' => $role]);

    return (int) $profile->id;
}

/** What a test that was cut short has given. */
function take_rights(int $profile): void
{
    foreach (['access', 'module_access'] as $table) {
        Db::getInstance()->execute('DELETE a FROM ' . _DB_PREFIX_ . "$table a JOIN " . _DB_PREFIX_ . 'authorization_role r'
            . " USING (id_authorization_role) WHERE a.id_profile = $profile AND r.slug LIKE '%ONLINECHAT%'");
    }
}

function employee(string $name, int $profile): array
{
    $email = strtolower($name) . '@chat-test.example';
    $employee = new Employee();
    if (!$employee->getByEmail($email)) {
        $employee = new Employee();
    }
    $employee->firstname = $name;
    $employee->lastname = 'Chatter';
    $employee->email = $email;
    $employee->passwd = (new PrestaShop\PrestaShop\Core\Crypto\Hashing())->hash(PASSWORD);
    $employee->id_lang = (int) Language::getIdByIso('en') ?: (int) Configuration::get('PS_LANG_DEFAULT');
    $employee->id_profile = $profile;
    $employee->default_tab = (int) Tab::getIdFromClassName('AdminOrders');
    $employee->bo_theme = 'default';
    $employee->active = true;
    $employee->save();
    $employee->associateTo(Shop::getShops(false, null, true));

    return ['id' => (int) $employee->id, 'email' => $email, 'password' => PASSWORD, 'name' => "$name Chatter"];
}

function customer(string $name): array
{
    $email = strtolower($name) . '@chat-test.example';
    $customer = new Customer();
    if (!$customer->getByEmail($email)) {
        $customer = new Customer();
    }
    $customer->firstname = $name;
    $customer->lastname = 'Buyer';
    $customer->email = $email;
    $customer->passwd = (new PrestaShop\PrestaShop\Core\Crypto\Hashing())->hash(PASSWORD);
    $customer->id_default_group = (int) Configuration::get('PS_CUSTOMER_GROUP');
    $customer->id_lang = (int) Configuration::get('PS_LANG_DEFAULT');
    $customer->active = true;
    $customer->save();

    return ['id' => (int) $customer->id, 'email' => $email, 'password' => PASSWORD, 'name' => "$name Buyer"];
}

function empty_chat(): void
{
    $db = Db::getInstance();
    foreach ($db->executeS("SHOW TABLES LIKE '" . str_replace('_', '\_', _DB_PREFIX_) . "onlinechat\_%'") ?: [] as $row) {
        $table = (string) current($row);
        if (!in_array($table, [_DB_PREFIX_ . 'onlinechat_shop', _DB_PREFIX_ . 'onlinechat_schema', _DB_PREFIX_ . 'onlinechat_reply'], true)) {
            $db->execute("DELETE FROM `$table`");
        }
    }
    $db->execute('UPDATE ' . _DB_PREFIX_ . 'onlinechat_shop SET ongoing = 0, waiting = 0, holds = 0, present = 0, free = 0');
}

if (Module::isInstalled('onlinechat')) {
    empty_chat();
    // What a test before this one may have left: the module off, or the panel's finding that entry.php is refused.
    if (!Module::isEnabled('onlinechat')) {
        Module::enableByName('onlinechat');
    }
    Configuration::updateGlobalValue('ONLINECHAT_ENTRY', 'direct');
}
$product = (int) Db::getInstance()->getValue('SELECT id_product FROM ' . _DB_PREFIX_ . 'product WHERE active = 1 ORDER BY id_product DESC');
echo json_encode([
    'employees' => ['ines' => employee('Ines', 1), 'omar' => employee('Omar', 1), 'nora' => employee('Nora', profile())],
    'customers' => ['cleo' => customer('Cleo'), 'dan' => customer('Dan')],
    'languages' => array_column(Language::getLanguages(true), 'iso_code'),
    'product' => $product,
    'products' => array_map('intval', array_column(Db::getInstance()->executeS(
        'SELECT p.id_product FROM ' . _DB_PREFIX_ . 'product p LEFT JOIN ' . _DB_PREFIX_ . 'product_attribute a USING (id_product)'
        . ' WHERE p.active = 1 AND a.id_product IS NULL AND p.customizable = 0 ORDER BY p.id_product LIMIT 3'
    ), 'id_product')),
]), "\n";
