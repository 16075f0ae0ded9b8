<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Where Redis is, as the form says it: one address, or the sentinels that know it.
 *
 * The rules are those of OnlineChat\Chat for redis.sentinels, said at the field they are about.
 */
final class RedisPlace
{
    private const PORT = 6379;
    private const SENTINELS = 9;

    /**
     * @param array<string, mixed> $form
     *
     * @return array{host: string, port: int}|array{socket: string}|array{sentinels: list<string>, service: string}
     *
     * @throws \InvalidArgumentException naming the field
     */
    public static function read(array $form): array
    {
        $sentinels = \preg_split('/[\s,]+/', (string) ($form['redis_sentinels'] ?? ''), -1, PREG_SPLIT_NO_EMPTY) ?: [];
        $service = \trim((string) ($form['redis_service'] ?? ''));
        if ($sentinels === [] && $service === '') {
            return Address::read((string) ($form['redis'] ?? ''), 'redis', self::PORT)->options();
        }
        if ($sentinels === [] || \count($sentinels) > self::SENTINELS) {
            throw new \InvalidArgumentException('redis_sentinels: must be 1 to ' . self::SENTINELS . ' of "HOST:PORT"');
        }
        if (\trim((string) ($form['redis'] ?? '')) !== '') {
            throw new \InvalidArgumentException('redis_sentinels: stands instead of host, port and socket');
        }
        foreach ($sentinels as $sentinel) {
            self::check($sentinel);
        }
        if ($service === '') {
            throw new \InvalidArgumentException('redis_service: is missing');
        }

        return ['sentinels' => $sentinels, 'service' => $service];
    }

    /**
     * The fields of what is kept.
     *
     * @param array<mixed> $kept as read() gave it, or nothing yet
     *
     * @return array{redis: string, redis_sentinels: string, redis_service: string}
     */
    public static function shown(array $kept): array
    {
        $sentinels = $kept['sentinels'] ?? [];

        return [
            'redis' => $sentinels === [] ? (string) Address::of($kept, self::PORT) : '',
            'redis_sentinels' => \implode("\n", $sentinels),
            'redis_service' => $kept['service'] ?? '',
        ];
    }

    private static function check(string $sentinel): void
    {
        if (\preg_match('/^[^:]+:(\d{1,5})$/D', $sentinel, $parts) !== 1 || (int) $parts[1] < 1 || (int) $parts[1] > 65535) {
            throw new \InvalidArgumentException('redis_sentinels: each must be "HOST:PORT"');
        }
    }
}
