<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Side;
use OnlineChat\Bench\Stage;

/** Which shop is for what. */
final class Shops
{
    public const OPEN = 10000;
    /** Shops named after their operators. */
    public const OPERATORS = [1, 100, 1000];
    public const QUEUE = 11;
    public const FULL = 12;
    /** The first of eight for several workers. */
    public const WORKERS = 21;
    public const WORKERS_SHOPS = 8;

    public static function make(Stage $stage, Side $side): void
    {
        foreach (self::OPERATORS as $operators) {
            $stage->shop($side, $operators, $operators, self::OPEN);
        }
        $stage->shop($side, self::QUEUE, 100, self::OPEN, queue: true, full: true);
        $stage->shop($side, self::FULL, 100, self::OPEN, full: true);
        foreach (self::workers() as $shop) {
            $stage->shop($side, $shop, 20, 200);
        }
        $stage->open($side, ...self::OPERATORS, ...[self::QUEUE, self::FULL], ...self::workers());
    }

    /** @return list<int> */
    public static function workers(): array
    {
        return range(self::WORKERS, self::WORKERS + self::WORKERS_SHOPS - 1);
    }
}
