<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The proxies in front of the shop, as one field of the form. A mistake here would make all visitors one. */
final class Proxies
{
    /**
     * @return list<string> addresses and CIDR ranges
     *
     * @throws \InvalidArgumentException naming the field
     */
    public static function read(string $typed): array
    {
        $proxies = \preg_split('/[\s,]+/', $typed, -1, PREG_SPLIT_NO_EMPTY) ?: [];
        foreach ($proxies as $proxy) {
            [$address, $bits] = \explode('/', $proxy, 2) + [1 => '0'];
            $most = \str_contains($address, ':') ? 128 : 32;
            if (\filter_var($address, FILTER_VALIDATE_IP) === false || !\ctype_digit($bits) || (int) $bits > $most) {
                throw new \InvalidArgumentException("proxies: \"$proxy\" is no address and no range (192.0.2.0/24)");
            }
        }

        return $proxies;
    }
}
