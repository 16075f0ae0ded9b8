<?php

namespace OnlineChat\Bench\Gateway;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Stage;

/** A shop with an open conversation for each stream, and the folder in which the gateway finds it. */
final class Shop
{
    private const NUMBER = 1;
    private const OPERATORS = 100;
    /** The gateway allows 200 streams an address. */
    private const AN_ADDRESS = 150;

    public static function make(int $streams, int $operators = self::OPERATORS): void
    {
        $side = new Extension();
        $side->migrate();
        $stage = new Stage();
        $stage->shop($side, self::NUMBER, $operators, $streams);
        $stage->open($side, self::NUMBER);
        $root = Environment::run('shop');
        @mkdir("$root/app/config", 0775, true);
        @mkdir("$root/var/onlinechat", 0775, true);
        $chat = Environment::chat($side->prefix(), self::NUMBER);
        self::write("$root/app/config/parameters.php", ['parameters' => ['database_prefix' => $side->prefix()]]);
        self::write("$root/var/onlinechat/shop-1.php", ['version' => 1, 'trusted_proxies' => ['127.0.0.1']]
            + array_intersect_key($chat, ['secrets' => 1, 'mysql' => 1, 'redis' => 1]));
    }

    /** @param array<string, mixed> $values */
    private static function write(string $file, array $values): void
    {
        file_put_contents($file, '<?php return ' . var_export($values, true) . ";\n");
    }

    /** @return list<Visitor> with tickets for an hour */
    public static function visitors(int $n): array
    {
        $side = new Extension();
        $tickets = $side->chat(self::NUMBER)->tickets();
        $visitors = [];
        for ($row = 1; $row <= $n; $row++) {
            $id = Stage::visitor(self::NUMBER, $row);
            $address = long2ip(ip2long('127.0.1.1') + intdiv($row, self::AN_ADDRESS));
            $visitors[] = new Visitor($address, "c:$id", $id, $tickets->make($side->customer($id), 3600));
        }
        return $visitors;
    }
}
