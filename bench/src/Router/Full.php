<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Side;

/** All places are taken: the gate says so, and MySQL is not asked. */
final class Full
{
    public function once(Side $side): float
    {
        $router = $side->chat(Shops::FULL)->router();
        $who = $side->guest();
        $began = hrtime(true);
        $placement = $router->hold($who, '10.0.0.1');
        $took = hrtime(true) - $began;
        $side->expect('full', $placement);
        return $took / 1000;
    }

    public function refresh(Side $side): void
    {
        $side->chat(Shops::FULL)->router()->sweep();
    }

    /** Each question to the door leaves a decision. */
    public function decided(Side $side): int
    {
        return (int) Environment::mysql()->query("SELECT decision FROM {$side->prefix()}onlinechat_shop WHERE id = "
            . Shops::FULL)->fetchColumn();
    }
}
