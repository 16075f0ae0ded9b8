<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Side;

/** Somebody begins to type. Released afterwards, outside the time. */
final class Hold
{
    public function __construct(private readonly int $shop)
    {
    }

    public function once(Side $side): float
    {
        $router = $side->chat($this->shop)->router();
        $who = $side->guest();
        $began = hrtime(true);
        $placement = $router->hold($who, '10.0.0.1');
        $took = hrtime(true) - $began;
        $side->expect('held', $placement);
        $router->release($who);
        return $took / 1000;
    }
}
