--TEST--
Answers nobody was there to read: of customers with an email who have gone, once, if the owner wants (issue 5.10)
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
[$router, $conversations, $mailbox] = [$chat->router(), $chat->conversations(), $chat->mailbox()];
$olga = operator(5);
$router->online($olga, fresh(), 'Olga', 100);
$pdo = connected();
$pass = fn (int $minutes) => $pdo->exec("UPDATE phpt_onlinechat_conversation SET mail_claim = 0,"
    . " finished_at = finished_at - $minutes * 60000000 WHERE shop = $shop AND finished_at > 0");
/** A conversation with two answers. */
$talk = function ($who, array $about) use ($router, $conversations, $olga): int {
    $id = $router->start($who, fresh(), 'Hello', ADDRESS, $about)->conversation;
    $conversations->post($olga, fresh(), $id, 'One');
    $conversations->post($olga, fresh(), $id, 'Two');
    return $id;
};
$ids = fn () => array_map(fn ($u) => $u->conversation, $mailbox->unread());

$gone = $talk($customer = customer(7, 'Ann'), ['email' => 'ann@example.com']);
$reader = customer(8, 'Bob');
$router->end($reader, fresh(), $router->start($reader, fresh(), 'Hello', ADDRESS, ['email' => 'bob@example.com'])->conversation);
$half = $talk($reader, ['email' => '']);
$here = $talk($present = customer(9, 'Eve'), ['email' => 'eve@example.com']);
$bare = $talk(customer(10, 'Nobody'), []);
$talk(guest('Guest'), ['email' => 'guest@example.com']);
$conversations->seen($reader, $half, 2);
$conversations->poll($present, ADDRESS, 'tab', $here, 0, 0);
foreach ($router->board($olga)->ongoing as $one) {
    $router->end($olga, fresh(), $one->id);
}
$pass(6);
var_dump($ids());

$chat->publish(['mail_unread' => true]);
$list = $mailbox->unread();
usort($list, fn ($a, $b) => $a->conversation <=> $b->conversation);
foreach ($list as $u) {
    echo json_encode([$u->customer, $u->name, $u->email, $u->language]), ' ',
        json_encode(array_map(fn ($m) => [$m->number, $m->author, $m->name, $m->text], $u->messages)), "\n";
}
var_dump(array_column($list, 'conversation') === [$gone, $half, $bare]);
echo "taken for a minute: ", json_encode($ids()), "\n";
$mailbox->answered($gone, 3);
$mailbox->answered($half, 3);
$mailbox->answered($bare, 3);
$pass(0);
echo "mailed once: ", json_encode($ids()), "\n";
$chat->presence()->gone($present, 'tab', $here);
$pass(0);
var_dump($ids() === [$here]);
$conversations->seen($present, $here, 3);
$pass(0);
echo "read since: ", json_encode($ids()), "\n";

echo "-- too soon, and too late\n";
$late = $talk(customer(11, 'Zoe'), ['email' => 'zoe@example.com']);
$router->end($olga, fresh(), $late);
var_dump($ids());
$pass(6);
var_dump($ids() === [$late]);
$pass(1440);
var_dump($ids());

echo "-- also when the operator has signed off, and Redis forgot\n";
$late = $talk(customer(12, 'Ida'), ['email' => 'ida@example.com']);
$router->offline($olga, fresh(), OnlineChat\SignOff::End);
$pass(6);
$redis = stream_socket_client('unix://' . getenv('ONLINECHAT_REDIS_SOCKET'));
fwrite($redis, "FLUSHDB\r\n");
fgets($redis);
var_dump($ids() === [$late]);

echo "-- a letter that fails: five tries, further and further apart, and what is said later has its own\n";
$router->online($olga, fresh(), 'Olga', 100);
$sad = $talk($max = customer(13, 'Max'), ['email' => 'max@example.com']);
$router->end($olga, fresh(), $sad);
$pass(6);
$row = fn () => $pdo->query("SELECT mail_attempts, IF(mail_claim = 0, 0, ROUND((mail_claim / 1000000 - UNIX_TIMESTAMP()) / 60)) FROM"
    . " phpt_onlinechat_conversation WHERE id = $sad")->fetch(PDO::FETCH_NUM);
$due = fn () => $pdo->exec("UPDATE phpt_onlinechat_conversation SET mail_claim = 0 WHERE id = $sad");
for ($i = 1; $i <= 5; $i++) {
    echo in_array($sad, $ids(), true) ? 'due, ' : 'not due, ', json_encode($mailbox->unanswered($sad)), ' ', json_encode($row()), ' ', json_encode($ids()), "\n";
    $due();
}
var_dump($ids());
$conversations->post($max, fresh(), $sad, 'Still there?');
$conversations->post($olga, fresh(), $sad, 'Yes');
$router->end($olga, fresh(), $sad);
$pass(6);
echo count($mailbox->unread()[0]->messages), ' ', json_encode($row()), "\n";

echo "-- given back unbegun it is due at once; a failure is said by who has it; whoever never says it has tried\n";
$mailbox->answered($sad, 0);
echo json_encode($row()), ' ', json_encode($ids() === [$sad]), "\n";
$due();
$other = (new OnlineChat\Chat(served(['shop' => $shop])))->mailbox();
echo count($other->unread()), ' ', json_encode($row()), ' ', json_encode($mailbox->unanswered($sad)), ' ', json_encode($row()), "\n";
for ($i = 2; $i <= 5; $i++) {
    $due();
    echo count($other->unread()), json_encode($row()), ' ';
}
$due();
echo count($other->unread()), "\n";

echo "-- rules\n";
thrown(fn () => $mailbox->unanswered(0));
thrown(fn () => chat()->mailbox()->unanswered($late));
thrown(fn () => $mailbox->unread(0));
thrown(fn () => $mailbox->answered(0, 1));
thrown(fn () => $mailbox->answered($late, -1));
thrown(fn () => chat()->mailbox()->answered($late, 1));
?>
===DONE===
--EXPECTF--
array(0) {
}
[7,"Ann","ann@example.com","en"] [[2,"operator","Olga","One"],[3,"operator","Olga","Two"]]
[8,"Bob","bob@example.com","en"] [[3,"operator","Olga","Two"]]
[10,"Nobody","","en"] [[2,"operator","Olga","One"],[3,"operator","Olga","Two"]]
bool(true)
taken for a minute: []
mailed once: []
bool(true)
read since: []
-- too soon, and too late
array(0) {
}
bool(true)
array(0) {
}
-- also when the operator has signed off, and Redis forgot
bool(true)
-- a letter that fails: five tries, further and further apart, and what is said later has its own
due, true [1,"1"] []
due, true [2,"5"] []
due, true [3,"30"] []
due, true [4,"120"] []
due, false [5,"120"] []
array(0) {
}
2 [0,"1"]
-- given back unbegun it is due at once; a failure is said by who has it; whoever never says it has tried
[0,"0"] true
1 [1,"1"] true [1,"1"]
1[2,"1"] 1[3,"1"] 1[4,"1"] 1[5,"1"] 0
-- rules
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\NotFound: conversation: there is no number %d in this shop
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 100, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field upTo]: upTo: must be from 0 to 4294967295, got -1
OnlineChat\NotFound: conversation: there is no number %d in this shop
===DONE===
