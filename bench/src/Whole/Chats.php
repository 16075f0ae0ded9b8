<?php

namespace OnlineChat\Bench\Whole;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;
use OnlineChat\Bench\Gateway\Shop;
use OnlineChat\Bench\Stage;

/** Open conversations, each with its visitor's stream, and their operators', as lists for bench/gateway. */
final class Chats
{
    public const CONVERSATIONS = 10000;
    private const SHOP = 1;
    /** The usual capacity; and so few that nobody meets the limit of 20 writes (60 an address) in 10 s. */
    private const AN_OPERATOR = 4;
    private const AN_ADDRESS = 4;

    public static function count(): int
    {
        return max(200, (int) round(self::CONVERSATIONS * min(1, Environment::scale())));
    }

    public static function operators(): int
    {
        return intdiv(self::count(), self::AN_OPERATOR);
    }

    public static function make(): void
    {
        Shop::make(self::count(), self::operators());
        self::lists(new Extension());
    }

    public static function streams(): int
    {
        return self::count() + self::operators();
    }

    private static function lists(Extension $side): void
    {
        $tickets = $side->chat(self::SHOP)->tickets();
        $streams = $writers = '';
        $office = [];
        for ($number = 1; $number <= self::operators(); $number++) {
            $office[$number] = [$tickets->make($side->operator($number), 3600), self::address('127.2.0.1', $number), []];
        }
        for ($row = 1; $row <= self::count(); $row++) {
            $id = Stage::visitor(self::SHOP, $row);
            $ticket = $tickets->make($side->customer($id), 3600);
            $address = self::address('127.1.0.1', $row);
            $operator = &$office[1 + ($row - 1) % self::operators()];
            $operator[2][] = "$id:1";
            $streams .= self::stream($address, "conversation=$id&after=1&revision=2&stream=tab$row", $ticket, 'v');
            $writers .= "$address\t$ticket\t$id\tv\n$operator[1]\t$operator[0]\t$id\to\n";
        }
        unset($operator);
        foreach ($office as $number => [$ticket, $address, $conversations]) {
            $streams .= self::stream($address, "cursor=0&stream=desk$number&conversations=" . implode(',', $conversations), $ticket, 'o');
        }
        file_put_contents(Environment::run('streams.txt'), $streams);
        file_put_contents(Environment::run('writers.txt'), $writers);
    }

    private static function stream(string $address, string $query, string $ticket, string $side): string
    {
        return "$address\t/onlinechat/stream?shop=" . self::SHOP . "&$query\tOnlinechat-Ticket: $ticket\t\t$side\n";
    }

    private static function address(string $first, int $row): string
    {
        return (string) long2ip(ip2long($first) + intdiv($row, self::AN_ADDRESS));
    }
}
