<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

/**
 * pecl with folders of its own. It copies what it built to where php-config says extensions live, whatever
 * its configuration says: so a php-config of ours stands before the machine's.
 */
final class Pecl
{
    public readonly string $folder;

    public function __construct()
    {
        $this->folder = sys_get_temp_dir() . '/onlinechat-pecl-' . bin2hex(random_bytes(6));
        mkdir("$this->folder/bin", recursive: true);
        mkdir("$this->folder/extensions");
        file_put_contents("$this->folder/bin/php-config", <<<SH
            #!/bin/sh
            case \$1 in
            --prefix) echo $this->folder ;;
            --extension-dir) echo $this->folder/extensions ;;
            *) exec {$this->machines('php-config')} "\$@" ;;
            esac
            SH . "\n");
        chmod("$this->folder/bin/php-config", 0o755);
        $this->run('pear', '-q', 'config-create', "$this->folder/pear", "$this->folder/pearrc");
    }

    public function pecl(string ...$command): string
    {
        return $this->run('pecl', '-c', "$this->folder/pearrc", '-C', "$this->folder/system", ...$command);
    }

    /** From here on commands see the folder's files, and leave theirs here. */
    public function standIn(string $folder): void
    {
        foreach (array_diff(scandir($folder), ['.', '..', 'build']) as $name) {
            symlink("$folder/$name", "$this->folder/$name");
        }
    }

    public function extension(): string
    {
        return "$this->folder/extensions/onlinechat.so";
    }

    /** @return array<string, array{int, int}> name => when it was changed, and its size */
    public function machinesExtensions(): array
    {
        $found = [];
        foreach (glob(trim((string) shell_exec($this->machines('php-config') . ' --extension-dir')) . '/*') as $file) {
            $found[basename($file)] = [filemtime($file), filesize($file)];
        }
        return $found;
    }

    public function run(string ...$command): string
    {
        $environment = ['PATH' => "$this->folder/bin:" . getenv('PATH'), 'MAKEFLAGS' => '-j2'] + getenv();
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, $this->folder, $environment);
        $output = (string) stream_get_contents($pipes[1]);
        $status = proc_close($process);
        if ($status !== 0) {
            throw new \RuntimeException(implode(' ', $command) . ": exit status $status\n" . substr($output, -4000));
        }
        return $output;
    }

    public function clear(): void
    {
        exec('rm -rf ' . escapeshellarg($this->folder));
    }

    private function machines(string $program): string
    {
        return trim((string) shell_exec("command -v $program"));
    }
}
