<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Side;
use OnlineChat\Bench\Stage;

/** The shop is full and somebody waits: an end gives its place to who waits, in the same decision. */
final class EndWithQueue
{
    /** @var array<string, array{object, int}> who has the last place, and their conversation */
    private array $last = [];

    public function once(Side $side): float
    {
        $router = $side->chat(Shops::QUEUE)->router();
        $this->last[$side->name()] ??= $this->first($side);
        $waits = $side->guest();
        $waiting = $side->expect('waiting', $router->start($waits, Side::key(), 'Is this in stock?', '10.0.0.1'));
        [$who, $conversation] = $this->last[$side->name()];
        $key = Side::key();
        $began = hrtime(true);
        $placement = $router->end($who, $key, $conversation);
        $took = hrtime(true) - $began;
        $side->expect('done', $placement);
        $this->last[$side->name()] = [$waits, $waiting->conversation];
        return $took / 1000;
    }

    /** One of those the stage has opened. @return array{object, int} */
    private function first(Side $side): array
    {
        $row = Stage::visitor(Shops::QUEUE, 1);
        return [$side->customer($row), $row];
    }
}
