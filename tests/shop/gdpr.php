<?php

/*
 * What PrestaShop's own privacy module does with what this module knows of somebody.
 *
 * php -d extension=… gdpr.php ROOT export|erase customer|email|phone VALUE   export prints what psgdpr was told, as JSON
 * php -d extension=… gdpr.php ROOT forget customer ID                        as erase, but the account stays: for the tests after
 * php -d extension=… gdpr.php ROOT consent TEXT|off                          the text of consent for this module, or none
 */

declare(strict_types=1);

[, $root, $verb, $kind, $value] = $argv + ['', '', '', '', ''];
require __DIR__ . '/boot.php';

/** @var Psgdpr $psgdpr */
$psgdpr = Module::getInstanceByName('psgdpr');
$id = (int) Module::getModuleIdByName('onlinechat');

if ($verb === 'consent') {
    $psgdpr->addModuleConsent(['id_module' => $id]);
    $consent = new GDPRConsent((int) Db::getInstance()->getValue(
        'SELECT MAX(id_gdpr_consent) FROM ' . _DB_PREFIX_ . "psgdpr_consent WHERE id_module = $id"
    ));
    $consent->active = $kind !== 'off';
    foreach (Language::getIDs(false) as $language) {
        $consent->message[$language] = $kind;
    }
    $consent->save();
    exit;
}
if ($verb === 'export') {
    // What the core itself knows of a customer takes a browser's context.
    $data = $psgdpr->getCustomerDataFromModules($kind === 'customer' ? new Customer((int) $value) : [$kind => $value]);
    echo json_encode($data['Online Chat']), "\n";
} elseif ($verb === 'forget') {
    // What deleteCustomer() does first.
    $psgdpr->deleteDataFromModules(new Customer((int) $value));
} else {
    $psgdpr->deleteCustomer($kind, $value);
}
