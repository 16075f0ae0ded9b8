<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Extension;

/** The made-up shop of ten years, kept in MariaDB's folder until something it depends on changes. */
final class Data
{
    public const SHOP = 1;
    public const PREFIX = 'ext_onlinechat_';
    public const OPERATORS = 40;
    private const CONVERSATIONS = 1_000_000;
    public const MESSAGES_EACH = 10;
    /** Of a million conversations. */
    private const LINES = 700_000;

    public readonly \PDO $pdo;

    public function __construct()
    {
        $this->pdo = Environment::mysql();
        $this->pdo->setAttribute(\PDO::ATTR_ERRMODE, \PDO::ERRMODE_EXCEPTION);
    }

    public static function conversations(): int
    {
        return max(2000, (int) round(self::CONVERSATIONS * Environment::scale()));
    }

    public static function leastLines(): int
    {
        return (int) (self::LINES * self::conversations() / self::CONVERSATIONS);
    }

    /** A depth of the full measurement, or in a smaller history the greatest that leaves as much behind it. */
    public static function depth(int $lines): int
    {
        return min($lines, intdiv(self::leastLines() * 6, 7));
    }

    /** What the rows depend on: the generator with the words it cuts texts into, the size and the tables. */
    public static function identity(int $version): string
    {
        $tables = '';
        for ($v = 1; $v <= $version; $v++) {
            $sql = (string) file_get_contents(sprintf('%s/ext/store/schema/%03d.sql', dirname(__DIR__, 3), $v));
            $tables .= preg_replace(['/^\s*--.*$/m', '/\s+/'], ['', ' '], $sql);
        }
        return Program::fingerprint() . ' ' . self::conversations() . ' ' . sha1($tables);
    }

    /** Whether what is there can be used; brings older tables to this schema, as a shop's update does. */
    public function kept(): bool
    {
        try {
            $version = (new Extension())->chat(self::SHOP)->schema();
            $identity = $this->pdo->query('SELECT identity FROM bench_history')->fetchColumn();
        } catch (\PDOException) {
            return false;
        }
        if ($identity !== self::identity($version)) {
            return false;
        }
        $began = microtime(true);
        (new Extension())->migrate();
        $now = (new Extension())->chat(self::SHOP)->schema();
        if ($now !== $version) {
            fprintf(STDERR, "kept data migrated from schema %d to %d in %.1f s\n", $version, $now, microtime(true) - $began);
            $this->note($now, $this->facts());
        }
        return true;
    }

    /** @param array<string, mixed> $facts */
    public function note(int $version, array $facts): void
    {
        $this->pdo->exec('CREATE TABLE IF NOT EXISTS bench_history (id INT PRIMARY KEY, identity VARCHAR(200), facts TEXT)');
        $this->pdo->prepare('REPLACE INTO bench_history VALUES (1, ?, ?)')
            ->execute([self::identity($version), json_encode($facts, JSON_THROW_ON_ERROR)]);
    }

    /** @return array<string, mixed> */
    public function facts(): array
    {
        return json_decode((string) $this->pdo->query('SELECT facts FROM bench_history')->fetchColumn(), true, 8, JSON_THROW_ON_ERROR);
    }

    /** @return array<string, int> MB by table, data and indexes, the largest first */
    public function sizes(): array
    {
        $sizes = [];
        foreach (glob($this->pdo->query('SELECT CONCAT(@@datadir, DATABASE())')->fetchColumn() . '/' . self::PREFIX . '*.ibd') ?: [] as $file) {
            $sizes[substr(basename($file, '.ibd'), strlen(self::PREFIX))] = (int) round(filesize($file) / 1048576);
        }
        arsort($sizes);
        return array_filter($sizes);
    }

    /** @return array<string, mixed> lines of the set-up */
    public function setup(): array
    {
        $facts = $this->facts();
        return [
            'data' => [
                sprintf('%s messages in %s conversations', number_format($facts['messages']), number_format($facts['conversations'])),
                number_format($facts['lines']) . ' lines',
                number_format($facts['mails']) . ' left messages',
                number_format($facts['words']) . ' words',
                number_format($facts['postings']) . ' postings',
            ],
            'kept' => [
                'loaded ' . $facts['at'] . " in {$facts['seconds']} s",
                'schema version ' . (new Extension())->chat(self::SHOP)->schema(),
                'the next run takes it as it is if generator, schema and scale are the same',
                'in ' . $this->pdo->query('SELECT @@datadir')->fetchColumn(),
            ],
            'verified' => $facts['verified'],
            'on disk, MB' => $this->sizes(),
        ];
    }
}
