<?php

namespace OnlineChat\Bench\Entry;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Side;
use OnlineChat\Bench\Stage;

/** Many visitors, so that none meets a limit: a person may post 20 times in 10 s, an address 60 times. */
final class Shops
{
    public const SHOP = 1;
    public const VISITORS = 2000;
    private const OPERATORS = 100;

    public static function make(Stage $stage, Side $side): void
    {
        $stage->shop($side, self::SHOP, self::OPERATORS, self::VISITORS);
        $stage->open($side, self::SHOP);
    }

    /** Both sides have the same secret and know the same visitors: the same tickets serve both. */
    public static function tickets(): void
    {
        $side = new Extension();
        $tickets = $side->chat(self::SHOP)->tickets();
        $lines = '';
        foreach (range(1, self::VISITORS) as $row) {
            $id = Stage::visitor(self::SHOP, $row);
            $ticket = $tickets->make($side->customer($id), 3600);
            $address = long2ip(ip2long('10.20.0.0') + $row);
            $lines .= "%s?action=poll&conversation=$id&after=1&revision=2&stream=tab$row $ticket $address $id\n";
        }
        file_put_contents(Environment::run('tickets.txt'), $lines);
    }

    /** @param string $kind "poll", "post" or "page" (each poll is a new page's first); @return string for wrk/requests.lua */
    public static function requests(string $path, string $kind): string
    {
        $file = Environment::run(strtr(trim($path, '/'), './', '--') . "-$kind.txt");
        $lines = str_replace('%s', $path, file_get_contents(Environment::run('tickets.txt')));
        $lines = match ($kind) {
            'poll' => $lines,
            'page' => preg_replace('/stream=\w+/', 'stream=' . str_repeat('K', 32), $lines),
            'post' => preg_replace('/\?action=poll&\S+/', '?action=post', $lines),
        };
        file_put_contents($file, $lines);
        return $file;
    }
}
