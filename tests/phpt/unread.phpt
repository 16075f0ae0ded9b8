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
$pdo = new PDO('mysql:unix_socket=' . getenv('ONLINECHAT_MYSQL_SOCKET') . ';dbname=' . getenv('ONLINECHAT_MYSQL_DATABASE'),
    getenv('ONLINECHAT_MYSQL_USER'), (string) getenv('ONLINECHAT_MYSQL_PASSWORD'));
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

echo "-- rules\n";
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
-- rules
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 100, got 0
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\InvalidValue [field upTo]: upTo: must be from 0 to 4294967295, got -1
OnlineChat\NotFound: conversation: there is no number %d in this shop
===DONE===
