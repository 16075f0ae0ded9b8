<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Where the project lives, as the module's composer.json says ("support"), and the guides that come with the module. */
final class Project
{
    /** Packed with the module (tools/package). */
    private const GUIDES = ['configuration', 'install', 'gateway', 'history'];

    /** @return string|null null: this copy of the module names none */
    public static function issues(): ?string
    {
        $text = (string) \file_get_contents(\dirname(__DIR__, 2) . '/composer.json');
        $address = (string) (((array) \json_decode($text, true))['support']['issues'] ?? '');

        return \preg_match('#^https://[^\s"\'<>]+$#D', $address) === 1 ? $address : null;
    }

    /** @return array<string, string> addresses by name */
    public static function guides(): array
    {
        $found = [];
        foreach (self::GUIDES as $name) {
            if (\is_file(\dirname(__DIR__, 2) . "/docs/$name.txt")) {
                $found[$name] = __PS_BASE_URI__ . "modules/onlinechat/docs/$name.txt";
            }
        }

        return $found;
    }
}
