<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Side;

/** A guest's first message finds a place. Ended afterwards, outside the time. */
final class Start
{
    public function __construct(private readonly int $shop)
    {
    }

    public function once(Side $side): float
    {
        $router = $side->chat($this->shop)->router();
        $who = $side->guest();
        $key = Side::key();
        $began = hrtime(true);
        $placement = $router->start($who, $key, 'Is this in stock?', '10.0.0.1');
        $took = hrtime(true) - $began;
        $side->expect('assigned', $placement);
        $side->expect('done', $router->end($who, Side::key(), $placement->conversation));
        return $took / 1000;
    }
}
