<?php

declare(strict_types=1);

/* php -d extension=… chats.php PAIRS: opens conversations; prints JSON of their numbers and both sides' tickets. */

require __DIR__ . '/../../../tools/lib/options.php';

use OnlineChat\Identity;
use OnlineChat\Role;

$chat = new OnlineChat\Chat(onlinechat_options());
$chat->publish(['maximum' => 100]);
$key = static fn (): string => bin2hex(random_bytes(16));
$pairs = [];
for ($number = 1; $number <= (int) $argv[1]; $number++) {
    $operator = new Identity(Role::Operator, (string) $number, "Operator $number");
    $visitor = new Identity(Role::Guest, $key());
    $chat->router()->online($operator, $key(), "Operator $number", 1);
    $placed = $chat->router()->start($visitor, $key(), 'Hello', "192.0.2.$number");
    $pairs[] = ['conversation' => $placed->conversation, 'visitor' => $chat->tickets()->make($visitor, 3600),
        'operator' => $chat->tickets()->make(new Identity(Role::Operator, (string) $placed->operator, 'Operator'), 3600)];
}
echo json_encode($pairs, JSON_THROW_ON_ERROR);
