<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Where a server is, as one field of the form: "host", "host:port", "[IPv6]:port" or "/path/of/a.socket". */
final class Address
{
    private function __construct(private string $host, private int $port, private string $socket)
    {
    }

    /** @throws \InvalidArgumentException naming the field */
    public static function read(string $typed, string $field, int $usual): self
    {
        $typed = \trim($typed);
        if ($typed !== '' && $typed[0] === '/') {
            return new self('', 0, $typed);
        }
        if (\preg_match('/^(\[[0-9a-f:.]+\]|[^\s:\/\[\]]+)(?::(\d{1,5}))?$/iD', $typed, $parts) !== 1) {
            throw new \InvalidArgumentException("$field: host, host:port or /path/of/a.socket");
        }
        $port = (int) ($parts[2] ?? $usual);
        if ($port < 1 || $port > 65535) {
            throw new \InvalidArgumentException("$field: a port is 1 to 65535");
        }

        return new self(\trim($parts[1], '[]'), $port, '');
    }

    /** @param array{host?: string, port?: int, socket?: string} $options */
    public static function of(array $options, int $usual): self
    {
        return new self($options['host'] ?? '127.0.0.1', $options['port'] ?? $usual, $options['socket'] ?? '');
    }

    /**
     * As OnlineChat\Chat wants it.
     *
     * @return array{host: string, port: int}|array{socket: string}
     */
    public function options(): array
    {
        return $this->socket !== '' ? ['socket' => $this->socket] : ['host' => $this->host, 'port' => $this->port];
    }

    public function __toString(): string
    {
        $host = \str_contains($this->host, ':') ? "[$this->host]" : $this->host;

        return $this->socket !== '' ? $this->socket : "$host:$this->port";
    }
}
