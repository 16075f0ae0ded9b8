<?php

/* What a running PrestaShop has loaded and defined; of the shop itself nothing runs. */

declare(strict_types=1);

$root = getenv('PRESTASHOP_ROOT');
require_once "$root/vendor/autoload.php";

foreach (['_PS_VERSION_' => '8.2.1', '_DB_PREFIX_' => 'ps_', '_MYSQL_ENGINE_' => 'InnoDB', '__PS_BASE_URI__' => '/'] as $name => $value) {
    defined($name) || define($name, $value);
}
foreach (['_DB_SERVER_', '_DB_NAME_', '_DB_USER_', '_DB_PASSWD_', '_COOKIE_KEY_', '_COOKIE_IV_'] as $name) {
    defined($name) || define($name, '');
}
foreach (['_PS_ROOT_DIR_' => '', '_PS_MODULE_DIR_' => '/modules/', '_PS_CACHE_DIR_' => '/var/cache/prod/', '_PS_ADMIN_DIR_' => '/admin'] as $name => $folder) {
    defined($name) || define($name, $root . $folder);
}
defined('_PS_MODE_DEV_') || define('_PS_MODE_DEV_', false);
