<?php

/* Opens the demo's scene: settings in two languages, a history, operators online, conversations. */

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Outcome;
use OnlineChat\Placement;
use OnlineChat\SignOff;

require __DIR__ . '/../options.php';
require __DIR__ . '/cast.php';

function must(Placement $placement, Outcome ...$expected): Placement
{
    if (!in_array($placement->outcome, $expected, true)) {
        throw new RuntimeException("the scene went wrong: got {$placement->outcome->value}");
    }
    return $placement;
}

function say(Chat $chat, Identity $who, int $conversation, string $text): void
{
    if (!$chat->conversations()->post($who, new_key(), $conversation, $text)->accepted) {
        throw new RuntimeException("the scene went wrong: \"$text\" was not accepted");
    }
}

/** Conversations that operator 1 had and ended; signing off puts them into the history. */
function seed_history(Chat $chat, array $scene): void
{
    $router = $chat->router();
    $me = cast_operator(1, 'Anna');
    must($router->online($me, new_key(), 'Anna'), Outcome::Done);
    foreach ($scene['archived'] as $past) {
        $visitor = cast_visitor($past);
        $lines = $past['lines'];
        $first = array_shift($lines);
        $id = must(
            $router->start($visitor, new_key(), $first[1], '127.0.0.1', $past['about']),
            Outcome::Assigned
        )->conversation;
        foreach ($lines as [$author, $text]) {
            say($chat, $author === 'operator' ? $me : $visitor, $id, $text);
        }
        must($router->end($me, new_key(), $id), Outcome::Done);
    }
    must($router->offline($me, new_key(), SignOff::End), Outcome::Done);
}

/** @return list<array<string, mixed>> the visitors, for people.php */
function seed_present(Chat $chat, array $scene): array
{
    $router = $chat->router();
    $operators = cast_operators();
    foreach ($operators as $id => $operator) {
        ['name' => $name, 'capacity' => $capacity] = $scene['operators'][$id];
        must($router->online($operator, new_key(), $name, $capacity), Outcome::Done);
    }
    $present = [];
    foreach ($scene['visitors'] as $line) {
        $visitor = cast_visitor($line);
        $placement = must(
            $router->start($visitor, new_key(), $line['first'], '127.0.0.1', $line['about']),
            Outcome::Assigned,
            Outcome::Waiting
        );
        if ($placement->operator !== null && $line['answer'] !== null) {
            say($chat, $operators[$placement->operator], $placement->conversation, $line['answer']);
        }
        $present[] = [
            'role' => $visitor->role->value,
            'person' => $visitor->person,
            'name' => $visitor->name,
            'language' => $visitor->language,
            'conversation' => $placement->conversation,
            'replies' => $line['replies'],
        ];
    }
    return $present;
}

$chat = new Chat(onlinechat_options());
$scene = require __DIR__ . '/scene.php';
$chat->publish(['maximum' => 20, 'queue' => true, 'public' => require __DIR__ . '/texts.php']);
seed_history($chat, $scene);
$visitors = seed_present($chat, $scene);
file_put_contents(getenv('ONLINECHAT_RUN') . '/visitors.json', json_encode($visitors, JSON_THROW_ON_ERROR));
