<?php

namespace PlainChat;

/** Where a conversation stands, as the answer to a routing request. */
final class Placement
{
    public string $outcome = '';
    public int $conversation = 0;
    public int $number = 0;
    public ?string $status = null;
    public ?int $operator = null;
    public ?string $operatorName = null;
    public int $position = 0;
    /** ms */
    public int $until = 0;
    public int $decision = 0;
    public bool $repeated = false;

    public function at(Conversation $conversation, ?Operator $owner, string $outcome, int $waiting): void
    {
        $this->outcome = $outcome;
        $this->conversation = $conversation->id;
        $this->status = $conversation->status->word();
        $this->operator = $conversation->operator;
        $this->operatorName = $conversation->operator === null ? null : $owner?->name;
        $this->position = $conversation->status === Status::Waiting ? $waiting : 0;
    }

    /** As a repetition finds it: with the status the conversation has then. */
    public static function ofPost(Posted $posted): self
    {
        $placement = new self();
        $placement->outcome = 'done';
        $placement->conversation = $posted->conversation;
        $placement->number = $posted->number;
        $placement->until = $posted->at;
        return $placement;
    }

    public static function fromAnswer(string $json): self
    {
        $placement = new self();
        foreach (json_decode($json, true, 4, JSON_THROW_ON_ERROR) as $name => $value) {
            $placement->$name = $value;
        }
        $placement->repeated = true;
        return $placement;
    }

    public function answer(): string
    {
        return json_encode($this, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
}
