<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Gateway;

use PrestaShop\Module\OnlineChat\Connection\Database;

/**
 * The shops of one PrestaShop, by the files the entry reads too: nothing of PrestaShop is booted.
 *
 * @phpstan-type Options array{shop: int, prefix: string, secrets: list<string>, mysql: array<string, mixed>, redis: array<string, mixed>}
 */
final class ShopFiles
{
    /** @var list<Options> one a shop, as OnlineChat\Chat takes them */
    public array $shops = [];
    /** @var list<string> proxies that any of the shops trusts */
    public array $proxies = [];

    /** @throws Misconfigured */
    public function __construct(private string $root)
    {
        $parameters = "$root/app/config/parameters.php";
        self::mustOpen($parameters);
        if (!\is_file($parameters)) {
            throw new Misconfigured("$root is no PrestaShop ($parameters is missing): name its folder with --root");
        }
        $database = Database::ofShop($root);
        foreach ($this->files() as $shop => $file) {
            $this->add($shop, $file, $database);
        }
    }

    /** @return array<int, string> by number of the shop */
    private function files(): array
    {
        $files = [];
        self::mustOpen("$this->root/var/onlinechat");
        foreach (\glob("$this->root/var/onlinechat/shop-*.php") ?: [] as $file) {
            if (\preg_match('/^shop-([1-9]\d{0,8})\.php$/D', \basename($file), $found) === 1) {
                $files[(int) $found[1]] = $file;
            }
        }
        if ($files === []) {
            throw new Misconfigured("no shop in $this->root/var/onlinechat: install the module and open a page of the shop, it writes the file");
        }
        \ksort($files);

        return $files;
    }

    /**
     * What is missing passes: where a folder above is closed, is_file() says the same of a file that is there.
     *
     * @throws Misconfigured
     */
    private static function mustOpen(string $path): void
    {
        \error_clear_last();
        $opened = @\fopen($path, 'r');
        if ($opened !== false) {
            \fclose($opened);
        } elseif (\str_contains(\error_get_last()['message'] ?? '', 'Permission denied')) {
            throw new Misconfigured("$path cannot be read: run the gateway as the user the web server runs PHP as");
        }
    }

    private function add(int $shop, string $file, Database $database): void
    {
        self::mustOpen($file);
        $kept = require $file;
        foreach (['secrets', 'mysql', 'redis', 'trusted_proxies'] as $name) {
            if (!\is_array($kept) || !\is_array($kept[$name] ?? null)) {
                throw new Misconfigured("$file has no \"$name\": remove it and open a page of the shop, it is written anew");
            }
        }
        /** @var array{secrets: list<string>, mysql: array<string, mixed>, redis: array<string, mixed>, trusted_proxies: list<string>} $values */
        $values = $kept;
        $this->shops[] = [
            'shop' => $shop,
            'prefix' => $database->prefix(),
            'secrets' => $values['secrets'],
            // Never asked; events are told apart by the database's name.
            'mysql' => $values['mysql'] ?: $database->options(),
            'redis' => $values['redis'],
        ];
        $this->proxies = \array_values(\array_unique([...$this->proxies, ...$values['trusted_proxies']]));
    }
}
