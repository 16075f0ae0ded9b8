--TEST--
Deleting lines of the history: open ones stay, finished ones are archived first, another shop's are not reached (G23)
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
$chat = chat(['maximum' => 1000, 'queue' => true], ['shop' => $shop]);
[$router, $history, $mailbox] = [$chat->router(), $chat->history(), $chat->mailbox()];
$olga = operator(5);
$ann = customer(7, 'Ann');
$router->online($olga, fresh(), null, 1000);
$pdo = connected();
$count = fn (string $table, string $where = '1') => (int) $pdo->query("SELECT COUNT(*) FROM phpt_onlinechat_$table WHERE $where")->fetchColumn();
$thread = fn (int $conversation) => (int) $pdo->query("SELECT thread FROM phpt_onlinechat_conversation WHERE id = $conversation")->fetchColumn();

echo "-- one of a guest\n";
$first = $router->start($one = guest(), fresh(), 'One', ADDRESS)->conversation;
$line = $thread($first);
var_dump($history->delete($olga, [$line]) === [$line], $count('conversation', "id = $first AND status = 2"));
$router->end($olga, fresh(), $first);
echo count($router->board($olga)->finished), " on the board\n";
$cursor = $router->board($olga)->cursor;
$router->reopen($one, fresh(), $first);
var_dump($history->delete($olga, [$line]) === [$line]);
$router->end($olga, fresh(), $first);
var_dump($history->delete($olga, [$line, 999999999]));
echo count($router->board($olga)->finished), " on the board\n";
var_dump($router->board($olga)->cursor === $cursor);
var_dump($count('conversation', "id = $first"), $count('message', "conversation = $first"), $count('thread', "id = $line"));
thrown(fn () => $history->messages($olga, $line));
thrown(fn () => $chat->conversations()->post($one, fresh(), $first, 'Still there?'));
var_dump($router->start($one, fresh(), 'Anew', ADDRESS)->outcome->value);

echo "-- a customer's with many conversations, and one that waits\n";
for ($i = 0; $i < 230; $i++) {
    $last = $router->start($ann, fresh(), "Number $i", ADDRESS)->conversation;
    $router->end($olga, fresh(), $last);
}
$line = $thread($last);
$router->offline($olga, fresh(), OnlineChat\SignOff::End);
$router->online($olga, fresh(), null, 1);
$router->start(guest(), fresh(), 'In the way', ADDRESS);
$waiting = $router->start($ann, fresh(), 'I wait', ADDRESS);
echo $waiting->outcome->value, "\n";
var_dump($history->delete($olga, [$line]) === [$line], $history->find($olga)->lines[0]->conversations ?? null, $count('conversation', "thread = $line"));
$router->end($ann, fresh(), $waiting->conversation);
var_dump($history->delete($olga, [$line]));
var_dump($count('conversation', "thread = $line"), $count('thread', "id = $line"), $count('message', "conversation = $last"));
var_dump(count($history->find($olga, ['customer' => 7])->lines));
echo $router->start($ann, fresh(), 'Back', ADDRESS)->outcome->value, "\n";

echo "-- a left message\n";
$id = $mailbox->leave($ann, fresh(), ADDRESS, ['email' => 'a@b', 'message' => 'Left'], 'en');
$stays = $mailbox->leave(null, fresh(), ADDRESS, ['email' => 'b@b', 'message' => 'Stays'], 'en');
$line = $history->find($olga, ['kind' => 'message', 'customer' => 7])->lines[0]->id;
$mailbox->due();
var_dump($history->delete($olga, [$line]), $count('mail', "id = $id"), $count('thread', "id = $line"), $count('mail', "id = $stays"));
thrown(fn () => $mailbox->mailed($id, 'sent'));

echo "-- another shop's\n";
$other = chat();
$line = $history->find($olga)->lines[0]->id;
var_dump($other->history()->delete($olga, [$line]), $count('thread', "id = $line"), $count('mail', "id = $stays"));
var_dump($count('conversation', "shop = $shop"));
$open = $thread($waiting->conversation) ?: $thread((int) $pdo->query("SELECT MAX(id) FROM phpt_onlinechat_conversation WHERE shop = $shop")->fetchColumn());
var_dump($other->history()->delete($olga, [$open]), $count('conversation', "thread = $open"));

echo "-- rules\n";
thrown(fn () => $history->delete($ann, [1]));
thrown(fn () => $history->delete($olga, [0]));
thrown(fn () => $history->delete($olga, ['1']));
thrown(fn () => $history->delete($olga, range(1, 1001)));
var_dump($history->delete($olga, []));
?>
===DONE===
--EXPECTF--
-- one of a guest
bool(true)
int(1)
1 on the board
bool(true)
array(0) {
}
0 on the board
bool(false)
int(0)
int(0)
int(0)
OnlineChat\NotFound: thread: there is no line number %d in this shop's history
OnlineChat\NotFound: conversation: there is no number %d in this shop
string(8) "assigned"
-- a customer's with many conversations, and one that waits
waiting
bool(true)
int(230)
int(231)
array(0) {
}
int(0)
int(0)
int(0)
int(0)
waiting
-- a left message
array(0) {
}
int(0)
int(0)
int(1)
OnlineChat\NotFound: id: there is no message number %d in this shop
-- another shop's
array(0) {
}
int(1)
int(1)
int(3)
array(0) {
}
int(1)
-- rules
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\InvalidValue [field threads]: threads: must be a list of lines' numbers
OnlineChat\InvalidValue [field threads]: threads: must be a list of lines' numbers
OnlineChat\InvalidValue [field threads]: threads: at most 1000 lines at once
array(0) {
}
===DONE===
