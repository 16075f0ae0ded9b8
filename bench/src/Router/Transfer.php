<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Side;
use OnlineChat\Bench\Stage;

/** A conversation goes from one operator to the next. */
final class Transfer
{
    /** @var array<string, int> */
    private array $done = [];

    public function __construct(private readonly int $shop)
    {
    }

    public function once(Side $side): float
    {
        $done = $this->done[$side->name()] = ($this->done[$side->name()] ?? 0) + 1;
        // Its first operator is the first; from there it goes round among three.
        $from = 1 + ($done - 1) % 3;
        $to = 1 + $done % 3;
        $router = $side->chat($this->shop)->router();
        $who = $side->operator($from);
        $key = Side::key();
        $began = hrtime(true);
        $placement = $router->transfer($who, $key, Stage::visitor($this->shop, 1), $to);
        $took = hrtime(true) - $began;
        $side->expect('assigned', $placement);
        return $took / 1000;
    }
}
