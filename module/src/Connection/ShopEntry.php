<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

use OnlineChat\Chat;
use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Entry\Address;
use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Entry\Problem;

/**
 * The entry in a PrestaShop: finds the shop, looks whether it may answer, and leaves the rest to Entry.
 *
 * @phpstan-import-type Config from Entry
 */
final class ShopEntry
{
    public static function run(string $root): void
    {
        try {
            $config = self::config($root);
        } catch (\Throwable $e) {
            require_once __DIR__ . '/../Entry/Problem.php';
            Problem::of($e)->send();

            return;
        }
        Entry::run($config);
    }

    /** @return Config */
    private static function config(string $root): array
    {
        $shop = $_GET['shop'] ?? '1';
        $file = \is_string($shop) && \preg_match('/^[1-9]\d{0,8}$/D', $shop) === 1 ? "$root/var/onlinechat/shop-$shop.php" : '';
        if ($file === '' || !\is_file($file)) {
            throw self::refusal('unavailable', 'the chat of this shop is not set up on this server', ['Retry-After: 60']);
        }
        $kept = require $file;
        require_once __DIR__ . '/Database.php';
        $database = Database::ofShop($root);
        $config = [
            'chat' => [
                'shop' => (int) $shop,
                'prefix' => $database->prefix(),
                'secrets' => $kept['secrets'],
                'mysql' => $kept['mysql'] ?: $database->options(),
                'redis' => $kept['redis'],
            ],
            'trusted_proxies' => $kept['trusted_proxies'],
        ];
        // The polls of visitors, nearly all requests, end here.
        if (($_GET['action'] ?? '') !== 'poll') {
            self::look($database, \dirname($file), $config);
        }

        return $config;
    }

    /** @param Config $config */
    private static function look(Database $database, string $folder, array $config): void
    {
        require_once __DIR__ . '/../Entry/Address.php';
        require_once __DIR__ . '/Noted.php';
        require_once __DIR__ . '/Door.php';
        require_once __DIR__ . '/Pass.php';
        require_once __DIR__ . '/SessionRow.php';
        $action = \is_string($_GET['action'] ?? null) ? $_GET['action'] : '';
        $shop = $config['chat']['shop'];
        try {
            $address = self::address($config['trusted_proxies'] ?? []);
            $admitted = Pass::holds($shop, $config['chat']['secrets']);
            if (!(new Door($database, $folder, $shop))->lets($action, $address, $admitted)) {
                throw self::refusal('unavailable', 'the shop is closed, or its chat is switched off', ['Retry-After: 60']);
            }
            $ticket = $_SERVER['HTTP_ONLINECHAT_TICKET'] ?? '';
            if ($ticket !== '' && !self::stillSignedIn($ticket, $action, new SessionRow($database, $folder, $shop), $config)) {
                throw self::refusal('ticket-revoked', 'whoever this ticket names has signed out');
            }
        } catch (\PDOException $e) {
            throw self::refusal('unavailable', 'the database cannot be reached: repeat with the same key', ['Retry-After: 2']);
        }
    }

    /** @param list<string> $trusted */
    private static function address(array $trusted): string
    {
        $forwarded = $trusted === [] ? '' : (string) ($_SERVER['HTTP_X_FORWARDED_FOR'] ?? '');

        return $forwarded === '' ? $_SERVER['REMOTE_ADDR'] : Address::behind($_SERVER['REMOTE_ADDR'], $forwarded, $trusted);
    }

    /** @param Config $config */
    private static function stillSignedIn(string $ticket, string $action, SessionRow $rows, array $config): bool
    {
        try {
            $who = (new Chat($config['chat']))->tickets()->verify($ticket);
        } catch (Exception $e) {
            // Entry refuses it, with its own words.
            return true;
        }

        return $rows->allows($who, $action);
    }

    /** @param list<string> $headers */
    private static function refusal(string $code, string $why, array $headers = []): Problem
    {
        require_once __DIR__ . '/../Entry/Problem.php';

        return new Problem($code, $why, '', $headers);
    }
}
