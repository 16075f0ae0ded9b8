<?php

namespace PlainChat;

/** The changes a transaction makes to conversations. Each keeps the shop's counts with it. */
final class Changes
{
    public function __construct(private readonly Transaction $tx)
    {
    }

    private function load(Operator $o, int $by): void
    {
        $tx = $this->tx;
        $before = $o->free();
        $o->load += $by;
        $o->idleSince = $tx->now;
        $tx->shop->free += $o->free() - $before;
        $tx->db->run(
            "UPDATE {$tx->db->p}operator SET load_now = ?, idle_since = ? WHERE shop = ? AND id = ?",
            [$o->load, $o->idleSince, $tx->shopId, $o->id],
        );
        $tx->tell->board($o->id);
    }

    /** Counts a conversation in; its row is written by who calls. */
    public function count(Conversation $c, ?Operator $o): void
    {
        if ($o) {
            $this->load($o, 1);
            $this->tx->shop->ongoing++;
            $c->status = Status::Ongoing;
            $c->operator = $o->id;
        } else {
            $this->tx->shop->waiting++;
            $this->tx->tell->queueChanged = true;
            $c->status = Status::Waiting;
            $c->operator = null;
        }
    }

    private function stopWaiting(Conversation $c): void
    {
        if ($c->status === Status::Waiting) {
            $this->tx->shop->waiting--;
            $this->tx->tell->queueChanged = true;
        }
    }

    public function assign(Conversation $c, Operator $o): void
    {
        $this->stopWaiting($c);
        $this->count($c, $o);
        $c->revision++;
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}conversation SET status = 2, operator = ?, waiting_since = 0, finished_at = 0,"
                . ' revision = revision + 1 WHERE id = ?',
            [$o->id, $c->id],
        );
        $this->tx->tell->state($c, $o);
    }

    /** Ongoing, and nobody's until the next change. */
    public function unassign(Conversation $c, Operator $owner): void
    {
        $this->load($owner, -1);
        $this->tx->shop->ongoing--;
    }

    public function wait(Conversation $c, int $since): void
    {
        $this->count($c, null);
        $c->revision++;
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}conversation SET status = 1, operator = NULL, waiting_since = ?, finished_at = 0,"
                . ' revision = revision + 1 WHERE id = ?',
            [$since, $c->id],
        );
        $this->tx->tell->state($c, null);
    }

    public function finish(Conversation $c, ?Operator $owner): void
    {
        $this->stopWaiting($c);
        if ($c->status === Status::Ongoing) {
            $this->unassign($c, $owner);
        }
        $c->status = Status::Finished;
        $c->revision++;
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}conversation SET status = 3, waiting_since = 0, finished_at = ?,"
                . ' revision = revision + 1 WHERE id = ?',
            [$this->tx->now, $c->id],
        );
        $this->tx->tell->state($c, $owner);
        $this->tx->tell->closed[] = $c->id;
    }

    /** Into the history's line; "last message" is the customer's. */
    public function archive(Conversation $c): void
    {
        $db = $this->tx->db;
        $c->status = Status::Archived;
        $c->revision++;
        $db->run("UPDATE {$db->p}conversation SET status = 4, revision = revision + 1 WHERE id = ?", [$c->id]);
        $db->run(
            "UPDATE {$db->p}thread SET conversations = conversations + 1, last_at = GREATEST(last_at, COALESCE((SELECT"
                . " last_at FROM {$db->p}conversation WHERE id = ?), 0)), last_text = COALESCE((SELECT LEFT(text, 1000)"
                . " FROM {$db->p}message WHERE conversation = ? AND author = 1 ORDER BY number DESC LIMIT 1), last_text)"
                . ' WHERE id = ?',
            [$c->id, $c->id, $c->thread],
        );
        $this->tx->tell->state($c, null);
    }

    /** It stays; the visitor is told whether the operator is here. */
    public function stay(Conversation $c, Operator $o): void
    {
        $c->revision++;
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}conversation SET revision = revision + 1 WHERE id = ?",
            [$c->id],
        );
        $this->tx->tell->state($c, $o);
    }

    /** Who writes has read up to here. */
    public function mark(Conversation $c, bool $operator, int $seen): void
    {
        $mark = $operator ? 'read_operator' : 'read_visitor';
        $this->tx->db->run(
            "UPDATE {$this->tx->db->p}conversation SET $mark = GREATEST($mark, LEAST(?, last_number)) WHERE id = ?",
            [$seen, $c->id],
        );
    }

    /**
     * Appends a message; the conversation's row is locked, or new ($row false: it has its number already).
     *
     * @param int $author 1 visitor, 2 operator, 3 note
     */
    public function message(
        Conversation $c,
        ?Operator $owner,
        int $author,
        string $name,
        string $text,
        bool $row = true,
    ): int {
        $db = $this->tx->db;
        $number = ++$c->last;
        $db->run(
            "INSERT INTO {$db->p}message (conversation, number, author, operator, name, text, at)"
                . ' VALUES (?, ?, ?, ?, ?, ?, ?)',
            [$c->id, $number, $author, $author === 1 ? null : (int) $this->tx->who->person, $name, $text, $this->tx->now],
        );
        if ($row) {
            $db->run(
                "UPDATE {$db->p}conversation SET last_number = ?, last_at = ?, excerpt = ? WHERE id = ?",
                [$number, $this->tx->now, mb_substr($text, 0, 200, 'UTF-8'), $c->id],
            );
        }
        $this->tx->tell->message($c, $author, $name, $text, $this->tx->now, $owner?->awayStage === 2);
        return $number;
    }
}
