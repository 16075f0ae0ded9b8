<?php

namespace PlainChat;

/** Writing and reading. */
final class Conversations
{
    private const READ_LIMIT = 100;

    public function __construct(
        private readonly Database $db,
        private readonly Cache $cache,
        private readonly int $shop,
    ) {
    }

    /** In a finished conversation the visitor's message reopens it. */
    public function post(Identity $who, string $key, int $conversation, string $text, int $seen = 0): Posted
    {
        Text::message($text);
        $once = new Answers('post', $key, [$conversation, $text]);
        return (new Posting($this->db, $this->cache, $this->shop))->post($who, $once, $conversation, $text, $seen);
    }

    /** @return array<string, mixed> messages after a number, oldest first */
    public function read(Identity $who, int $conversation, int $after = 0, int $limit = self::READ_LIMIT): array
    {
        (new Revocations($this->db, $this->shop))->check($who);
        $c = $this->db->row(
            'SELECT ' . Conversation::COLUMNS . ', o.name AS operator_name, o.away_stage, c.read_visitor, c.read_operator,'
                . " IF(c.status = 1, (SELECT COUNT(*) FROM {$this->db->p}conversation q WHERE q.shop = c.shop AND"
                . ' q.status = 1 AND (q.waiting_since < c.waiting_since OR (q.waiting_since = c.waiting_since AND'
                . " q.id <= c.id))), 0) AS position FROM {$this->db->p}conversation c"
                . " LEFT JOIN {$this->db->p}operator o ON o.shop = c.shop AND o.id = c.operator"
                . ' WHERE c.id = ? AND c.shop = ?',
            [$conversation, $this->shop],
        ) ?? throw new Problem('not-found', "conversation: there is no number $conversation in this shop");
        // What is archived is the history's, which not every operator may see; their own they have said themselves.
        $theirs = $who->isOperator()
            ? Status::from($c['status']) !== Status::Archived || $c['operator'] === (int) $who->person
            : $c['visitor'] === $who->actor;
        if (!$theirs) {
            throw new Problem('not-allowed', "conversation: number $conversation is not yours");
        }
        $rows = $this->db->rows(
            "SELECT number, author, name, text, at FROM {$this->db->p}message WHERE conversation = ? AND number > ?"
                . ' ORDER BY number LIMIT ' . max(1, min(200, $limit)),
            [$conversation, $after],
        );
        return self::messages($who, $c, $rows, $after);
    }

    /**
     * @param array<string, mixed> $c
     * @param list<array<string, mixed>> $rows
     * @return array<string, mixed>
     */
    private static function messages(Identity $who, array $c, array $rows, int $after): array
    {
        $list = [];
        foreach ($rows as $row) {
            // A note is for operators: its number is covered, its text is not sent.
            if ($row['author'] !== 3 || $who->isOperator()) {
                $list[] = ['number' => $row['number'], 'author' => ['visitor', 'operator', 'note'][$row['author'] - 1],
                    'name' => $row['name'], 'text' => $row['text'], 'at' => intdiv($row['at'], 1000)];
            }
        }
        return [
            'conversation' => $c['id'],
            'from' => $after + 1,
            'to' => $rows ? end($rows)['number'] : $after,
            'last' => $c['last_number'],
            'status' => Status::from($c['status'])->word(),
            'revision' => $c['revision'],
            'operator' => $c['operator'],
            'operatorName' => $c['operator_name'],
            'operatorAway' => $c['away_stage'] === 2,
            'position' => $c['position'],
            'readByOther' => $c[$who->isOperator() ? 'read_visitor' : 'read_operator'],
            'messages' => $list,
        ];
    }

    /** What is new for a visitor: one round trip to Redis when nothing is. */
    public function poll(
        Identity $who,
        string $address,
        string $stream,
        int $conversation,
        int $after,
        int $revision,
        bool $typing = false,
        bool $hidden = false,
    ): Update {
        $answer = (new Limits($this->cache))->poll($who, $address, $stream, $conversation, $after, $revision);
        $update = new Update(degraded: $answer === null);
        [, $changed, $verify, $sweep, $types, $theirs, $idle] = $answer ?? [0, 1, 1, 0, 0, 0, -1];
        if ($changed || $verify || !$theirs) {
            $messages = $this->read($who, $conversation, $after);
            $update->changed = $messages['last'] !== $after || $messages['revision'] !== $revision;
            $update->messages = $messages;
            if ($answer && ($update->changed || !$theirs)) {
                $this->tellHead($who, $messages);
            }
        }
        $update->changed = $update->changed || ($answer && (bool) $types !== $typing);
        $update->typing = $answer ? (bool) $types : null;
        $update->sweep = (bool) $sweep;
        $waiting = ($update->messages['status'] ?? '') === 'waiting';
        $update->delay = Pace::visitor($update->changed, (bool) $types, $hidden, $update->degraded, $waiting, $idle);
        return $update;
    }

    /** The newest number and revision, for who asks Redis next. @param array<string, mixed> $m */
    private function tellHead(Identity $who, array $m): void
    {
        $tell = new Tell();
        $tell->head(new Conversation($m['conversation'], 0, $who->actor, Status::named($m['status']), $m['operator'],
            $m['last'], $m['revision'], 0), $m['operatorAway']);
        $this->cache->tell($tell, null);
    }
}
