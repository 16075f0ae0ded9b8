<?php

namespace PlainChat;

/** Operators come and go. */
final class Attendance
{
    private readonly Transaction $tx;

    public function __construct(private readonly Routing $routing)
    {
        $this->tx = $routing->tx;
    }

    public function online(?string $name, ?int $capacity): void
    {
        $tx = $this->tx;
        $id = (int) $tx->who->person;
        $o = $tx->operator($id) ?? new Operator($id, '', false, 0, 0, 0, null, 0);
        if ($o->online && $o->awayStage) {
            $this->routing->signOff->back($o);
        }
        $tx->shop->free -= $o->free();
        $tx->shop->present += $o->online ? 0 : 1;
        if (!$o->online) {
            $o->online = true;
            $o->idleSince = $tx->now;
            $o->name = $tx->who->name;
            $o->capacity = $tx->shop->capacity;
        }
        $o->name = $name ?? $o->name;
        $o->capacity = $capacity ?? $o->capacity;
        $tx->shop->free += $o->free();
        $tx->db->run(
            "INSERT INTO {$tx->db->p}operator (shop, id, name, online, online_since, capacity, idle_since)"
                . ' VALUES (?, ?, ?, 1, ?, ?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name),'
                . ' online_since = IF(online = 1, online_since, VALUES(online_since)), online = 1,'
                . ' capacity = VALUES(capacity), idle_since = VALUES(idle_since), away_stage = 0, away_since = NULL',
            [$tx->shopId, $id, $o->name, $tx->now, $o->capacity, $o->idleSince],
        );
        $tx->tell->online[] = $id;
        $tx->tell->queueChanged = true;
        $tx->tell->board($id);
        $tx->out->outcome = 'done';
        $tx->out->operator = $id;
        $tx->out->operatorName = $o->name;
        $tx->out->decision = $tx->decide('online', 'asked', 'done', operator: $id, detail: (string) $o->capacity);
    }

    public function offline(string $mode): void
    {
        $tx = $this->tx;
        $o = $tx->operator((int) $tx->who->person);
        $tx->out->operator = (int) $tx->who->person;
        $tx->out->outcome = 'done';
        if (!$o?->online) {
            return;
        }
        if ($mode === 'ask' && $o->load) {
            $tx->out->outcome = 'conflict';
            return;
        }
        $this->routing->signOff->leave($o, $mode === 'hand_over', 'offline');
        $tx->out->decision = $tx->shop->decision;
    }
}
