--TEST--
Messages to be mailed where the database's clock is behind: sent again means due now, and not while being sent
--EXTENSIONS--
onlinechat
posix
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/server.inc';

$chat = chat([], ['mysql' => ['socket' => behind(70)]]);
[$mailbox, $olga] = [$chat->mailbox(), operator(5)];
var_dump(round($chat->health()['clock']['skew'] / 1000));

$id = $mailbox->leave(null, fresh(), ADDRESS, ['email' => 'a@b', 'message' => 'one'], 'fr');
var_dump(count($mailbox->due()));
$mailbox->again($olga, $id);
var_dump($mailbox->due());
$mailbox->mailed($id, 'failed', 'no answer');
var_dump($mailbox->due());
$mailbox->again($olga, $id);
echo json_encode(array_map(fn ($m) => [$m->id === $id, $m->state, $m->attempts], $mailbox->due())), "\n";
?>
===DONE===
--EXPECT--
float(-70)
int(1)
array(0) {
}
array(0) {
}
[[true,"new",0]]
===DONE===
