--TEST--
One person's export is read while it is walked through: lines, messages and left messages, each once
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

use OnlineChat\Messages;
use OnlineChat\Thread;

$options = served();
$chat = chat(['maximum' => 100], $options);
$history = $chat->history();
$olga = operator(5);
$pdo = connected();
giant($pdo, $options['shop'], 7, 3, 50);
$email = 'gina@example.com';
foreach (['First', 'Second'] as $text) {
    $chat->mailbox()->leave(customer(7, 'Gina'), fresh(), ADDRESS, ['first_name' => 'Gina', 'email' => $email, 'message' => $text], 'en');
}

echo "-- what comes, in order\n";
$say = function (Thread|Messages $item): string {
    return $item instanceof Messages ? "$item->from-$item->to/$item->last with " . count($item->messages)
        : "$item->kind $item->name " . json_encode($item->message?->fields['message'] ?? null);
};
foreach ($history->export(null, 7) as $n => $item) {
    echo "$n ", $say($item), "\n";
}

echo "-- as an iterator\n";
$export = $history->export($olga, 7);
var_dump($export->valid(), $export->current(), $export->key());
$export->next();
echo $export->key(), ' ', $say($export->current()), "\n";
foreach (range(1, 3) as $i) {
    $export->next();
}
echo $export->key(), ' ', $say($export->current()), "\n";
$export->rewind();
echo $export->key(), ' ', $say($export->current()), "\n";
thrown(fn () => clone $export);
thrown(fn () => new OnlineChat\HistoryExport());
echo get_class($export), ' ', $export instanceof Iterator ? 'is an iterator' : '', ' ', count(iterator_to_array($export)), "\n";

echo "-- a line in the middle of being read goes; many lines\n";
foreach (range(1, 100) as $i) {
    $chat->mailbox()->leave(null, fresh(), ADDRESS, ['first_name' => 'Gina', 'email' => $email, 'message' => "Number $i"], 'en');
}
$lines = [];
foreach ($history->export(null, 7, $email) as $item) {
    if ($item instanceof Thread) {
        $lines[] = $item->id;
        if (count($lines) === 1) {
            $history->delete($olga, [$item->id]);
        }
    }
}
var_dump(count($lines), count(array_unique($lines)), $lines === array_values(array_unique($lines)));

echo "-- a failure in the middle is thrown where it happens, and what follows goes on there\n";
giant($pdo, $options['shop'], 8, 1, 300);
$export = $history->export(new OnlineChat\Identity(OnlineChat\Role::Operator, '6', 'Otto', 'en', 'session'), 8);
$export->rewind();
$export->next();
echo $say($export->current()), "\n";
$pdo->exec("INSERT INTO phpt_onlinechat_revocation (shop, subject, at) VALUES ($options[shop], 'o:6/session', 9000000000000)");
thrown(fn () => $export->next());
var_dump($export->valid(), $export->current());
$pdo->exec("DELETE FROM phpt_onlinechat_revocation WHERE shop = $options[shop]");
$export->next();
echo $say($export->current()), "\n";
?>
===DONE===
--EXPECTF--
-- what comes, in order
0 conversation Gina null
1 1-50/50 with 50
2 1-14/50 with 14
3 15-50/50 with 36
4 1-28/50 with 28
5 29-50/50 with 22
6 message Gina "First"
7 message Gina "Second"
-- as an iterator
bool(false)
NULL
NULL
0 conversation Gina null
3 15-50/50 with 36
0 conversation Gina null
Error: Trying to clone an uncloneable object of class OnlineChat\HistoryExport
Error: Call to private OnlineChat\HistoryExport::__construct() from global scope
OnlineChat\HistoryExport is an iterator 8
-- a line in the middle of being read goes; many lines
int(103)
int(103)
bool(true)
-- a failure in the middle is thrown where it happens, and what follows goes on there
1-64/300 with 64
OnlineChat\InvalidTicket [reason revoked]: %s
bool(false)
NULL
65-128/300 with 64
===DONE===
