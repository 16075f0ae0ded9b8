<?php

namespace OnlineChat\Bench;

/** What the configuration of each nginx of the benchmarks begins with. */
final class Nginx
{
    /**
     * @param string $what folder of its own files below the run's, and the name of its error log
     * @param int $connections of a worker; more than the 1,024 files a process usually may have raise that limit
     * @param string $http the lines of http {}
     */
    public static function configuration(string $what, int $workers, int $connections, string $http, string $module = ''): string
    {
        $run = Environment::run();
        $user = posix_getuid() === 0 ? 'user root;' : '';
        $files = $connections > 1024 ? 'worker_rlimit_nofile ' . min($connections, Environment::files()) . ';' : '';
        return <<<NGINX
            $module
            $user
            daemon off;
            worker_processes $workers;
            $files
            pid $run/$what/server.pid;
            error_log $run/$what.log warn;
            events {
                worker_connections $connections;
            }
            http {
                access_log off;
                client_body_temp_path $run/$what/body;
                fastcgi_temp_path $run/$what/fastcgi;
                proxy_temp_path $run/$what/proxy;
                uwsgi_temp_path $run/$what/uwsgi;
                scgi_temp_path $run/$what/scgi;
                keepalive_requests 10000000;
            $http
            }

            NGINX;
    }
}
