<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** What the server takes, for whoever chooses the maximum (G5): measured, never typed (bench/measured.php). */
final class Measured
{
    public static function text(): string
    {
        /** @var array{polls: int, messages: int, processors: int} $measured */
        $measured = \json_decode((string) \file_get_contents(\dirname(__DIR__, 2) . '/data/measured.json'), true, 4, JSON_THROW_ON_ERROR);

        return Words::say(
            'Measured on %processors% processors: %polls% requests for news or %messages% messages a second. An open chat asks for news every few seconds: how many your operators can answer is the limit long before that.',
            [
                '%processors%' => Words::number($measured['processors']),
                '%polls%' => Words::number($measured['polls']),
                '%messages%' => Words::number($measured['messages']),
            ]
        );
    }
}
