<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

use OnlineChat\Identity;
use OnlineChat\Ticket;

/** Requests nobody should send, by a seed. */
final class Mischief
{
    /** @var list<string> good ones, to be spoiled */
    private array $good;
    /** @var list<string> */
    private array $tickets;

    public function __construct(int $seed, Ticket $tickets, Identity $visitor, Identity $operator)
    {
        mt_srand($seed);
        $this->tickets = [$tickets->make($visitor), $tickets->make($operator)];
        $this->good = [
            $this->get('/onlinechat/stream?conversation=7&after=1&revision=2&stream=tab', $this->tickets[0]),
            $this->get('/onlinechat/stream?cursor=5&conversations=1:2,3:4:5&stream=desk', $this->tickets[1]),
            $this->get('/onlinechat/status?shop=1', ''),
            "GET http://shop.example/a/b/status?shop=1 HTTP/1.0\r\n\r\n",
        ];
    }

    private function get(string $path, string $ticket): string
    {
        return "GET $path HTTP/1.1\r\nHost: shop.example\r\nX-Forwarded-For: 192.0.2.1, 2001:db8::1\r\nIf-None-Match: \"1\"\r\n"
            . ($ticket === '' ? '' : "Onlinechat-Ticket: $ticket\r\n") . "\r\n";
    }

    public function request(): string
    {
        $good = $this->good[array_rand($this->good)];

        return match (mt_rand(0, 8)) {
            0 => substr($good, 0, mt_rand(0, strlen($good))),
            1 => $this->altered($good, mt_rand(1, 20)),
            2 => implode('', array_map(static fn (): string => chr(mt_rand(0, 255)), range(1, mt_rand(1, 400)))),
            3 => $this->get('/onlinechat/stream', $this->altered($this->tickets[mt_rand(0, 1)], mt_rand(1, 4))),
            4 => $this->get('/onlinechat/stream', substr($this->tickets[mt_rand(0, 1)], 0, mt_rand(1, 200))),
            5 => $this->get('/onlinechat/' . $this->query(), $this->tickets[mt_rand(0, 1)]),
            6 => substr_replace($good, str_repeat("X: y\r\n", mt_rand(1, 2000)), (int) strpos($good, "\r\n") + 2, 0),
            7 => $good . $this->altered($good, 3) . $good,
            default => $good,
        };
    }

    private function altered(string $text, int $times): string
    {
        for (; $times > 0 && $text !== ''; $times--) {
            $at = mt_rand(0, strlen($text) - 1);
            $text = match (mt_rand(0, 3)) {
                0 => substr_replace($text, chr(mt_rand(0, 255)), $at, 1),
                1 => substr_replace($text, '', $at, mt_rand(1, 5)),
                2 => substr_replace($text, substr($text, mt_rand(0, $at), 20), $at, 0),
                default => substr_replace($text, ["\r\n", "\n", "\0", '%', '.', ':', ','][mt_rand(0, 6)], $at, 1),
            };
        }

        return $text;
    }

    private function query(): string
    {
        $numbers = ['0', '1', '18446744073709551615', '18446744073709551616', '-1', '', '99999999999999999999999', '1e9', '%31', '%', '%zz'];
        $number = static fn (): string => $numbers[mt_rand(0, count($numbers) - 1)];
        $list = implode(',', array_map(static fn (): string => $number() . ':' . $number() . ':' . $number(), range(0, mt_rand(0, 300))));
        $words = ['conversation=' . $number(), 'after=' . $number(), 'revision=' . $number(), 'cursor=' . $number(),
            "conversations=$list", 'stream=' . str_repeat('s', mt_rand(0, 300)), 'shop=' . $number(), 'path=%2F' . $number(), '&&=&'];
        shuffle($words);

        return (mt_rand(0, 1) ? 'stream?' : 'status?') . implode('&', array_slice($words, 0, mt_rand(1, count($words))));
    }
}
