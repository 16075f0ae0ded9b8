<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

/** Whose address a request counts for. */
final class Address
{
    /**
     * The right-most address that is no trusted proxy: what stands further left anybody can write.
     *
     * @param string $peer who connected to this server
     * @param string $forwarded X-Forwarded-For
     * @param list<string> $trusted addresses and CIDR ranges
     */
    public static function behind(string $peer, string $forwarded, array $trusted): string
    {
        if (!self::among($peer, $trusted)) {
            return $peer;
        }
        $address = $peer;
        foreach (\array_reverse(\explode(',', $forwarded)) as $hop) {
            $address = self::clean($hop);
            if ($address === null) {
                // A header that a proxy of ours did not write this way says nothing.
                return $peer;
            }
            if (!self::among($address, $trusted)) {
                return $address;
            }
        }

        return $address;
    }

    /** An entry of the header without port, brackets and zone; null if it is no address. */
    private static function clean(string $hop): ?string
    {
        $hop = \trim($hop, " \t");
        if ($hop !== '' && $hop[0] === '[') {
            $hop = \substr(\explode(']', $hop, 2)[0], 1);
        } elseif (\substr_count($hop, ':') === 1) {
            $hop = \explode(':', $hop, 2)[0];
        }
        $packed = self::pack(\explode('%', $hop, 2)[0]);

        return $packed === null ? null : (string) \inet_ntop($packed);
    }

    /** @param list<string> $ranges addresses and CIDR ranges; what is neither holds nobody */
    public static function among(string $address, array $ranges): bool
    {
        $packed = self::pack($address);
        foreach ($ranges as $range) {
            $parts = \explode('/', $range, 2);
            $network = self::pack($parts[0]);
            if ($network === null || $packed === null || \strlen($network) !== \strlen($packed)) {
                continue;
            }
            $whole = \strlen($network) * 8;
            $bits = $parts[1] ?? (string) $whole;
            if (\ctype_digit($bits) && (int) $bits <= $whole && self::sameStart($packed, $network, (int) $bits)) {
                return true;
            }
        }

        return false;
    }

    private static function sameStart(string $a, string $b, int $bits): bool
    {
        $bytes = \intdiv($bits, 8);
        if (\strncmp($a, $b, $bytes) !== 0) {
            return false;
        }
        $mask = 0xFF00 >> $bits % 8 & 0xFF;

        return $mask === 0 || (\ord($a[$bytes]) & $mask) === (\ord($b[$bytes]) & $mask);
    }

    /** 4 or 16 bytes; an IPv4 address written as IPv6 is the IPv4 address. */
    private static function pack(string $address): ?string
    {
        if (\filter_var($address, FILTER_VALIDATE_IP) === false) {
            return null;
        }
        $packed = (string) \inet_pton($address);

        return \strncmp($packed, "\0\0\0\0\0\0\0\0\0\0\xff\xff", 12) === 0 ? \substr($packed, 12) : $packed;
    }
}
