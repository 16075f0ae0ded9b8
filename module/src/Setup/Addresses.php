<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Chat;
use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/**
 * The servers' form: what was typed is tried by connecting before it is kept, for the shop, the group or all
 * shops that the back office is set to.
 *
 * @phpstan-import-type Redis from Entry
 * @phpstan-import-type Mysql from Entry
 */
final class Addresses
{
    private const MYSQL_PORT = 3306;

    public function __construct(private ChatFactory $chats)
    {
    }

    /**
     * What the form shows.
     *
     * @return array<string, mixed>
     */
    public function values(): array
    {
        $redis = Settings::jsonInContext(Settings::REDIS);
        $mysql = Settings::jsonInContext(Settings::MYSQL);

        return RedisPlace::shown($redis) + [
            'mysql' => $mysql === [] ? '' : (string) Address::of($mysql, self::MYSQL_PORT),
            'mysql_user' => $mysql['user'] ?? '',
            'mysql_password' => Secret::shown($mysql),
            'mysql_database' => $mysql['database'] ?? '',
            'redis_database' => $redis['database'] ?? 0,
            'redis_password' => Secret::shown($redis),
            'proxies' => \implode(', ', Settings::jsonInContext(Settings::PROXIES)),
            'gateway' => (string) \Configuration::get(Settings::GATEWAY),
            'erase' => Settings::eraseOnUninstall(),
        ];
    }

    /**
     * Keeps and publishes the values.
     *
     * @param array<string, mixed> $form
     *
     * @return string|null why not
     */
    public function save(array $form): ?string
    {
        try {
            $redis = self::redis($form);
            $mysql = self::mysql($form);
            $proxies = Proxies::read((string) ($form['proxies'] ?? ''));
            $gateway = Gateway::read((string) ($form['gateway'] ?? ''));
            $this->connect($redis, $mysql);
            $this->keep($form, [Settings::REDIS => $redis, Settings::MYSQL => $mysql, Settings::PROXIES => $proxies]);
            \Configuration::updateValue(Settings::GATEWAY, $gateway);
            (new Publisher($this->chats))->publishAll();
        } catch (Exception|\InvalidArgumentException|\RuntimeException|\ValueError $e) {
            return $e->getMessage();
        }

        return null;
    }

    /**
     * With each shop, as two of them may be bound to different secrets.
     *
     * @param Redis $redis
     * @param Mysql|array{} $mysql
     */
    private function connect(array $redis, array $mysql): void
    {
        foreach (Publisher::shopsInContext() as $shop) {
            $chat = new Chat($this->chats->options((int) $shop->id, $redis, $mysql));
            $health = $chat->health();
            foreach (['mysql' => 'mysql', 'redis' => isset($redis['sentinels']) ? 'redis_sentinels' : 'redis'] as $store => $field) {
                if (!$health[$store]['ok']) {
                    throw new \RuntimeException("$field: {$health[$store]['message']}");
                }
            }
            $chat->migrate();
        }
    }

    /**
     * @param array<string, mixed> $form
     * @param array<string, array<mixed>> $addresses by name of the setting
     */
    private function keep(array $form, array $addresses): void
    {
        foreach ($addresses as $name => $value) {
            Settings::setJson($name, $value);
        }
        \Configuration::updateGlobalValue(Settings::ERASE, empty($form['erase']) ? '0' : '1');
        Settings::changed();
    }

    /**
     * @param array<string, mixed> $form
     *
     * @return Redis
     */
    private static function redis(array $form): array
    {
        $redis = RedisPlace::read($form);
        $password = Secret::typed($form, 'redis_password', Settings::jsonInContext(Settings::REDIS), $redis);
        if ($password !== '') {
            $redis['password'] = $password;
        }
        $database = self::whole($form, 'redis_database', 0, 65535);

        return $database > 0 ? $redis + ['database' => $database] : $redis;
    }

    /**
     * Nothing typed: the shop's own database.
     *
     * @param array<string, mixed> $form
     *
     * @return Mysql|array{}
     */
    private static function mysql(array $form): array
    {
        if (\trim((string) ($form['mysql'] ?? '')) === '') {
            return [];
        }
        $mysql = Address::read((string) $form['mysql'], 'mysql', self::MYSQL_PORT)->options();
        foreach (['user', 'database'] as $name) {
            $mysql[$name] = \trim((string) ($form["mysql_$name"] ?? ''));
            if ($mysql[$name] === '') {
                throw new \InvalidArgumentException("mysql_$name: needed with an address of its own");
            }
        }
        $mysql['password'] = Secret::typed($form, 'mysql_password', Settings::jsonInContext(Settings::MYSQL), $mysql);

        return $mysql;
    }

    /** @param array<string, mixed> $form */
    private static function whole(array $form, string $name, int $least, int $most): int
    {
        $value = \filter_var($form[$name] ?? '', FILTER_VALIDATE_INT, ['options' => ['min_range' => $least, 'max_range' => $most]]);
        if ($value === false) {
            throw new \InvalidArgumentException("$name: $least to $most");
        }

        return $value;
    }
}
