--TEST--
Several operators and the visitor act on one conversation at the same moment: one wins, the others are told (issue 5)
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/crowd.inc';

use OnlineChat\Chat;
use OnlineChat\SignOff;

$options = served();
$chat = chat(['capacity' => 3, 'maximum' => 6, 'queue' => true], $options);
[$olga, $paul, $sue] = [operator(5), operator(6, 'Paul'), supervisor(7)];
$team = [$olga, $paul, $sue];
$problems = [];

/** Everybody's load is what the board lists, within capacity and maximum; who looks in is there and does not own it. */
function consistent(Chat $chat, array $team): array
{
    $wrong = [];
    $all = $chat->router()->overview($team[2], 0, 1000);
    $ongoing = 0;
    foreach ($team as $who) {
        $board = $chat->router()->board($who);
        $mine = array_filter($all, fn ($c) => $c->operator === (int) $who->person);
        $ongoing += count($mine);
        if ($board->me->load !== count($mine) || $board->me->load > $board->me->capacity || $board->open > $board->maximum) {
            $wrong[] = "load {$board->me->load}, " . count($mine) . ' conversations';
        }
        foreach ($board->assisting as $c) {
            if ($c->operator === (int) $who->person || !in_array((int) $who->person, $c->assistants, true)
                || !$board->me->online) {
                $wrong[] = "looks in on $c->id";
            }
        }
    }
    return $ongoing === $chat->router()->board($team[0])->open ? $wrong : [...$wrong, 'open'];
}

for ($round = 1; $round <= 20; $round++) {
    foreach ($team as $who) {
        $chat->router()->online($who, fresh());
    }
    $visitor = guest("Visitor $round");
    $start = $chat->router()->start($visitor, fresh(), 'Hello', ADDRESS, [], false);
    [$id, $owner] = [$start->conversation, $start->operator];
    $others = array_values(array_filter($team, fn ($who) => (int) $who->person !== $owner));
    [$mine] = array_values(array_filter($team, fn ($who) => (int) $who->person === $owner));
    $helper = $others[0];
    $chat->router()->invite($mine, fresh(), $id, (int) $helper->person);
    $answers = crowd($options, match ($round % 4) {
        // Both end it, and a supervisor takes it.
        0 => [
            fn (Chat $c) => $c->router()->end($mine, fresh(), $id)->outcome->value,
            fn (Chat $c) => $c->router()->end($visitor, fresh(), $id)->outcome->value,
            fn (Chat $c) => $c->router()->end($sue, fresh(), $id)->outcome->value,
        ],
        // Transferred, answered by who looks in, and ended.
        1 => [
            fn (Chat $c) => $c->router()->transfer($mine, fresh(), $id, (int) $helper->person)->outcome->value,
            fn (Chat $c) => $c->conversations()->post($helper, fresh(), $id, 'Yes')->accepted,
            fn (Chat $c) => $c->router()->end($visitor, fresh(), $id)->outcome->value,
        ],
        // The owner signs off while who looks in writes, and a colleague too.
        2 => [
            fn (Chat $c) => $c->router()->offline($mine, fresh(), SignOff::HandOver)->outcome->value,
            fn (Chat $c) => $c->conversations()->post($helper, fresh(), $id, 'Yes')->accepted,
            fn (Chat $c) => $c->router()->offline($helper, fresh(), SignOff::HandOver)->outcome->value,
        ],
        // The visitor writes while the operator ends: never silence.
        3 => [
            fn (Chat $c) => $c->router()->end($mine, fresh(), $id)->outcome->value,
            fn (Chat $c) => $c->conversations()->post($visitor, fresh(), $id, 'One more thing')->accepted,
            fn (Chat $c) => $c->router()->leave($helper, fresh(), $id)->outcome->value,
        ],
    });
    $read = $chat->conversations()->read($visitor, $id);
    $texts = array_map(fn ($m) => $m->text, $read->messages);
    $wrong = consistent($chat, $team);
    $outcomes = array_count_values(array_map(json_encode(...), $answers));
    $wrong = [...$wrong, ...match ($round % 4) {
        0 => $outcomes === ['"done"' => 1, '"conflict"' => 2] || $outcomes === ['"conflict"' => 2, '"done"' => 1]
            ? [] : ['not one winner'],
        1 => ($answers[2] === 'done') && ($answers[1] === in_array('Yes', $texts, true)) ? [] : ['not told'],
        2 => ($answers[1] === in_array('Yes', $texts, true)) ? [] : ['not told'],
        3 => ($answers[1] === in_array('One more thing', $texts, true))
            && ($answers[1] || $read->status->value === 'finished') ? [] : ['silence'],
    }];
    foreach ($wrong as $what) {
        $problems[] = "round $round: $what " . json_encode([$answers, $texts, $read->status]);
    }
    $chat->router()->end($visitor, fresh(), $id);
}
echo $problems === [] ? "one wins, the others are told\n" : implode("\n", $problems) . "\n";
?>
--EXPECT--
one wins, the others are told
