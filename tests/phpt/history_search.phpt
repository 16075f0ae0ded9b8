--TEST--
Searching what was said: words, phrases, beginnings, folded, in any script; with the other filters (G22, issue 8.2)
--EXTENSIONS--
onlinechat
mysqlnd
pdo
pdo_mysql
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/said.inc';

$said = new Said();
[$t, $day] = [1_700_000_000, 86400];
$ann = $said->line('Ann', 7);
$bob = $said->line('Bob');
$cy = $said->line('Cy');
$said->talk($ann, $t, ['Where is my parcel?', 'It is under way.']);
$said->talk($ann, $t + $day, ['Das Café in der Straße'], 6);
$said->talk($bob, $t + 2 * $day, ["A refund, please.\nFree shipping?", 'Shipping is free', '#secret note']);
$said->letter('Dee', $t + 3 * $day, 'Do you sell PARCELS? L’appareil, 100% «neuf»');
$said->talk($cy, $t + 4 * $day, ['日本語で話せますか', '東京まで送れます', 'สวัสดีครับ', '한국어 배송']);
$said->talk($bob, $t + 5 * $day, ['مَرْحَبًا أين الطرد', 'Ελλάδα, Київ', "O'Neil paid 50 EUR"]);
$said->letter('Eve', $t + 6 * $day, 'parcel parcel', 7);
$said->talk($said->line('Fay'), $t - $day, ["Good  evening,\n\n\nmy\torder:\r\n" . str_repeat("\n\n\n\n", 60) . ' came broken']);
$said->digest();

echo "-- words\n";
$said->show('one', 'parcel');
$said->show('whole words only', 'parc');
$said->show('case', 'PARCEL');
$said->show('all of them, wherever', 'shipping refund');
$said->show('never together', 'refund parcel');
$said->show('accents', 'cafe strasse');
$said->show('and the other way', 'pärcel');
$said->show('a letter', 'a');
$said->show('a number', '100');
$said->show('no note', 'secret');
$said->show('never said', 'xylophone');
$said->show('marks say nothing', 'parcel? !!');
$said->show('twice', 'parcel parcel PARCEL');

echo "-- phrases\n";
$said->show('a phrase', '"under way"');
$said->show('in its order', '"way under"');
$said->show('over a line break', '"please. free shipping"');
$said->show('over blank lines', '"good evening. my order"');
$said->show('as it was pasted', "\"Good  evening,\n\n\nmy\torder\"");
$said->show('far down', '"order: came broken"');
$said->show('not over messages', '"shipping? shipping"');
$said->show('other quotes', '„FREE shipping“');
$said->show('not closed', '"shipping is free');
$said->show('apostrophes', '"l\'appareil"');
$said->show('with words', '"free shipping" refund');
$said->show('no part of words', '"nder wa"');
$said->show('one word', '"parcel"');

echo "-- beginnings\n";
$said->show('begins', 'parc*');
$said->show('two', 'par* se*');
$said->show('in a phrase', '"free ship*"');
$said->show('none', 'zz*');

echo "-- scripts\n";
$said->show('Japanese', '日本語');
$said->show('one character', '語');
$said->show('the last of all', 'す');
$said->show('not in this order', '語日本');
$said->show('pairs from two places', '日本送れ');
$said->show('with words between', '日本語 東京');
$said->show('Thai', 'สวัสดี');
$said->show('Korean', '배송');
$said->show('Arabic without its marks', 'مرحبا');
$said->show('Greek', 'ελλαδα');
$said->show('Cyrillic', 'київ');

echo "-- with other filters\n";
$said->show('kind', ['text' => 'parcel', 'kind' => 'conversation']);
$said->show('messages', ['text' => 'parcel*', 'kind' => 'message']);
$said->show('customer', ['text' => 'parcel*', 'customer' => 7]);
$said->show('guests', ['text' => 'parcel*', 'guest' => true]);
$said->show('customers', ['text' => 'parcel*', 'guest' => false]);
$said->show('name', ['text' => 'parcel*', 'name' => 'AN']);
$said->show('email', ['text' => 'refund', 'email' => 'bob@']);
$said->show('phone', ['text' => 'refund', 'phone' => '06']);
$said->show('thread', ['text' => 'refund', 'thread' => $bob]);
$said->show('another thread', ['text' => 'refund', 'thread' => $ann]);
$said->show('operator', ['text' => 'cafe', 'operator' => 6]);
$said->show('another operator', ['text' => 'cafe', 'operator' => 5]);
$said->show('no operator leaves messages', ['text' => 'parcels', 'operator' => 5, 'kind' => 'message']);
$said->show('from', ['text' => 'parcel*', 'from' => ($t + 3 * $day) * 1000]);
$said->show('after', ['text' => 'parcel*', 'from' => ($t + 3 * $day) * 1000 + 1]);
$said->show('to', ['text' => 'parcel*', 'to' => $t * 1000]);
$said->show('before', ['text' => 'parcel*', 'to' => $t * 1000 - 1]);
$said->show('phrase of a customer', ['text' => '"parcel parcel"', 'customer' => 7]);

