<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

/** A web server as a shop's owner has it: refuses every .php below modules/, and has lines of docs/install.md added. */
final class Site
{
    public readonly int $port;
    private readonly string $folder;
    /** @var list<resource> */
    private array $processes = [];

    public function __construct()
    {
        $this->folder = sys_get_temp_dir() . '/onlinechat-site-' . bin2hex(random_bytes(6));
        mkdir("$this->folder/shop/modules/onlinechat/src/Entry", recursive: true);
        mkdir("$this->folder/shop/modules/other");
        file_put_contents("$this->folder/shop/modules/onlinechat/entry.php", '<?php echo "entry at ", $_SERVER["HTTP_HOST"];');
        foreach (['onlinechat/src/Entry/Entry.php', 'other/other.php'] as $file) {
            file_put_contents("$this->folder/shop/modules/$file", '<?php echo "seen";');
        }
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $this->port = (int) substr((string) strrchr((string) stream_socket_get_name($socket, false), ':'), 1);
        fclose($socket);
        $this->fpm();
    }

    public function nginx(string $lines): void
    {
        $lines = str_replace('unix:/run/php/php-fpm.sock', "unix:$this->folder/fpm.sock", $lines, $count);
        $count > 0 || throw new \RuntimeException('the lines name no socket of PHP-FPM');
        $this->write('nginx.conf', <<<CONF
            user {$this->user()};
            daemon off;
            pid $this->folder/nginx.pid;
            error_log $this->folder/server.log;
            events {}
            http {
                access_log off;
                client_body_temp_path $this->folder;
                fastcgi_temp_path $this->folder;
                proxy_temp_path $this->folder;
                uwsgi_temp_path $this->folder;
                scgi_temp_path $this->folder;
                server {
                    listen 127.0.0.1:$this->port;
                    root $this->folder/shop;
                    $lines
                    location ~ ^/modules/.*\.php { deny all; }
                }
            }
            CONF);
        // fastcgi_params is looked for beside the configuration, as at home.
        copy('/etc/nginx/fastcgi_params', "$this->folder/fastcgi_params");
        $this->start(['nginx', '-p', $this->folder, '-e', "$this->folder/server.log", '-c', "$this->folder/nginx.conf"]);
    }

    public function apache(string $lines): void
    {
        $modules = implode("\n", array_map(
            static fn (string $name): string => "LoadModule {$name}_module /usr/lib/apache2/modules/mod_$name.so",
            ['mpm_event', 'authz_core', 'dir', 'proxy', 'proxy_fcgi', 'setenvif']
        ));
        $this->write('apache.conf', <<<CONF
            $modules
            ServerName 127.0.0.1
            # Apache does not serve as root.
            User www-data
            Group www-data
            PidFile $this->folder/apache.pid
            DefaultRuntimeDir $this->folder
            ErrorLog $this->folder/server.log
            Listen 127.0.0.1:$this->port
            DocumentRoot $this->folder/shop
            <Directory $this->folder/shop>
                AllowOverride None
            </Directory>
            <FilesMatch "\.php$">
                SetHandler "proxy:unix:$this->folder/fpm.sock|fcgi://localhost/"
            </FilesMatch>
            # As PrestaShop 9's modules/.htaccess says it.
            <Directory $this->folder/shop/modules>
                <FilesMatch "\.php$">
                    Require all denied
                </FilesMatch>
            </Directory>
            $lines
            CONF);
        $this->start(['apache2', '-DFOREGROUND', '-f', "$this->folder/apache.conf"]);
    }

    /** @return array{int, string} status and body */
    public function ask(string $path): array
    {
        $context = stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 5]]);
        $body = (string) file_get_contents("http://127.0.0.1:$this->port$path", false, $context);
        return [(int) explode(' ', $http_response_header[0])[1], $body];
    }

    public function end(): void
    {
        foreach ($this->processes as $process) {
            proc_terminate($process);
            proc_close($process);
        }
        $this->processes = [];
        exec('rm -rf ' . escapeshellarg($this->folder));
    }

    private function fpm(): void
    {
        $this->write('fpm.conf', <<<CONF
            [global]
            error_log = $this->folder/fpm.log
            daemonize = no
            [www]
            user = {$this->user()}
            listen = $this->folder/fpm.sock
            listen.mode = 0666
            pm = static
            pm.max_children = 1
            CONF);
        $this->run(['php-fpm8.2', '-n', '--nodaemonize', '--allow-to-run-as-root', '-y', "$this->folder/fpm.conf"]);
        $this->until(fn (): bool => file_exists("$this->folder/fpm.sock"), 'PHP-FPM');
    }

    /** @param list<string> $command */
    private function start(array $command): void
    {
        $this->run($command);
        $this->until(fn (): bool => ($link = @fsockopen('127.0.0.1', $this->port)) !== false && fclose($link), $command[0]);
    }

    /** @param list<string> $command */
    private function run(array $command): void
    {
        $log = ['file', "$this->folder/output.log", 'a'];
        $this->processes[] = proc_open($command, [['file', '/dev/null', 'r'], $log, $log], $pipes);
    }

    private function until(callable $condition, string $name): void
    {
        for ($deadline = microtime(true) + 20; !$condition();) {
            if (microtime(true) > $deadline || !proc_get_status(end($this->processes))['running']) {
                $said = file_get_contents("$this->folder/output.log") . @file_get_contents("$this->folder/server.log");
                $this->end();
                throw new \RuntimeException("$name does not start: $said");
            }
            usleep(20_000);
        }
    }

    private function user(): string
    {
        return posix_getpwuid(posix_geteuid())['name'];
    }

    private function write(string $file, string $text): void
    {
        file_put_contents("$this->folder/$file", $text);
    }
}
