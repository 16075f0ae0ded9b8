--TEST--
Messages to be mailed: one caller each, tried again after a failure, none after the last
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

$shop = random_int(1, 4294967295);
$chat = chat([], ['shop' => $shop]);
$mailbox = $chat->mailbox();
$leave = fn (string $text, $who = null) => $mailbox->leave($who, fresh(), ADDRESS, ['email' => 'a@b', 'message' => $text], 'fr');
[$first, $second, $third] = [$leave('one', customer(7)), $leave('two'), $leave('three')];

$due = $mailbox->due(2);
var_dump(array_map(fn ($m) => $m->id, $due) === [$first, $second]);
$one = $due[0];
echo json_encode($one->fields), json_encode([$one->customer, $one->language, $one->state, $one->reason, $one->attempts]), "\n";
var_dump(abs($one->at - microtime(true) * 1000) < 60000, $due[1]->customer);
var_dump(array_map(fn ($m) => $m->fields['message'], $mailbox->due()));
var_dump($mailbox->due());

echo "-- what came of it\n";
$pdo = connected();
$row = fn (int $id) => $pdo->query("SELECT state, reason, attempts, ROUND((due_at / 1000000 - UNIX_TIMESTAMP()) / 60) minutes"
    . " FROM phpt_onlinechat_mail WHERE id = $id")->fetch(PDO::FETCH_ASSOC);
$mailbox->mailed($second, 'sent');
$mailbox->mailed($third, 'off', 'mails are off');
echo json_encode([$row($second), $row($third)]), "\n";
for ($i = 1; $i <= 5; $i++) {
    $mailbox->mailed($first, 'failed', "try $i");
    echo json_encode($row($first)), "\n";
    var_dump($mailbox->due());
    $pdo->exec("UPDATE phpt_onlinechat_mail SET due_at = 1 WHERE id = $first AND due_at IS NOT NULL");
    foreach ($mailbox->due() as $again) {
        echo $again->state, ' ', $again->reason, ' ', $again->attempts, "\n";
    }
}

echo "-- its minute ran out, and another has it\n";
$slow = $leave('slow');
$mailbox->due();
$pdo->exec("UPDATE phpt_onlinechat_mail SET due_at = 1 WHERE id = $slow");
$quick = (new OnlineChat\Chat(served(['shop' => $shop])))->mailbox();
var_dump($quick->due()[0]->id === $slow);
$mailbox->mailed($slow, 'failed', 'too slow');
$mailbox->mailed($slow, 'off');
echo json_encode($row($slow)), "\n";
$mailbox->mailed($slow, 'sent');
$quick->mailed($slow, 'failed', 'one too many');
echo json_encode($row($slow)), "\n";

echo "-- once more\n";
$olga = operator(5);
foreach ([$first, $slow, $third] as $id) {
    $mailbox->again($olga, $id);
    echo json_encode($row($id)), "\n";
}
var_dump(count($mailbox->due()));
$mailbox->again($olga, $first);
var_dump($mailbox->due());
$mailbox->mailed($first, 'failed', 'again');
echo json_encode($row($first)), "\n";
thrown(fn () => $mailbox->again($olga, 999999999));
thrown(fn () => $mailbox->again($olga, 0));
thrown(fn () => $mailbox->again(guest(), $first));
thrown(fn () => chat()->mailbox()->again($olga, $first));

echo "-- whoever took it and died loses it after a minute\n";
$lost = $leave('four');
$mailbox->due();
echo $row($lost)['minutes'], "\n";

echo "-- so does who takes it after them, but not for ever: the letter may have been sent each time\n";
for ($i = 2; $i <= 6; $i++) {
    $pdo->exec("UPDATE phpt_onlinechat_mail SET due_at = 1 WHERE id = $lost");
    echo count($mailbox->due()), ' ', json_encode($row($lost)), "\n";
}
var_dump($mailbox->due());
$mailbox->again($olga, $lost);
var_dump(count($mailbox->due()));

echo "-- rules\n";
thrown(fn () => $mailbox->due(0));
thrown(fn () => $mailbox->due(101));
thrown(fn () => $mailbox->mailed(0, 'sent'));
thrown(fn () => $mailbox->mailed($first, 'new'));
thrown(fn () => $mailbox->mailed($first, 'failed', "\xff"));
thrown(fn () => chat()->mailbox()->mailed($first, 'sent'));
?>
===DONE===
--EXPECTF--
bool(true)
{"email":"a@b","message":"one"}[7,"fr","new","",0]
bool(true)
NULL
array(1) {
  [0]=>
  string(5) "three"
}
array(0) {
}
-- what came of it
[{"state":2,"reason":"","attempts":1,"minutes":null},{"state":4,"reason":"mails are off","attempts":1,"minutes":null}]
{"state":3,"reason":"try 1","attempts":1,"minutes":"1"}
array(0) {
}
failed try 1 1
{"state":3,"reason":"try 2","attempts":2,"minutes":"5"}
array(0) {
}
failed try 2 2
{"state":3,"reason":"try 3","attempts":3,"minutes":"30"}
array(0) {
}
failed try 3 3
{"state":3,"reason":"try 4","attempts":4,"minutes":"120"}
array(0) {
}
failed try 4 4
{"state":3,"reason":"try 5","attempts":5,"minutes":null}
array(0) {
}
-- its minute ran out, and another has it
bool(true)
{"state":1,"reason":"","attempts":1,"minutes":"1"}
{"state":2,"reason":"","attempts":2,"minutes":null}
-- once more
{"state":1,"reason":"","attempts":0,"minutes":"0"}
{"state":1,"reason":"","attempts":0,"minutes":"0"}
{"state":1,"reason":"","attempts":0,"minutes":"0"}
int(3)
array(0) {
}
{"state":3,"reason":"again","attempts":1,"minutes":"1"}
OnlineChat\NotFound: id: there is no message number 999999999 in this shop
OnlineChat\InvalidValue [field id]: id: must be at least 1, got 0
OnlineChat\NotAllowed: again: for operators, not for guests and customers
OnlineChat\NotFound: id: there is no message number %d in this shop
-- whoever took it and died loses it after a minute
1
-- so does who takes it after them, but not for ever: the letter may have been sent each time
1 {"state":1,"reason":"","attempts":1,"minutes":"1"}
1 {"state":1,"reason":"","attempts":2,"minutes":"1"}
1 {"state":1,"reason":"","attempts":3,"minutes":"1"}
1 {"state":1,"reason":"","attempts":4,"minutes":"1"}
0 {"state":3,"reason":"five times who sent it never said what came of it: see the log of PHP","attempts":5,"minutes":null}
array(0) {
}
int(1)
-- rules
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 100, got 0
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 100, got 101
OnlineChat\InvalidValue [field id]: id: must be at least 1, got 0
OnlineChat\InvalidValue [field state]: state: must be "sent", "failed" or "off"
OnlineChat\InvalidValue [field reason]: reason: must be valid UTF-8, byte 1 is not
OnlineChat\NotFound: id: there is no message number %d in this shop
===DONE===
