<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Entry\Address;

require_once __DIR__ . '/../../module/src/Entry/Address.php';

/** Whose address counts behind proxies. */
final class AddressTest extends TestCase
{
    /** @dataProvider cases */
    public function testAddress(string $expected, string $peer, string $forwarded, array $trusted): void
    {
        self::assertSame($expected, Address::behind($peer, $forwarded, $trusted));
    }

    public static function cases(): array
    {
        $own = ['10.0.0.0/8', '2001:db8:1::/48'];

        return [
            'who is no proxy of ours cannot choose an address' => ['203.0.113.9', '203.0.113.9', '1.2.3.4', $own],
            'one proxy' => ['198.51.100.7', '10.1.2.3', '198.51.100.7', $own],
            'what stands left of the visitor is invention' => ['198.51.100.7', '10.1.2.3', '1.1.1.1, 198.51.100.7', $own],
            'two proxies' => ['198.51.100.7', '10.1.2.3', '198.51.100.7, 10.9.9.9', $own],
            'only proxies: the farthest' => ['10.7.7.7', '10.1.2.3', '10.7.7.7,10.9.9.9', $own],
            'IPv6 proxy, IPv4 visitor' => ['198.51.100.7', '2001:db8:1:2::3', '198.51.100.7', $own],
            'IPv6 visitor' => ['2001:db8:ffff::1', '10.1.2.3', '2001:DB8:FFFF:0::1', $own],
            'IPv6 outside the range is no proxy' => ['2001:db8:2::3', '2001:db8:2::3', '198.51.100.7', $own],
            'IPv6 in brackets with a port' => ['2001:db8:ffff::1', '10.1.2.3', '[2001:db8:ffff::1]:4711', $own],
            'IPv4 with a port' => ['198.51.100.7', '10.1.2.3', '198.51.100.7:4711', $own],
            'zone' => ['fe80::1', '10.1.2.3', 'fe80::1%eth0', $own],
            'IPv4 written as IPv6, of a proxy' => ['198.51.100.7', '::ffff:10.1.2.3', '::ffff:198.51.100.7', $own],
            'a single address' => ['198.51.100.7', '192.0.2.1', '198.51.100.7', ['192.0.2.1']],
            'its neighbour' => ['192.0.2.2', '192.0.2.2', '198.51.100.7', ['192.0.2.1']],
            'range within a byte' => ['198.51.100.7', '172.31.255.1', '198.51.100.7', ['172.16.0.0/12']],
            'past a range within a byte' => ['172.32.0.1', '172.32.0.1', '198.51.100.7', ['172.16.0.0/12']],
            'everybody' => ['198.51.100.7', '203.0.113.9', '198.51.100.7', ['0.0.0.0/0', '198.51.100.0/33']],
            'not an address' => ['10.1.2.3', '10.1.2.3', 'unknown', $own],
            'not an address before a proxy' => ['10.1.2.3', '10.1.2.3', 'visitor, 10.9.9.9', $own],
            'not an address left of the visitor' => ['198.51.100.7', '10.1.2.3', '???, 198.51.100.7', $own],
            'empty' => ['10.1.2.3', '10.1.2.3', '', $own],
            'empty entry' => ['10.1.2.3', '10.1.2.3', '198.51.100.7,', $own],
            'markup' => ['10.1.2.3', '10.1.2.3', "<script>\x80", $own],
            'very long' => ['10.1.2.3', '10.1.2.3', str_repeat('9', 8000), $own],
            'a range that is none' => ['10.1.2.3', '10.1.2.3', '198.51.100.7', ['10.0.0.0/x', 'ten', '10.0.0.0/', '/8']],
        ];
    }
}
