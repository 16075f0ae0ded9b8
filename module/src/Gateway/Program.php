<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Gateway;

use OnlineChat\Exception;
use OnlineChat\Gateway;
use OnlineChat\InvalidValue;

require_once __DIR__ . '/../Connection/Database.php';
require_once __DIR__ . '/Called.php';
require_once __DIR__ . '/Usage.php';
require_once __DIR__ . '/Misconfigured.php';
require_once __DIR__ . '/Arguments.php';
require_once __DIR__ . '/ShopFiles.php';

/** php bin/onlinechat gateway: starts the gateway for the shops of one PrestaShop, or looks whether it could. */
final class Program
{
    public const LISTEN = '127.0.0.1:8095';
    /** The web server on this machine: without it all visitors would count as one. */
    private const LOOPBACK = ['127.0.0.1', '::1'];

    private const OK = 0;
    private const FAILED = 1;
    private const USAGE = 2;
    /** EX_CONFIG of sysexits.h: systemd is told not to try again. */
    private const CONFIGURATION = 78;

    /**
     * @param list<string> $words
     *
     * @return int the exit status
     */
    public static function run(array $words, string $root): int
    {
        if (\array_intersect($words, ['--help', '-h']) !== []) {
            echo Usage::TEXT;

            return self::OK;
        }
        try {
            return self::obey(new Arguments($words, $root));
        } catch (Usage $e) {
            self::complain($e->getMessage() . "\n\n" . Usage::TEXT);

            return self::USAGE;
        } catch (Misconfigured $e) {
            self::complain($e->getMessage());

            return self::CONFIGURATION;
        } catch (Exception $e) {
            self::complain($e->getMessage());

            return self::FAILED;
        }
    }

    private static function obey(Arguments $arguments): int
    {
        if (!\class_exists(Gateway::class)) {
            throw new Misconfigured('the extension onlinechat is not loaded, or too old, in this PHP (' . PHP_BINARY . ', ' . (\php_ini_loaded_file() ?: 'no php.ini') . '): see docs/install');
        }
        $gateway = self::gateway($arguments, new ShopFiles($arguments->root));
        if ($arguments->check) {
            return self::check($gateway);
        }
        $gateway->run();

        return self::OK;
    }

    private static function gateway(Arguments $arguments, ShopFiles $files): Gateway
    {
        /** @var array{shops: list<array<string, mixed>>} $options */
        $options = $arguments->options + [
            'listen' => self::LISTEN,
            'shops' => $files->shops,
            'proxies' => \array_values(\array_unique([...self::LOOPBACK, ...$files->proxies, ...$arguments->proxies])),
        ];
        try {
            return new Gateway($options);
        } catch (InvalidValue $e) {
            throw new Misconfigured($e->getMessage());
        } catch (\Error $e) {
            throw new Misconfigured($e->getMessage() . ': install libevent-dev, then the extension anew (docs/gateway)');
        }
    }

    private static function check(Gateway $gateway): int
    {
        $status = self::OK;
        foreach ($gateway->check() as $row) {
            // A complaint names its option by itself.
            $what = \str_starts_with($row['message'], $row['name'] . ': ') ? '' : $row['name'] . ': ';
            \printf("%-7s %s%s\n", $row['ok'] ? 'ok' : 'problem', $what, $row['message']);
            $status = $row['ok'] ? $status : self::FAILED;
        }

        return $status;
    }

    private static function complain(string $why): void
    {
        \fwrite(STDERR, "onlinechat: $why\n");
    }
}
