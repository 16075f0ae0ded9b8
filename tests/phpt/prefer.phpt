--TEST--
Preferences: a known face, then the language, then fewest open; always among those with room (issue 5.3)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\SignOff;

function speaker(int $id, string $language): Identity
{
    return new Identity(Role::Customer, (string) $id, "Customer $id", $language);
}

/** Who got it, and by which rule. */
function served_by(Chat $chat, Identity $who): string
{
    $placement = $chat->router()->start($who, fresh(), 'Hello', ADDRESS, [], false);
    $decisions = $chat->router()->decisions($placement->decision - 1, 1);
    return "{$placement->outcome->value} " . ($placement->operator ?? '-') . " {$decisions[0]['rule']}";
}

$settings = ['maximum' => 20, 'queue' => true, 'prefer_known' => true, 'prefer_language' => true];
$chat = chat($settings);
$router = $chat->router();
var_dump($chat->settings()['prefer_known'], $chat->settings()['prefer_language']);
[$olga, $paul, $rita] = [operator(5), operator(6, 'Paul'), operator(7, 'Rita')];
$router->online($olga, fresh(), null, 3, ['en', 'FR-ca']);
$router->online($paul, fresh(), null, 2, ['fr']);
$router->online($rita, fresh(), null, 9);

echo "- by language, fewest open first, whatever the region\n";
foreach (['fr', 'fr-be', 'en', 'de', ''] as $n => $language) {
    echo "$language: ", served_by($chat, speaker(10 + $n, $language)), "\n";
}
echo "- a known face before the language\n";
$one = speaker(10, 'en');
$first = $chat->conversations()->current($one);
$had = $chat->conversations()->read($one, $first)->operator;
$router->end($one, fresh(), $first);
echo served_by($chat, $one) === "assigned $had known" ? "the same\n" : "another\n";

echo "- without room there: the language; nobody who speaks it has room: fewest open\n";
for ($n = 20; $n < 24; $n++) {
    echo 'fr: ', served_by($chat, speaker($n, 'fr')), "\n";
}

echo "- from the queue who waits longest is first, and goes to whom they prefer\n";
$router->online($rita, fresh(), null, 4);
$router->online($rita, fresh(), null, 1);
$a = speaker(30, 'de');
$b = speaker(31, 'fr');
echo served_by($chat, $a), ', ', served_by($chat, $b), "\n";
$router->online($rita, fresh(), null, 5);
$drained = array_slice($router->decisions(0, 1000), -1)[0];
echo "{$drained['event']} {$drained['actor']} {$drained['rule']} {$drained['operator']}\n";
$router->end($one, fresh(), $chat->conversations()->current($one));
$drained = array_slice($router->decisions(0, 1000), -1)[0];
echo "{$drained['event']} {$drained['actor']} {$drained['rule']} ", $drained['operator'] === $had ? 'who speaks it' : $drained['operator'], "\n";

echo "- handed over at sign-off to who speaks it\n";
$router->end($a, fresh(), $chat->conversations()->current($a));
$router->online($olga, fresh(), null, 9);
$router->offline($rita, fresh(), SignOff::HandOver);
$rules = array_column(array_filter($router->decisions(0, 1000), fn ($d) => $d['event'] === 'offline'), 'rule');
echo implode(' ', $rules), "\n";

echo "- languages stay with a new name, go with an empty list or a sign-off; off, nothing is preferred\n";
$chat = chat(['prefer_language' => true], ['shop' => random_int(1, 4294967295)]);
$router = $chat->router();
$router->online($olga, fresh(), null, 50);
$router->online($paul, fresh(), null, 50, ['fr']);
$router->online($paul, fresh(), 'Paul from sales', 50);
echo served_by($chat, speaker(1, 'fr')), ', ', served_by($chat, speaker(2, 'fr')), "\n";
$router->online($paul, fresh(), null, 50, []);
echo served_by($chat, speaker(3, 'fr')), "\n";
$router->online($paul, fresh(), null, 50, ['fr']);
$router->offline($paul, fresh(), SignOff::End);
echo served_by($chat, speaker(4, 'fr')), "\n";
$router->online($paul, fresh(), null, 50);
echo served_by($chat, speaker(5, 'fr')), "\n";
$router->online($paul, fresh(), null, 50, ['fr']);
$chat->publish([]);
foreach ([6, 7, 8] as $id) {
    echo served_by($chat, speaker($id, 'fr')), "\n";
}

echo "- values\n";
foreach ([array_fill(0, 21, 'en'), array_fill(0, 20, 'abc-abcdefgh'), [''], ['english'], [7]] as $languages) {
    thrown(fn () => $router->online($olga, fresh(), null, null, $languages));
}
thrown(fn () => $router->online($olga, fresh(), null, null, 'en'));
thrown(fn () => $chat->publish(['prefer_known' => 1]));
?>
--EXPECT--
bool(true)
bool(true)
- by language, fewest open first, whatever the region
fr: assigned 5 language
fr-be: assigned 6 language
en: assigned 5 language
de: assigned 7 fewest_open
: assigned 6 fewest_open
- a known face before the language
the same
- without room there: the language; nobody who speaks it has room: fewest open
fr: assigned 5 language
fr: assigned 7 fewest_open
fr: assigned 7 fewest_open
fr: assigned 7 fewest_open
- from the queue who waits longest is first, and goes to whom they prefer
waiting - queue, waiting - queue
drain c:30 fewest_open 7
drain c:31 language who speaks it
- handed over at sign-off to who speaks it
offline fewest_open language language language
- languages stay with a new name, go with an empty list or a sign-off; off, nothing is preferred
assigned 6 language, assigned 6 language
assigned 5 fewest_open
assigned 5 fewest_open
assigned 6 fewest_open
assigned 6 fewest_open
assigned 5 fewest_open
assigned 6 fewest_open
- values
OnlineChat\InvalidValue [field languages]: languages: at most 20
OnlineChat\InvalidValue [field languages]: languages: at most 255 characters in all, got 259
OnlineChat\InvalidValue [field languages]: languages: must be codes such as "en" or "fr-ca"
OnlineChat\InvalidValue [field languages]: languages: must be codes such as "en" or "fr-ca"
OnlineChat\InvalidValue [field languages]: languages: must be codes such as "en" or "fr-ca"
TypeError: OnlineChat\Router::online(): Argument #5 ($languages) must be of type ?array, string given
TypeError: OnlineChat\Chat::publish(): setting "prefer_known" must be of type bool, int given