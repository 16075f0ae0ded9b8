--TEST--
A sweep that goes on with a sign-off leaves what ended while it waited: its visitor may still come back (G17, G18)
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$options = served();
$chat = chat(['queue' => true, 'maximum' => 1], $options);
[$router, $talk] = [$chat->router(), $chat->conversations()];
$router->online(operator(6, 'Paul'), fresh(), null, 1);
$router->offline(operator(6, 'Paul'), fresh());
$router->online(operator(5), fresh(), null, 1);
[$left, $waits] = [guest('Left'), guest('Waits')];
$id = $router->start($left, fresh(), 'Hello', ADDRESS)->conversation;
$nobodys = $router->start($waits, fresh(), 'Hello', ADDRESS, [], false)->conversation;
$router->end($waits, fresh(), $nobodys);
$router->end($left, fresh(), $id);
/* As Paul's sign-off would have left it, had it been cut short. */
$m = $options['mysql'];
$db = new mysqli(null, $m['user'], $m['password'], $m['database'], 0, $m['socket']);
$db->query("UPDATE phpt_onlinechat_conversation SET operator = 6 WHERE id = $id");
$router->sweep();
say('left', $talk->read($left, $id), 'status');
say('nobody\'s', $talk->read($waits, $nobodys), 'status');
say('comes back', $talk->post($waits, fresh(), $nobodys, 'Still there?'), 'accepted', 'status');
?>
--EXPECT--
left status="archived"
nobody's status="finished"
comes back accepted=true status="ongoing"
