--TEST--
Opening hours: outside them nobody begins, what runs and what waits goes on; when the shop opens is said
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\SignOff;

const ZONE = 'America/St_Johns'; // half an hour off
$today = new DateTimeImmutable('now', new DateTimeZone(ZONE));

/** Every day the whole day, or never but for the tomorrow of ZONE from 9:05 on. */
function hours(bool $open): array
{
    global $today;
    $week = array_fill(0, 7, $open ? [['from' => '00:00', 'to' => '24:00']] : []);
    if (!$open) {
        $week[(int) $today->modify('+1 day')->format('N') - 1] = [['from' => '12:00', 'to' => '13:00'], ['from' => '09:05', 'to' => '10:00']];
    }
    return ['hours' => ['zone' => ZONE, 'week' => $week, 'holidays' => [['from' => '2001-01-01', 'to' => '2001-01-02']]]];
}

$base = ['maximum' => 2, 'queue' => true, 'capacity' => 1];
$chat = chat($base + hours(true));
$router = $chat->router();
$olga = operator(5);
$router->online($olga, fresh());
$mode = static fn () => $chat->presence()->status()->mode->value;
$rule = static function () use ($router): string {
    $list = $router->decisions(0, 1000);
    return end($list)['event'] . ' ' . end($list)['rule'];
};

echo 'within: ', $mode(), ' ', $chat->presence()->status()->opens, ' ', $router->board($olga)->opens, "\n";
$ann = guest();
$first = $router->start($ann, fresh(), 'Hello', ADDRESS);
$waits = $router->start(guest(), fresh(), 'Me too', ADDRESS);
$ended = $router->start($eve = guest(), fresh(), 'Bye', ADDRESS);
$router->end($eve, fresh(), $ended->conversation);
say('one is served:', $first, 'outcome');
say('one waits:', $waits, 'outcome');

$chat->publish($base + hours(false));
$opens = $today->modify('+1 day')->setTime(9, 5)->getTimestamp() * 1000;
$status = $chat->presence()->status();
echo 'outside (G6): ', $status->mode->value, ' ', json_encode($status->opens === $opens), ' ',
    json_encode($router->board($olga)->opens === $opens), ' ', json_encode($chat->conversations()->watch($olga, ADDRESS, 't', 0)->board->opens === $opens), "\n";
$chat->publish(['offline_mode' => false] + $base + hours(false));
echo 'without offline mode: ', $mode(), "\n";

say('hold:', $router->hold(guest(), ADDRESS), 'outcome');
say('a first message, at the gate:', $router->start(guest(), fresh(), 'x', ADDRESS), 'outcome');
say('a first message, at the door:', $router->start(guest(), fresh(), 'x', ADDRESS, [], false), 'outcome');
echo $rule(), "\n";
say('by the visitor, a message in what had ended:', $chat->conversations()->post($eve, fresh(), $ended->conversation, 'Once more'), 'accepted', 'outcome');
echo $rule(), "\n";
say('by the visitor, reopened:', $router->reopen($eve, fresh(), $ended->conversation), 'outcome');
say('running, a message:', $chat->conversations()->post($ann, fresh(), $first->conversation, 'Still here'), 'accepted');
$router->end($ann, fresh(), $first->conversation);
echo 'a place goes to who waits: ', count($router->board($olga)->ongoing), ' ', $rule(), "\n";
$router->end($olga, fresh(), $waits->conversation);
say('running again by its operator:', $router->reopen($olga, fresh(), $waits->conversation), 'outcome');
$router->end($olga, fresh(), $waits->conversation);

$chat->publish($base + hours(true));
say('a place held within:', $router->hold($ida = guest(), ADDRESS), 'outcome');
$chat->publish($base + hours(false));
say('is renewed:', $router->hold($ida, ADDRESS), 'outcome');
say('and given:', $router->start($ida, fresh(), 'At last', ADDRESS), 'outcome');

$chat->publish($base);
echo 'no hours: ', $mode(), ' ', $chat->presence()->status()->opens, "\n";
echo json_encode($chat->settings()['hours']), "\n";
$chat->publish($base + hours(true));
echo json_encode($chat->settings()['hours']['zone']), "\n";

/* Closed for more than 60 days. */
$closed = hours(true);
$closed['hours']['holidays'] = [['from' => '2020-01-01', 'to' => '2999-12-31']];
$chat->publish($base + $closed);
echo 'holidays: ', $chat->presence()->status()->opens, ' ', $router->board($olga)->opens, "\n";
/* A new zone and a night: the column's text is resolved by PHP's tables. */
$chat->publish(['hours' => ['zone' => 'UTC', 'week' => array_fill(0, 7, [['from' => '12:00', 'to' => '12:00']])]]);
echo 'round the clock: ', $chat->presence()->status()->opens, "\n";
?>
===DONE===
--EXPECT--
within: chat 0 0
one is served: outcome="assigned"
one waits: outcome="waiting"
outside (G6): form true true true
without offline mode: none
hold: outcome="closed"
a first message, at the gate: outcome="closed"
a first message, at the door: outcome="closed"
start hours
by the visitor, a message in what had ended: accepted=false outcome="closed"
reopen hours
by the visitor, reopened: outcome="closed"
running, a message: accepted=true
a place goes to who waits: 1 drain fewest_open
running again by its operator: outcome="assigned"
a place held within: outcome="held"
is renewed: outcome="held"
and given: outcome="assigned"
no hours: queue 0
null
"America\/St_Johns"
holidays: 0 0
round the clock: 0
===DONE===
