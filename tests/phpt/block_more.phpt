--TEST--
Blocks: who it is, the person's other conversations, the decision log, and what the blocked visitor and a form without a ticket are told (issue 5.10)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Blocked;

$chat = chat(['maximum' => 20]);
[$router, $talk] = [$chat->router(), $chat->conversations()];
[$olga, $paul] = [operator(5), operator(6, 'Paul')];
$router->online($olga, fresh(), null, 9);

echo "- a guest is listed with the number of their line (G12), a customer with their own\n";
$guest = guest();
$id = $router->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
$thread = $router->board($olga)->ongoing[0]->thread;
$router->block($olga, fresh(), $id, 'person', 3600);
[$block] = $router->blocks($olga);
var_dump($block->thread === $thread, $block->customer);
$anna = customer(41, 'Anna');
$hers = $router->start($anna, fresh(), 'Hello', ADDRESS, ['email' => 'Anna@Example.com'])->conversation;

echo "- a second open conversation ends too, whoever has it\n";
$before = guest();
$second = $router->start($before, fresh(), 'Hello', ADDRESS)->conversation;
$router->online($paul, fresh(), null, 9);
$router->transfer($olga, fresh(), $second, 6);
$router->adopt($before, $anna, fresh());
var_dump($talk->read($anna, $hers)->blockedUntil);
$router->block($olga, fresh(), $hers, 'person', 3600);
say('first', $talk->read($anna, $hers), 'status');
say('second', $talk->read($anna, $second), 'status');
[$block] = $router->blocks($olga);
var_dump($block->customer);
[$load] = array_map(fn ($who) => $router->board($who)->me->load, [$olga]);
var_dump($load, $router->board($paul)->me->load);

echo "- the blocked visitor is told until when\n";
$read = $talk->read($anna, $second);
var_dump($read->blockedUntil === $block->until);

echo "- a form without a ticket: the email tells who it is\n";
$form = fn (string $email) => ['email' => $email, 'message' => 'Again'];
foreach (['anna@example.com', 'someone@example.com'] as $email) {
    try {
        $chat->mailbox()->leave(null, fresh(), '192.0.2.77', $form($email), 'en');
        echo "$email left\n";
    } catch (Blocked $e) {
        echo $email, ' blocked ', $e->until === $block->until ? 'until then' : $e->until, "\n";
    }
}

echo "- unblocked: in the decision log, and readers hear of it\n";
$revision = $talk->read($anna, $hers)->revision;
$router->unblock($olga, $block->id);
$router->unblock($olga, $block->id);
$log = array_values(array_filter($router->decisions(0, 1000), fn ($d) => in_array($d['event'], ['block', 'unblock', 'end'], true)));
foreach ($log as $d) {
    echo $d['event'], ' ', $d['rule'], ' ', $d['actor'] === 'o:5' ? 'by Olga' : $d['actor'], ' ',
        [$id => 'the guest', $hers => 'hers', $second => 'her second'][$d['conversation']], "\n";
}
$read = $talk->read($anna, $hers);
var_dump($read->blockedUntil, $read->revision > $revision);
?>
--EXPECT--
- a guest is listed with the number of their line (G12), a customer with their own
bool(true)
NULL
- a second open conversation ends too, whoever has it
NULL
first status="finished"
second status="finished"
int(41)
int(0)
int(0)
- the blocked visitor is told until when
bool(true)
- a form without a ticket: the email tells who it is
anna@example.com blocked until then
someone@example.com left
- unblocked: in the decision log, and readers hear of it
block person by Olga the guest
block person by Olga hers
end blocked by Olga her second
unblock person by Olga hers
NULL
bool(true)
