<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** nginx or Apache with the lines of docs/gateway.md and nothing else that matters. */
final class Proxy
{
    private const SOCKET = 'unix:/run/onlinechat/gateway.sock';
    private const SECOND = 'unix:/run/onlinechat/second.sock';
    private const PORT = '127.0.0.1:8095';

    /** @param string $gateway where it listens, as --listen has it; $second is another beside it */
    public static function start(string $server, Folder $folder, int $port, string $gateway, string $second = ''): Program
    {
        $path = $folder->path;
        [$command, $conf] = $server === 'nginx'
            ? [['nginx', '-p', $path, '-e', "$path/server.log", '-c', "$path/server.conf"], self::nginx($path, $port, $gateway, $second)]
            : [['/usr/sbin/apache2', '-DFOREGROUND', '-f', "$path/server.conf"], self::apache($path, $port, $gateway)];
        file_put_contents("$path/server.conf", $conf);

        return (new Program($command, $server, $path))->listens($port);
    }

    /** The block with the line of it that docs/gateway.md names for another way, and the addresses of a test. */
    private static function lines(string $block, string $directive, string $instead, string $gateway): string
    {
        $lines = Doc::block($block);
        if ($instead !== '') {
            $line = Doc::code("$directive $instead");
            $lines = (string) preg_replace_callback("/\\b$directive .*/", static fn (): string => $line, $lines, -1, $count);
            $count === 1 || throw new \RuntimeException("the lines have no $directive");
        }
        $named = str_starts_with($gateway, 'unix:') ? self::SOCKET : self::PORT;

        return self::at($lines, $named, $gateway);
    }

    private static function at(string $lines, string $named, string $address): string
    {
        $lines = str_replace($named, $address, $lines, $count);

        return $count === 1 ? $lines : throw new \RuntimeException("the lines name $named $count times:\n$lines");
    }

    private static function nginx(string $path, int $port, string $gateway, string $second): string
    {
        $upstream = '';
        if ($second !== '') {
            $upstream = self::at(self::at(Doc::block('upstream '), self::SOCKET, $gateway), self::SECOND, $second);
            $lines = str_replace('http://' . self::SOCKET . ':', 'http://onlinechat', Doc::block('location '));
        } else {
            $lines = self::lines('location ', 'proxy_pass', str_starts_with($gateway, 'unix:') ? '' : 'http://' . self::PORT, $gateway);
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
                $upstream
                server {
                    listen 127.0.0.1:$port;
                    $lines
                }
            }
            CONF;
    }

    private static function apache(string $path, int $port, string $gateway): string
    {
        $modules = implode("\n", array_map(
            static fn (string $name): string => "LoadModule {$name}_module /usr/lib/apache2/modules/mod_$name.so",
            ['mpm_event', 'authz_core', 'env', 'headers', 'filter', 'deflate', 'proxy', 'proxy_http']
        ));
        $lines = self::lines('<Location ', 'ProxyPass', str_starts_with($gateway, 'unix:') ? '"' . self::SOCKET : '', $gateway);
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
