--TEST--
A line shows the customer's newest message, in whichever order its conversations were archived (G22, G24)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat(['capacity' => 1]);
[$router, $talk, $history] = [$chat->router(), $chat->conversations(), $chat->history()];
[$olga, $otto] = [operator(5, 'Olga'), operator(6, 'Otto')];
$customer = customer(7, 'Anna');
$router->online($olga, fresh());
$first = $router->start($customer, fresh(), 'With Olga', ADDRESS)->conversation;
$router->online($otto, fresh());
$guest = guest();
$second = $router->start($guest, fresh(), 'With Otto', ADDRESS)->conversation;
$router->adopt($guest, $customer, fresh());
$router->end($olga, fresh(), $first);
$router->end($otto, fresh(), $second);

$line = fn () => array_map(fn ($line) => "$line->customer $line->conversations $line->lastText", $history->find($otto)->lines);
echo "- the later conversation is archived first\n";
$router->offline($otto, fresh());
echo implode("\n", $line()), "\n";
$at = $history->find($otto)->lines[0]->lastAt;
$router->offline($olga, fresh());
echo implode("\n", $line()), "\n";
var_dump($history->find($otto)->lines[0]->lastAt === $at);

echo "- the earlier one has a newer message, and both are archived at once\n";
$router->online($olga, fresh(), null, 2);
$guest = guest();
$first = $router->start($guest, fresh(), 'Third', ADDRESS)->conversation;
$other = guest();
$second = $router->start($other, fresh(), 'Fourth', ADDRESS)->conversation;
$talk->post($guest, fresh(), $first, 'Third, and later than the fourth');
$router->adopt($guest, $customer, fresh());
$router->adopt($other, $customer, fresh());
$router->end($olga, fresh(), $first);
$router->end($olga, fresh(), $second);
$router->offline($olga, fresh());
echo implode("\n", $line()), "\n";
?>
--EXPECT--
- the later conversation is archived first
7 1 With Otto
7 2 With Otto
bool(true)
- the earlier one has a newer message, and both are archived at once
7 4 Third, and later than the fourth
