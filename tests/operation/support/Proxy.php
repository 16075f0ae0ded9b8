<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** nginx or Apache with the lines of docs/gateway.md and nothing else that matters. */
final class Proxy
{
    public static function start(string $server, Folder $folder, int $port, int $gateway): Program
    {
        $path = $folder->path;
        [$command, $conf] = $server === 'nginx'
            ? [['nginx', '-p', $path, '-e', "$path/server.log", '-c', "$path/server.conf"], self::nginx($path, $port, $gateway)]
            : [['/usr/sbin/apache2', '-DFOREGROUND', '-f', "$path/server.conf"], self::apache($path, $port, $gateway)];
        file_put_contents("$path/server.conf", $conf);

        return (new Program($command, $server, $path))->listens($port);
    }

    private static function nginx(string $path, int $port, int $gateway): string
    {
        $lines = str_replace('http://unix:/run/onlinechat/gateway.sock:', "http://127.0.0.1:$gateway", Doc::block('location '), $count);
        if ($count !== 1) {
            throw new \RuntimeException('the lines name no socket of the gateway');
        }
        $user = posix_getuid() === 0 ? 'user root;' : '';

        return <<<CONF
            $user
            daemon off;
            pid $path/nginx.pid;
            error_log $path/server.log;
            events {}
            http {
                access_log off;
                # As sites have it: what is said about streams must go before.
                gzip on;
                gzip_types *;
                client_body_temp_path $path;
                fastcgi_temp_path $path;
                proxy_temp_path $path;
                uwsgi_temp_path $path;
                scgi_temp_path $path;
                server {
                    listen 127.0.0.1:$port;
                    $lines
                }
            }
            CONF;
    }

    private static function apache(string $path, int $port, int $gateway): string
    {
        $modules = implode("\n", array_map(
            static fn (string $name): string => "LoadModule {$name}_module /usr/lib/apache2/modules/mod_$name.so",
            ['mpm_event', 'authz_core', 'env', 'headers', 'filter', 'deflate', 'proxy', 'proxy_http']
        ));
        $lines = str_replace('127.0.0.1:8095', "127.0.0.1:$gateway", Doc::block('<Location '), $count);
        if ($count !== 1) {
            throw new \RuntimeException('the lines name no address of the gateway');
        }
        $user = posix_getuid() === 0 ? "User www-data\nGroup www-data" : '';

        return <<<CONF
            $modules
            $user
            ServerName 127.0.0.1
            PidFile $path/apache.pid
            DefaultRuntimeDir $path
            Mutex posixsem
            ErrorLog $path/server.log
            Listen 127.0.0.1:$port
            # As sites have it: what is said about streams must go before.
            SetOutputFilter DEFLATE
            $lines
            CONF;
    }
}
