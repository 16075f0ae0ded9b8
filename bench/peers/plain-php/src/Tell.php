<?php

namespace PlainChat;

/** What Redis hears after the commit, gathered while a transaction goes. */
final class Tell
{
    private const AUTHOR = [1 => 'visitor', 2 => 'operator', 3 => 'note'];

    public bool $queueChanged = false;
    /** @var list<int> operators whose presence is watched from now on, no longer, or who are marked away */
    public array $online = [];
    /** @var list<int> */
    public array $offline = [];
    /** @var list<int> */
    public array $away = [];
    /** @var list<int> conversations no longer open */
    public array $closed = [];
    /** @var array{actor: string, until: int}|null who has a hold, ms */
    public ?array $held = null;
    /** @var array<int, array<string, mixed>> the newest of each conversation */
    private array $heads = [];
    /** @var array<int, true> operators whose board changed */
    private array $boards = [];
    /** @var list<string> JSON */
    private array $events = [];

    public function board(?int $operator): void
    {
        if ($operator) {
            $this->boards[$operator] = true;
        }
    }

    public function head(Conversation $c, bool $away): void
    {
        $this->heads[$c->id] = [
            'id' => $c->id, 'n' => $c->last, 'r' => $c->revision, 'o' => $c->operator ?? 0,
            'a' => $away ? 1 : 0, 's' => $c->status->value, 'v' => $c->visitor,
        ];
    }

    public function state(Conversation $c, ?Operator $owner): void
    {
        $this->head($c, $owner?->awayStage === 2);
        $this->events[] = self::json([
            'event' => 'state', 'conversation' => $c->id, 'status' => $c->status->word(), 'revision' => $c->revision,
            'operator' => $c->operator, 'operatorName' => $owner?->name,
            'operatorAway' => $owner?->awayStage === 2, 'position' => 0,
        ]);
    }

    public function message(Conversation $c, int $author, string $name, string $text, int $now, bool $away = false): void
    {
        $this->head($c, $away);
        $this->events[] = self::json([
            'event' => 'message', 'conversation' => $c->id, 'number' => $c->last, 'author' => self::AUTHOR[$author],
            'name' => $name, 'text' => $text, 'at' => intdiv($now, 1000), 'status' => $c->status->word(),
            'revision' => $c->revision,
        ]);
    }

    /** For tell.lua. */
    public function toJson(?Shop $shop): string
    {
        return self::json([
            'gate' => $shop ? self::gate($shop) : null,
            'decision' => $shop?->decision,
            'settings' => $shop?->version,
            'all' => $this->queueChanged,
            'heads' => array_values($this->heads),
            'boards' => array_keys($this->boards),
            'online' => $this->online,
            'offline' => $this->offline,
            'away' => $this->away,
            'closed' => $this->closed,
            'held' => $this->held,
            'events' => $this->events,
        ]);
    }

    /** What a shop page shows, behind a letter: P there is a place or a queue, F full, C closed. */
    private static function gate(Shop $shop): string
    {
        if ($shop->present > 0) {
            if ($shop->hasPlace()) {
                return 'Pchat';
            }
            if ($shop->noPlace() === 'waiting') {
                return 'Pqueue';
            }
        }
        return ($shop->present ? 'F' : 'C') . ($shop->offlineMode ? 'form' : 'none');
    }

    /** @param array<string, mixed> $data */
    private static function json(array $data): string
    {
        return json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES
            | JSON_HEX_TAG | JSON_HEX_AMP);
    }
}
