--TEST--
Finding lines of the history: left messages among them, by filter, with the hit shown (G22)
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
$chat = chat(['maximum' => 100], ['shop' => $shop]);
[$router, $history, $mailbox] = [$chat->router(), $chat->history(), $chat->mailbox()];
$olga = operator(5);
$router->online($olga, fresh(), null, 100);

$ids = [];
/** A conversation that ends. */
$talk = function ($who, string $text, array $about = [], array $answers = []) use ($chat, $router, $olga): int {
    $started = $router->start($who, fresh(), $text, ADDRESS, $about);
    foreach ($answers as $answer) {
        $chat->conversations()->post($olga, fresh(), $started->conversation, $answer);
    }
    $router->end($olga, fresh(), $started->conversation);
    return $started->conversation;
};
$talk(customer(7, 'José Müller'), 'Where is my 100% parcel?', ['email' => 'Jose@Example.com'], ['It is under way']);
$leave = fn ($who, array $fields) => $mailbox->leave($who, fresh(), ADDRESS, $fields, 'fr');
$leave(null, ['first_name' => 'Ann', 'last_name' => 'Bell', 'email' => 'ann@example.com', 'phone' => '+33 1', 'message' => 'Do you sell PARCELS?']);
$talk(guest('Zoé'), 'Hello there', ['phone' => '0612']);
$leave(customer(7, 'José Müller'), ['email' => 'jose@example.com', 'message' => 'À bientôt']);
$other = operator(6, 'Otto');
$router->online($other, fresh(), null, 100);
$router->offline($olga, fresh());
$talked = $router->start(guest('Bob'), fresh(), 'To Otto', ADDRESS)->conversation;
$router->end($other, fresh(), $talked);
$router->offline($other, fresh());

$names = fn (array $filter, int $limit = 50, int $offset = 0, bool $oldest = false) =>
    array_map(fn ($t) => ($t->kind === 'message' ? '*' : '') . $t->name, $history->find($olga, $filter, $limit, '', $offset, $oldest)->lines);
$show = fn (string $label, array $filter) => print("$label: " . json_encode($names($filter), JSON_UNESCAPED_UNICODE) . "\n");

echo "-- order\n";
echo json_encode($names([]), JSON_UNESCAPED_UNICODE), "\n", json_encode($names([], 2, 1, true), JSON_UNESCAPED_UNICODE), "\n";
$page = $history->find($olga, [], 2);
var_dump(count($page->lines), $page->total, $page->exact);
var_dump(count($history->find($olga, ['kind' => 'conversation'])->lines));

echo "-- a left message\n";
$line = $history->find($olga, ['kind' => 'message', 'customer' => 7])->lines[0];
echo json_encode([$line->customer, $line->email, $line->phone, $line->lastText, $line->conversations, $line->hit,
    $line->message->state, $line->message->fields['message']], JSON_UNESCAPED_UNICODE), "\n";
var_dump($line->lastAt === $line->message->at, $history->offline($olga, $line->id)->id === $line->message->id);
var_dump($history->find($olga, ['kind' => 'conversation'])->lines[0]->message);
thrown(fn () => $history->messages($olga, $line->id));
thrown(fn () => $history->offline($olga, $history->find($olga, ['kind' => 'conversation'])->lines[0]->id));
thrown(fn () => chat()->history()->offline($olga, $line->id));

echo "-- filters\n";
$show('kind', ['kind' => 'conversation']);
$show('thread', ['thread' => $line->id]);
$show('customer', ['customer' => 7]);
$show('guests', ['guest' => true]);
$show('customers', ['guest' => false]);
$show('name', ['name' => 'JOSE mu']);
$show('not in the middle', ['name' => 'ose']);
$show('email', ['email' => 'JOSÉ@']);
$show('phone', ['phone' => '06']);
$show('operator', ['operator' => 6]);
$show('who wrote', ['operator' => 5]);
$show('text', ['text' => 'parcels']);
$show('text, accents', ['text' => 'a BIENTOT']);
$show('an answer', ['text' => '"under way"']);
$show('nothing asked', ['name' => '', 'from' => null, 'guest' => null]);
$show('together', ['kind' => 'message', 'guest' => true, 'text' => 'sell']);
$show('from', ['from' => $line->lastAt]);
$show('to', ['to' => $line->lastAt, 'kind' => 'message']);
$show('before', ['to' => $line->lastAt - 60000]);
var_dump(count(chat()->history()->find($olga)->lines));

