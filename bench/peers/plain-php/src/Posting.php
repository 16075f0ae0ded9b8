<?php

namespace PlainChat;

/** A message in an open conversation needs only that conversation's row; everything else is routing. */
final class Posting
{
    private const DUPLICATE = 1062;

    public function __construct(
        private readonly Database $db,
        private readonly Cache $cache,
        private readonly int $shop,
    ) {
    }

    public function post(Identity $who, Answers $once, int $id, string $text, int $seen): Posted
    {
        return $this->direct($who, $once, $id, $text, $seen) ?? $this->routed($who, $once, $id, $text, $seen);
    }

    private function direct(Identity $who, Answers $once, int $id, string $text, int $seen): ?Posted
    {
        $tell = new Tell();
        $posted = null;
        try {
            $this->db->transaction(function () use ($who, $once, $id, $text, $seen, $tell, &$posted): bool {
                $row = $this->mine($who, $id);
                if (!$row || $once->find($this->db, $this->shop, $who->actor) !== null) {
                    return false;
                }
                (new Revocations($this->db, $this->shop))->check($who);
                $posted = $this->write($who, $row, $text, $seen, $tell);
                $answer = Placement::ofPost($posted)->answer();
                $once->store($this->db, $this->shop, $who->actor, $answer, $posted->at * 1000);
                return true;
            });
        } catch (Problem $e) {
            // The same key at the same moment: the other request's answer stands.
            if (($e->getPrevious()->errorInfo[1] ?? 0) !== self::DUPLICATE) {
                throw $e;
            }
            return null;
        }
        if ($posted) {
            $this->cache->tell($tell, null);
        }
        return $posted;
    }

    /** @return array<string, mixed>|null the locked row if this person may simply write there */
    private function mine(Identity $who, int $id): ?array
    {
        $operator = $who->isOperator();
        return $this->db->row(
            'SELECT ' . Conversation::COLUMNS . ', o.name AS operator_name, o.away_stage,'
                . " CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS UNSIGNED) AS now_us FROM {$this->db->p}conversation c"
                . " LEFT JOIN {$this->db->p}operator o ON o.shop = c.shop AND o.id = c.operator WHERE c.id = ?"
                . ' AND c.shop = ? AND ' . ($operator ? 'c.operator = ? AND c.status = 2' : 'c.visitor = ? AND c.status IN (1, 2)')
                . ' FOR UPDATE',
            [$id, $this->shop, $operator ? (int) $who->person : $who->actor],
        );
    }

    /** @param array<string, mixed> $row */
    private function write(Identity $who, array $row, string $text, int $seen, Tell $tell): Posted
    {
        $c = Conversation::of($row);
        $operator = $who->isOperator();
        $name = $operator ? $row['operator_name'] ?? '' : $who->name;
        $mark = $operator ? 'read_operator' : 'read_visitor';
        $c->last++;
        $this->db->run(
            "INSERT INTO {$this->db->p}message (conversation, number, author, operator, name, text, at)"
                . ' VALUES (?, ?, ?, ?, ?, ?, ?)',
            [$c->id, $c->last, $operator ? 2 : 1, $operator ? (int) $who->person : null, $name, $text, $row['now_us']],
        );
        $this->db->run(
            "UPDATE {$this->db->p}conversation SET last_number = ?, $mark = GREATEST($mark, LEAST(?, last_number)),"
                . ' last_at = GREATEST(last_at, ?), excerpt = ? WHERE id = ?',
            [$c->last, $seen, $row['now_us'], mb_substr($text, 0, 200, 'UTF-8'), $c->id],
        );
        $tell->message($c, $operator ? 2 : 1, $name, $text, $row['now_us'], $row['away_stage'] === 2);
        $tell->board($c->operator);
        $tell->queueChanged = $c->status === Status::Waiting;
        return new Posted($c->id, $c->last, intdiv($row['now_us'], 1000), $c->status->word(), false, true, 'done');
    }

    /** Answered before, finished (which reopens it), or not possible. */
    private function routed(Identity $who, Answers $once, int $id, string $text, int $seen): Posted
    {
        $routing = new Routing($this->db, $this->cache, $this->shop);
        $placed = $routing->run($who, $once, static fn (Routing $r) => self::act($r, $who, $id, $text, $seen));
        return new Posted($id, $placed->number, $placed->until, $placed->status, $placed->repeated,
            $placed->number > 0, $placed->number ? 'done' : $placed->outcome);
    }

    private static function act(Routing $r, Identity $who, int $id, string $text, int $seen): void
    {
        [$c, $owner] = $r->reach($id);
        $operator = $who->isOperator();
        if ($c->status === Status::Archived || ($operator && $c->operator !== (int) $who->person)) {
            $r->conflict($c, $owner);
            return;
        }
        if ($c->status === Status::Finished) {
            if ($operator) {
                $owner = $r->me();
            }
            // An operator who writes means to talk themselves: never to a colleague's hands.
            if (!(new Hands($r))->reopenRead($c, $owner, $operator)) {
                return;
            }
        } else {
            $r->place($c, $owner, 'done');
        }
        $tx = $r->tx;
        $tx->out->number = $r->changes->message($c, $owner, $operator ? 2 : 1,
            $operator ? $owner->name : $who->name, $text);
        $r->changes->mark($c, $operator, $seen);
        $tx->out->until = intdiv($tx->now, 1000);
        $tx->tell->board($c->operator);
        $tx->tell->queueChanged = $tx->tell->queueChanged || $c->status === Status::Waiting;
    }
}
