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
 * The configuration form: what was typed is tried by connecting before it is kept.
 *
 * @phpstan-import-type Redis from Entry
 */
final class Addresses
{
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
        $redis = Settings::json(Settings::REDIS);

        return [
            'redis' => $redis['socket'] ?? ($redis['host'] ?? '127.0.0.1') . ':' . ($redis['port'] ?? 6379),
            'redis_database' => $redis['database'] ?? 0,
            'redis_password' => isset($redis['password']) ? Secret::SHOWN : '',
            'maximum' => (int) \Configuration::get(Settings::MAXIMUM),
            'queue' => (bool) \Configuration::get(Settings::QUEUE),
            'offline_mode' => (bool) \Configuration::get(Settings::OFFLINE_MODE),
            'proxies' => \implode(', ', Settings::json(Settings::PROXIES)),
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
        $maximum = (int) ($form['maximum'] ?? 0);
        if ($maximum < 1 || $maximum > 10000) {
            return 'maximum: 1 to 10000';
        }
        $redis = $this->redis($form);
        try {
            $chat = new Chat($this->chats->options((int) \Context::getContext()->shop->id, $redis));
            $health = $chat->health();
            if (!$health['redis']['ok']) {
                return $health['redis']['message'];
            }
            $chat->migrate();
            $this->keep($form, $redis, $maximum);
            (new Publisher($this->chats))->publishAll();
        } catch (Exception|\RuntimeException $e) {
            return $e->getMessage();
        }

        return null;
    }

    /**
     * @param array<string, mixed> $form
     * @param Redis $redis
     */
    private function keep(array $form, array $redis, int $maximum): void
    {
        Settings::setJson(Settings::REDIS, $redis);
        Settings::setJson(Settings::PROXIES, \preg_split('/[\s,]+/', (string) ($form['proxies'] ?? ''), -1, PREG_SPLIT_NO_EMPTY) ?: []);
        \Configuration::updateValue(Settings::MAXIMUM, (string) $maximum);
        \Configuration::updateValue(Settings::QUEUE, empty($form['queue']) ? '0' : '1');
        \Configuration::updateValue(Settings::OFFLINE_MODE, empty($form['offline_mode']) ? '0' : '1');
        \Configuration::updateGlobalValue(Settings::ERASE, empty($form['erase']) ? '0' : '1');
        Settings::changed();
    }

    /**
     * @param array<string, mixed> $form
     *
     * @return Redis
     */
    private function redis(array $form): array
    {
        $address = \trim((string) ($form['redis'] ?? ''));
        if ($address !== '' && $address[0] === '/') {
            $redis = ['socket' => $address];
        } else {
            // The last colon, as IPv6 addresses have several.
            $colon = \strrpos($address, ':');
            $redis = $colon === false || \str_ends_with($address, ']')
                ? ['host' => $address, 'port' => 6379]
                : ['host' => \substr($address, 0, $colon), 'port' => (int) \substr($address, $colon + 1)];
            $redis['host'] = \trim($redis['host'], '[]');
        }
        $password = (string) ($form['redis_password'] ?? '');
        if ($password === Secret::SHOWN) {
            $password = (string) (Settings::json(Settings::REDIS)['password'] ?? '');
        }
        if ($password !== '') {
            $redis['password'] = $password;
        }
        $database = (int) ($form['redis_database'] ?? 0);

        return $database > 0 ? $redis + ['database' => $database] : $redis;
    }
}
