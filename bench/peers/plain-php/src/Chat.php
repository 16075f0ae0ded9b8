<?php

namespace PlainChat;

/** One shop's chat. */
final class Chat
{
    public readonly Database $db;
    public readonly Cache $cache;
    private readonly int $shop;

    /** @param array<string, mixed> $options as OnlineChat\Chat takes them */
    public function __construct(private readonly array $options)
    {
        $this->shop = $options['shop'];
        $this->db = new Database($options['mysql'], $options['prefix'] ?? 'ps_');
        $mysql = $options['mysql'];
        $this->cache = new Cache($options['redis'], implode(':', [
            $mysql['socket'] ?? $mysql['host'], $mysql['database'], $options['prefix'] ?? 'ps_', $this->shop,
        ]));
    }

    public function router(): Router
    {
        return new Router($this->db, $this->cache, $this->shop);
    }

    public function conversations(): Conversations
    {
        return new Conversations($this->db, $this->cache, $this->shop);
    }

    public function tickets(): Tickets
    {
        return new Tickets($this->shop, $this->options['secrets']);
    }

    public function admit(Identity $who, string $address, string $action): void
    {
        (new Limits($this->cache))->admit($who, $address, $action);
    }

    /** @param string $schema SQL with {p} for the tables' prefix */
    public function migrate(string $schema): void
    {
        $prefix = $this->options['prefix'] ?? 'ps_';
        // The extension goes over large tables in lots. These are new and empty.
        $schema = preg_replace('/\{each \w+\}/', 'TRUE', $schema);
        foreach (array_filter(array_map('trim', explode(';', preg_replace('/^\s*--.*$/m', '', $schema)))) as $statement) {
            $this->db->run(str_replace('{p}', $prefix, $statement));
        }
    }

    /** @param array<string, mixed> $settings */
    public function publish(array $settings): void
    {
        $s = $settings + ['maximum' => 20, 'queue' => false, 'queue_limit' => 100, 'offline_mode' => true,
            'capacity' => 4, 'holds_per_address' => 8, 'public' => []];
        $this->db->run(
            "INSERT INTO {$this->db->p}shop (id, settings, version, maximum, queue, queue_limit, offline_mode, capacity,"
                . ' holds_per_address) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE'
                . ' settings = VALUES(settings), version = version + 1, maximum = VALUES(maximum), queue = VALUES(queue),'
                . ' queue_limit = VALUES(queue_limit), offline_mode = VALUES(offline_mode), capacity = VALUES(capacity),'
                . ' holds_per_address = VALUES(holds_per_address)',
            [$this->shop, json_encode((object) $s['public']), $s['maximum'], (int) $s['queue'], $s['queue_limit'],
                (int) $s['offline_mode'], $s['capacity'], $s['holds_per_address']],
        );
        $row = $this->db->row('SELECT ' . Shop::COLUMNS . " FROM {$this->db->p}shop WHERE id = ?", [$this->shop]);
        $this->cache->tell(new Tell(), Shop::of($row));
    }
}
