<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;

/** A folder of a test's own, in it what of a PrestaShop the gateway reads, and the chat of that shop. */
final class Folder
{
    public readonly string $path;
    public readonly string $shop;

    /** @param array<string, mixed> $redis */
    public function __construct(private array $redis = [])
    {
        $this->path = sys_get_temp_dir() . '/onlinechat-gateway-' . bin2hex(random_bytes(6));
        $this->shop = "$this->path/shop";
        mkdir("$this->shop/app/config", 0777, true);
        mkdir("$this->shop/var/onlinechat", 0777, true);
        // Apache works as another user.
        chmod($this->path, 0755);
        $this->write('app/config/parameters.php', ['parameters' => ['database_prefix' => 'ps_']]);
        $this->connection([]);
    }

    /** @param array<string, mixed> $changed what the connection file has instead; null: not at all */
    public function connection(array $changed): void
    {
        $this->write('var/onlinechat/shop-1.php', array_filter($changed + [
            'version' => 1, 'secrets' => $this->options()['secrets'], 'mysql' => $this->options()['mysql'],
            'redis' => $this->redis ?: $this->options()['redis'], 'trusted_proxies' => [],
        ], static fn (mixed $value): bool => $value !== null));
    }

    /** @return array<string, mixed> */
    private function options(): array
    {
        require_once __DIR__ . '/../../../tools/lib/options.php';

        return onlinechat_options();
    }

    /** @param array<string, mixed> $values */
    private function write(string $file, array $values): void
    {
        file_put_contents("$this->shop/$file", '<?php return ' . var_export($values, true) . ";\n");
    }

    public function chat(): Chat
    {
        return new Chat($this->options());
    }

    public static function guest(): Identity
    {
        return new Identity(Role::Guest, bin2hex(random_bytes(16)));
    }

    public function remove(): void
    {
        exec('rm -rf ' . escapeshellarg($this->path));
    }
}
