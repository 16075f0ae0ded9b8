<?php

namespace OnlineChat\Bench\ShopPage;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

/** An installed PrestaShop that tools/shops serves, with its module switched on and off, and with visitors who chat. */
final class Shop
{
    /** So many that none meets the poll limit (50 in 10 s) at 20,000 polls a second. */
    public const VISITORS = 4000;
    /** The most the extension lets one operator have. */
    private const CAPACITY = 1000;
    public readonly \PDO $link;
    public readonly string $prefix;
    private readonly string $file;
    private readonly string $kept;
    /** Of the shop's row, before it was changed; null: it was not. */
    private ?int $maximum = null;

    public function __construct(public readonly string $root, public readonly string $url, public readonly string $run)
    {
        $p = (require "$root/app/config/parameters.php")['parameters'];
        $this->prefix = $p['database_prefix'];
        $port = $p['database_port'] ?: 3306;
        $this->link = new \PDO("mysql:host={$p['database_host']};port=$port;dbname={$p['database_name']}",
            $p['database_user'], $p['database_password']);
        $this->file = "$root/var/onlinechat/shop-1.php";
        $this->kept = (string) file_get_contents($this->file);
    }

    /** With its hooks called or not: as cheap as if the module were not installed. */
    public function module(bool $on): void
    {
        $id = "(SELECT id_module FROM {$this->prefix}module WHERE name = 'onlinechat')";
        $this->link->exec("DELETE FROM {$this->prefix}module_shop WHERE id_module = $id AND id_shop = 1");
        if ($on) {
            $this->link->exec("INSERT INTO {$this->prefix}module_shop (id_module, id_shop, enable_device) VALUES ($id, 1, 7)");
        }
        // The entry would believe for 10 s what it noted last.
        @unlink("$this->root/var/onlinechat/shop-1.state");
    }

    /** Conversations with nothing new in them. @return string a file for wrk/requests.lua, "%s" for the entry's address */
    public function fill(): string
    {
        // PrestaShop's front controller is a 404 in a shop where the module is off, as the pages' last turn leaves it.
        $this->module(true);
        $this->empty();
        // Each visitor comes from an address of their own: no limit is met.
        $config = ['trusted_proxies' => ['127.0.0.1']] + require $this->file;
        $this->write('<?php return ' . var_export($config, true) . ";\n");
        $chat = new Chat($this->options($config));
        // Not published: pages would ask for settings of a newer version.
        $row = "{$this->prefix}onlinechat_shop WHERE id = 1";
        $this->maximum ??= (int) $this->link->query("SELECT maximum FROM $row")->fetchColumn();
        $this->maximum(self::VISITORS);
        foreach (range(1, intdiv(self::VISITORS, self::CAPACITY)) as $id) {
            $chat->router()->online(new Identity(Role::Operator, (string) $id, "Operator $id"), self::key(), null, self::CAPACITY);
        }
        $lines = '';
        foreach (range(1, self::VISITORS) as $row) {
            $who = new Identity(Role::Customer, (string) (900000 + $row), 'Visitor');
            $placed = $chat->router()->start($who, self::key(), 'Is this in stock?', long2ip(ip2long('10.20.0.0') + $row));
            $ticket = $chat->tickets()->make($who);
            $address = long2ip(ip2long('10.20.0.0') + $row);
            $revision = $chat->conversations()->read($who, $placed->conversation)->revision;
            $lines .= "%s&action=poll&conversation=$placed->conversation&after=1&revision=$revision&stream=tab$row"
                . " $ticket $address $placed->conversation\n";
        }
        return $lines;
    }

    public function restore(): void
    {
        $this->module(true);
        if ($this->maximum === null) {
            return;
        }
        $this->empty();
        $this->write($this->kept);
        $this->maximum($this->maximum);
        $this->maximum = null;
    }

    private function options(array $config): array
    {
        $p = (require "$this->root/app/config/parameters.php")['parameters'];
        return [
            'shop' => 1, 'prefix' => $this->prefix, 'secrets' => $config['secrets'], 'redis' => $config['redis'],
            'mysql' => $config['mysql'] ?: [
                'host' => $p['database_host'], 'port' => (int) ($p['database_port'] ?: 3306), 'user' => $p['database_user'],
                'password' => (string) $p['database_password'], 'database' => $p['database_name'],
            ],
        ];
    }

    private function maximum(int $maximum): void
    {
        $this->link->exec("UPDATE {$this->prefix}onlinechat_shop SET maximum = $maximum WHERE id = 1");
    }

    private function write(string $content): void
    {
        file_put_contents($this->file, $content);
        // FPM's opcache looks for a new time, in whole seconds.
        touch($this->file, time() + random_int(1, 100));
    }

    private function empty(): void
    {
        foreach (['message', 'conversation', 'thread', 'operator', 'hold', 'outcome', 'decision'] as $table) {
            $this->link->exec("DELETE FROM {$this->prefix}onlinechat_$table");
        }
        $this->link->exec("UPDATE {$this->prefix}onlinechat_shop SET ongoing = 0, waiting = 0, holds = 0, present = 0, free = 0");
    }

    private static function key(): string
    {
        return bin2hex(random_bytes(16));
    }
}
