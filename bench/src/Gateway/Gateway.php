<?php

namespace OnlineChat\Bench\Gateway;

use OnlineChat\Bench\Environment;

/** The gateway as a shop runs it, alone or behind nginx as docs/gateway.md has it. */
final class Gateway extends Server
{
    /** @param int $own the gateway's own port, if nginx stands before it; else 0 */
    public function __construct(string $name, int $port, private readonly int $own = 0)
    {
        parent::__construct($name, $port);
    }

    public function start(): void
    {
        $listen = $this->own ?: $this->port;
        $bench = dirname(__DIR__, 2);
        $this->launch('gateway', [PHP_BINARY, '-c', Environment::run('php.ini'), "$bench/../module/bin/onlinechat", 'gateway',
            '--root', Environment::run('shop'), '--listen', "127.0.0.1:$listen"]);
        $this->answers($listen);
        if ($this->own) {
            $file = self::nginx('proxy', 2, self::proxy($this->port, $this->own));
            $this->launch('proxy', ['nginx', '-e', "$file.log", '-c', $file]);
            $this->answers($this->port);
        }
    }

    /** The snippet of docs/gateway.md with the smallest buffers that do; streams come from many loopback addresses. */
    private static function proxy(int $port, int $own): string
    {
        return <<<NGINX
                request_pool_size 512;
                connection_pool_size 256;
                client_header_buffer_size 512;
                server {
                    listen 127.0.0.1:$port backlog=4096 reuseport;
                    location /onlinechat/ {
                        proxy_pass http://127.0.0.1:$own;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header X-Forwarded-For \$remote_addr;
                        proxy_buffering off;
                        proxy_buffer_size 512;
                        proxy_read_timeout 60s;
                    }
                }
            NGINX;
    }

    public function stream(Visitor $visitor): array
    {
        return [
            "/onlinechat/stream?conversation=$visitor->conversation&after=1&revision=2&stream=tab$visitor->conversation",
            "Onlinechat-Ticket: $visitor->ticket",
            $visitor->actor,
        ];
    }

    public function publishTo(): string
    {
        // One shop: the only tag there is.
        [$key] = Environment::redis()->keys('{oc:*}:h:*') ?: Environment::redis()->keys('{oc:*');
        return 'redis:' . Environment::value('REDIS_SOCKET') . ' ' . strstr($key, '}', true) . '}:e';
    }
}