echo "-- hits\n";
$letters = fn (string $text) => preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY);
$hit = fn (string $text) => $history->find($olga, ['text' => $text])->lines[0]->hit;
echo $hit('PARCEL?'), '|', $hit('sell parcels'), '|', $hit('A BIENTÔT'), "\n";
$far = str_repeat('é', 1990) . ' the needle 😀 ' . str_repeat('x', 1990);
$router->online($olga, fresh(), null, 100);
$talk(guest('Far'), $far);
$talk(guest('End'), str_repeat('y ', 1950) . str_repeat('z', 100));
$router->offline($olga, fresh());
$found = $letters($hit('NEEDLE 😀'));
var_dump(count($found), $found[0], $found[199], str_contains(implode($found), 'the needle 😀'));
var_dump(str_contains($hit(str_repeat('z', 100)), str_repeat('z', 100)), count($letters($hit('zzz*'))), substr($hit('zzz*'), -3));

echo "-- many\n";
$pdo = connected();
/* Counted exactly as long as MySQL expects 20,000 at most, and in a table of much else more than twice what is there. */
for ($i = 0; $i < 5; $i++) {
    $pdo->exec('INSERT INTO phpt_onlinechat_thread (shop, name, last_at, conversations) VALUES '
        . implode(',', array_map(fn ($k) => "($shop, 'Many $k', 1, 1)", range(1, 1000))));
}
$page = $history->find($olga, ['name' => 'many'], 1000, '', 4500);
var_dump(count($page->lines), $page->total, $page->exact);
$page = $history->find($olga);
var_dump($page->total, $page->exact);

echo "-- rules\n";
foreach ([['colour' => 'red'], ['kind' => 'letter'], ['thread' => 0], ['customer' => '7'], ['guest' => 1], ['name' => 5],
    ['text' => str_repeat('x', 101)], ['email' => "\xff"], ['from' => -1], ['to' => PHP_INT_MAX], ['nothing']] as $filter) {
    thrown(fn () => $history->find($olga, $filter));
}
thrown(fn () => $history->find($olga, [], 0));
thrown(fn () => $history->find($olga, [], 1001));
thrown(fn () => $history->find($olga, [], 1, '', -1));
thrown(fn () => $history->find(customer(7)));
thrown(fn () => $history->offline(guest(), 1));
thrown(fn () => $history->offline($olga, 0));
?>
===DONE===
--EXPECTF--
-- order
["Bob","*José Müller","Zoé","*Ann Bell","José Müller"]
["*Ann Bell","Zoé"]
int(2)
int(5)
bool(true)
int(3)
-- a left message
[7,"jose@example.com",null,"À bientôt",0,null,"new","À bientôt"]
bool(true)
bool(true)
NULL
OnlineChat\NotFound: thread: there is no line number %d in this shop's history
OnlineChat\NotFound: thread: no left message has the line number %d in this shop
OnlineChat\NotFound: thread: no left message has the line number %d in this shop
-- filters
kind: ["Bob","Zoé","José Müller"]
thread: ["*José Müller"]
customer: ["*José Müller","José Müller"]
guests: ["Bob","Zoé","*Ann Bell"]
customers: ["*José Müller","José Müller"]
name: ["*José Müller","José Müller"]
not in the middle: []
email: ["*José Müller","José Müller"]
phone: ["Zoé"]
operator: ["Bob"]
who wrote: ["Zoé","José Müller"]
text: ["*Ann Bell"]
text, accents: ["*José Müller"]
an answer: ["José Müller"]
nothing asked: ["Bob","*José Müller","Zoé","*Ann Bell","José Müller"]
together: ["*Ann Bell"]
from: ["Bob","*José Müller"]
to: ["*José Müller","*Ann Bell"]
before: []
int(0)
-- hits
Where is my 100% parcel?|Do you sell PARCELS?|À bientôt
int(200)
string(3) "…"
string(3) "…"
bool(true)
bool(true)
int(200)
string(3) "…"
-- many
int(500)
int(5000)
bool(true)
int(5007)
bool(true)
-- rules
OnlineChat\InvalidValue [field colour]: colour: there is no such filter
OnlineChat\InvalidValue [field kind]: kind: must be "conversation" or "message"
OnlineChat\InvalidValue [field thread]: thread: must be an integer of at least 1
OnlineChat\InvalidValue [field customer]: customer: must be an integer of at least 1
OnlineChat\InvalidValue [field guest]: guest: must be a bool
OnlineChat\InvalidValue [field name]: name: must be a string
OnlineChat\InvalidValue [field text]: text: at most 100 characters, got 101
OnlineChat\InvalidValue [field email]: email: must be valid UTF-8, byte 1 is not
OnlineChat\InvalidValue [field from]: from: must be milliseconds since 1970
OnlineChat\InvalidValue [field to]: to: must be milliseconds since 1970
OnlineChat\InvalidValue [field filter]: filter: must be an array by name
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 0
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 1001
OnlineChat\InvalidValue [field offset]: offset: must be from 0 to 1000000, got -1
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\InvalidValue [field thread]: thread: must be at least 1, got 0
===DONE===
