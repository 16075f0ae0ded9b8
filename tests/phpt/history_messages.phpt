--TEST--
A line's exchange in parts: each message once, whatever the size of a part; a cursor of another line or shop leads nowhere (G23, G24)
--EXTENSIONS--
onlinechat
mysqlnd
pdo
pdo_mysql
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/giant.inc';

use OnlineChat\Chat;

$options = served();
$chat = chat(['maximum' => 100], $options);
[$history, $router] = [$chat->history(), $chat->router()];
$olga = operator(5);
$pdo = connected();
$line = giant($pdo, $options['shop'], 7, 7, 11);

/** "conversation: from-to/last with how many messages", part by part; conversations counted from 1. */
$parts = function (int $line, int $limit, bool $all = false) use ($history, $olga): array {
    $said = [];
    $first = 0;
    for ($next = ''; $next !== null; $next = $part->next) {
        $part = $history->messages($olga, $line, $next, $limit, $all);
        $first = $first ?: $part->conversations[0]->conversation;
        $said[] = implode(' ', array_map(fn ($m) => $m->conversation - $first + 1 . ": $m->from-$m->to/$m->last", $part->conversations));
        foreach ($part->conversations as $m) {
            if (array_column($m->messages, 'number') !== range($m->from, $m->to)) {
                echo "not from $m->from to $m->to: ", json_encode(array_column($m->messages, 'number')), "\n";
            }
        }
    }
    return $said;
};
echo "-- 30 at a time\n", implode("\n", $parts($line, 30)), "\n";
echo "-- a part ends where a conversation does\n", implode("\n", $parts($line, 11)), "\n";
echo "-- all at once\n", implode("\n", $parts($line, 77)), "\n";
$each = true;
for ($limit = 1; $limit <= 80; $limit++) {
    $sum = 0;
    foreach ($parts($line, $limit) as $part) {
        preg_match_all('~(\d+)-(\d+)/~', $part, $ranges, PREG_SET_ORDER);
        $here = array_sum(array_map(fn ($r) => $r[2] - $r[1] + 1, $ranges));
        $each = $each && $here <= $limit;
        $sum += $here;
    }
    $each = $each && $sum === 77;
}
var_dump($each);

echo "-- what is not archived yet\n";
$router->online($olga, fresh());
$ann = customer(9, 'Ann');
$id = $router->start($ann, fresh(), 'One', ADDRESS)->conversation;
$ann_line = $router->board($olga)->ongoing[0]->thread;
thrown(fn () => $history->messages($olga, $ann_line));
$part = $history->messages(null, $ann_line, all: true);
echo $part->conversations[0]->status->value, ' ', json_encode($part->next), "\n";
foreach (['Two', 'Three'] as $text) {
    $chat->conversations()->post($ann, fresh(), $id, $text);
}
$part = $history->messages(null, $ann_line, '', 2, true);
$chat->conversations()->post($ann, fresh(), $id, 'Four, said meanwhile');
echo json_encode(array_column($history->messages(null, $ann_line, $part->next, 2, true)->conversations[0]->messages, 'text')), "\n";

echo "-- deleted meanwhile\n";
$part = $history->messages($olga, $line, '', 30);
$history->delete($olga, [$line]);
$rest = $history->messages($olga, $line, $part->next, 30);
echo count($rest->conversations), ' ', json_encode($rest->next), "\n";
thrown(fn () => $history->messages($olga, $line));

echo "-- rules\n";
$line = giant($pdo, $options['shop'], 8, 2, 2);
$next = $history->messages($olga, $line, '', 3)->next;
thrown(fn () => $history->messages($olga, $ann_line, $next, 3, true));
thrown(fn () => $history->messages($olga, $line, $next, 3, true));
thrown(fn () => $history->messages($olga, $line, substr($next, 0, -4) . 'AAAA', 3));
thrown(fn () => $history->messages($olga, $line, 'eyJ4Ijox', 3));
thrown(fn () => chat([], ['shop' => 1])->history()->messages($olga, $line, $next));
thrown(fn () => $history->messages($olga, $line, '', 0));
thrown(fn () => $history->messages($olga, $line, '', 1001));
thrown(fn () => $history->messages($ann, $line));
echo json_encode(array_column($history->messages($olga, $line, $next)->conversations[0]->messages, 'number')), "\n";
?>
===DONE===
--EXPECTF--
-- 30 at a time
1: 1-11/11 2: 1-11/11 3: 1-8/11
3: 9-11/11 4: 1-11/11 5: 1-11/11 6: 1-5/11
6: 6-11/11 7: 1-11/11
-- a part ends where a conversation does
1: 1-11/11
2: 1-11/11
3: 1-11/11
4: 1-11/11
5: 1-11/11
6: 1-11/11
7: 1-11/11
-- all at once
1: 1-11/11 2: 1-11/11 3: 1-11/11 4: 1-11/11 5: 1-11/11 6: 1-11/11 7: 1-11/11
bool(true)
-- what is not archived yet
OnlineChat\NotFound: thread: there is no line number %d in this shop's history
ongoing null
["Three","Four, said meanwhile"]
-- deleted meanwhile
0 null
OnlineChat\NotFound: thread: there is no line number %d in this shop's history
-- rules
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: has not the form of a cursor
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 0
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 1001
OnlineChat\NotAllowed: history: for operators, not for guests and customers
[2]
===DONE===
