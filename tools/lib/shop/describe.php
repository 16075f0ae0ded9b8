<?php

/*
 * Says what a PrestaShop is, as shell assignments: php describe.php ROOT database|shop
 * "database" needs only the shop's parameters file; "shop" asks its database.
 */

declare(strict_types=1);

function stop(string $why): void
{
    fwrite(STDERR, "$why\n");
    exit(1);
}

/** @return array{host: string, port: int, socket: string, name: string, user: string, password: string, prefix: string} */
function database(string $root): array
{
    $file = "$root/app/config/parameters.php";
    is_file($file) || stop("$root: no app/config/parameters.php, so no installed PrestaShop");
    $parameters = (require $file)['parameters'];
    [$host, $rest] = explode(':', $parameters['database_host'], 2) + [1 => ''];

    return [
        'host' => $host,
        'port' => (int) ($parameters['database_port'] ?: $rest ?: 3306),
        'socket' => str_starts_with($rest, '/') ? $rest : '',
        'name' => $parameters['database_name'],
        'user' => $parameters['database_user'],
        'password' => (string) $parameters['database_password'],
        'prefix' => $parameters['database_prefix'],
    ];
}

function back_office(string $root): string
{
    foreach (glob("$root/*/get-file-admin.php") ?: glob("$root/*/themes/new-theme/template/page_header_toolbar.tpl") as $file) {
        return explode('/', substr($file, strlen($root) + 1))[0];
    }
    stop("$root: no folder of the back office found");
}

/** @return array<string, string> */
function shop(string $root): array
{
    $database = database($root);
    try {
        $where = $database['socket'] !== '' ? "unix_socket={$database['socket']}"
            : "host={$database['host']};port={$database['port']}";
        $link = new PDO("mysql:$where;dbname={$database['name']}", $database['user'], $database['password']);
        $url = $link->query("SELECT domain, physical_uri FROM {$database['prefix']}shop_url WHERE main = 1 AND active = 1"
            . ' ORDER BY id_shop LIMIT 1')->fetch(PDO::FETCH_ASSOC);
    } catch (PDOException $e) {
        stop("$root: its database {$database['name']} says: " . $e->getMessage());
    }
    [$host, $port] = explode(':', $url['domain'], 2) + [1 => '80'];
    preg_match("/const VERSION = '([0-9.]+)'/", (string) file_get_contents("$root/src/Core/Version.php"), $version);

    return [
        'SHOP_VERSION' => $version[1] ?? '',
        'SHOP_HOST' => $host,
        'SHOP_PORT' => $port,
        'SHOP_PATH' => $url['physical_uri'],
        'SHOP_URL' => "http://{$url['domain']}{$url['physical_uri']}",
        'SHOP_OFFICE' => back_office($root),
    ];
}

[, $root, $what] = $argv + ['', '', 'shop'];
$values = $what === 'database'
    ? array_combine(
        ['DB_HOST', 'DB_PORT', 'DB_SOCKET', 'DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_PREFIX'],
        array_values(database($root))
    )
    : shop($root);
foreach ($values as $name => $value) {
    echo "$name=", escapeshellarg((string) $value), "\n";
}
