<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Connection;

use PrestaShop\Module\OnlineChat\Entry\Entry;

/**
 * The shop's database as its parameters file names it, a plain PHP array: known without PrestaShop.
 *
 * @phpstan-import-type Mysql from Entry
 */
final class Database
{
    /** @param array<string, mixed> $parameters */
    private function __construct(private array $parameters)
    {
    }

    public static function ofShop(string $root): self
    {
        return new self((require "$root/app/config/parameters.php")['parameters']);
    }

    public function prefix(): string
    {
        return $this->parameters['database_prefix'];
    }

    /**
     * As OnlineChat\Chat wants it. PrestaShop writes a port or a socket behind the host.
     *
     * @return Mysql
     */
    public function options(): array
    {
        [$host, $rest] = \explode(':', $this->parameters['database_host'], 2) + [1 => ''];
        $where = $rest !== '' && $rest[0] === '/'
            ? ['socket' => $rest]
            : ['host' => $host, 'port' => (int) ($rest ?: $this->parameters['database_port'] ?: 3306)];

        return $where + [
            'user' => $this->parameters['database_user'],
            'password' => (string) $this->parameters['database_password'],
            'database' => $this->parameters['database_name'],
        ];
    }

    /** A link of this request's own, for the rare questions about PrestaShop's tables. */
    public function link(): \PDO
    {
        return self::connect($this->options());
    }

    /** @param Mysql $options */
    public static function connect(array $options): \PDO
    {
        $where = isset($options['socket'])
            ? "unix_socket={$options['socket']}" : "host={$options['host']};port={$options['port']}";

        return new \PDO("mysql:$where;dbname={$options['database']};charset=utf8mb4", $options['user'], $options['password'], [
            \PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION,
            \PDO::ATTR_TIMEOUT => 1,
        ]);
    }
}