echo "-- numbers\n";
$page = $said->history->find($said->who, ['text' => 'parcel*'], 2);
var_dump($page->total, $page->exact, count($page->lines));

echo "-- deleted\n";
$said->history->delete($said->who, [$cy]);
$said->show('deleted', '日本語');
$said->pdo->exec("DELETE c, m FROM phpt_onlinechat_conversation c JOIN phpt_onlinechat_message m ON m.conversation = c.id WHERE c.thread = $bob");
$said->show('its posting left over', 'refund');

echo "-- nothing but words\n";
foreach (["parcel' OR 1=1 --", 'parcel\\', "'; DROP TABLE x; --", '100%', 'par_el', '_', '%', '*', '""', '!?', ' ', 'p*', '"p* x"',
    'a b c d e f g h i j k', str_repeat('x', 101)] as $text) {
    echo json_encode($text), ' ';
    thrown(fn () => print(implode(' ', $said->names($text)) . ' '));
}
$code = fn (string $text) => print(json_encode((function () use ($said, $text) {
    try {
        $said->names($text);
    } catch (OnlineChat\InvalidValue $e) {
        return $e->getCode();
    }
})()) . "\n");
array_map($code, ['?', 'a b c d e f g h i j k', 'p*']);
foreach (range(1, 65) as $i) {
    $said->insert('word', ['shop' => $said->shop, 'word' => "many$i", 'documents' => 1]);
}
thrown(fn () => $said->names('many*'));
$code('many*');
?>
===DONE===
--EXPECT--
-- words
one: Eve Ann
whole words only: 
case: Eve Ann
all of them, wherever: Bob
never together: 
accents: Ann
and the other way: Eve Ann
a letter: Bob
a number: Dee
no note: 
never said: 
marks say nothing: Eve Ann
twice: Eve Ann
-- phrases
a phrase: Ann
in its order: 
over a line break: Bob
over blank lines: 
as it was pasted: Fay
far down: Fay
not over messages: 
other quotes: Bob
not closed: Bob
apostrophes: Dee
with words: Bob
no part of words: 
one word: Eve Ann
-- beginnings
begins: Eve Dee Ann
two: Dee
in a phrase: Bob
none: 
-- scripts
Japanese: Cy
one character: Cy
the last of all: Cy
not in this order: 
pairs from two places: 
with words between: Cy
Thai: Cy
Korean: Cy
Arabic without its marks: Bob
Greek: Bob
Cyrillic: Bob
-- with other filters
kind: Ann
messages: Eve Dee
customer: Eve Ann
guests: Dee
customers: Eve Ann
name: Ann
email: Bob
phone: 
thread: Bob
another thread: 
operator: Ann
another operator: 
no operator leaves messages: 
from: Eve Dee
after: Eve
to: Ann
before: 
phrase of a customer: Eve
-- numbers
int(3)
bool(true)
int(2)
-- deleted
deleted: 
its posting left over: 
-- nothing but words
"parcel' OR 1=1 --"  nothing thrown
"parcel\\" Eve Ann nothing thrown
"'; DROP TABLE x; --"  nothing thrown
"100%" Dee nothing thrown
"par_el"  nothing thrown
"_" OnlineChat\InvalidValue [field text]: text: there is no letter or digit in it to look for
"%" OnlineChat\InvalidValue [field text]: text: there is no letter or digit in it to look for
"*" OnlineChat\InvalidValue [field text]: text: there is no letter or digit in it to look for
"\"\"" OnlineChat\InvalidValue [field text]: text: there is no letter or digit in it to look for
"!?" OnlineChat\InvalidValue [field text]: text: there is no letter or digit in it to look for
" " OnlineChat\InvalidValue [field text]: text: there is no letter or digit in it to look for
"p*" OnlineChat\InvalidValue [field text]: text: before * stand at least two letters, not "p"
"\"p* x\"" OnlineChat\InvalidValue [field text]: text: before * stand at least two letters, not "p"
"a b c d e f g h i j k" OnlineChat\InvalidValue [field text]: text: at most 10 words and phrases are looked for at once
"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" OnlineChat\InvalidValue [field text]: text: at most 100 characters, got 101
1
2
3
OnlineChat\InvalidValue [field text]: text: more than 64 words begin with "many"; give more of it
4
===DONE===
