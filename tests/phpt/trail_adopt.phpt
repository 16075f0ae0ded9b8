--TEST--
A guest who signs in takes the pages along: those of both, newest first, five; the browser is the one that signs in (issue 5.8)
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Identity;
use OnlineChat\Role;

$chat = chat();
$presence = $chat->presence();
[$olga, $guest, $customer] = [operator(5), guest(), new Identity(Role::Customer, '7', 'Anna', 'fr')];
$chat->router()->online($olga, fresh());
$look = static function (Identity $who, string ...$urls) use ($presence): void {
    foreach ($urls as $url) {
        usleep(2000);
        $presence->visit($who, $url, 'Title', $who->role->name);
    }
};
$seen = static function (int $id) use ($presence, $olga): void {
    ['pages' => $pages, 'agent' => $agent] = $presence->trail($olga, $id);
    echo implode(' ', array_map(static fn (array $page): string => $page['url'], $pages)), " ($agent)\n";
};

echo "- a customer of whom nothing was known\n";
$id = $chat->router()->start($guest, fresh(), 'Hello', ADDRESS)->conversation;
$look($guest, '/1', '/2');
$key = fresh();
$chat->router()->adopt($guest, $customer, $key);
$seen($id);
$look($customer, '/3');
$seen($id);
$chat->router()->adopt($guest, $customer, $key);
$seen($id);

echo "- both had pages, on two devices\n";
$second = guest();
$look($second, '/4');
$look($customer, '/5');
$look($second, '/6');
$look($customer, '/7');
$chat->router()->adopt($second, $customer, fresh());
$seen($id);

echo "- a guest without pages\n";
$chat->router()->adopt(guest(), $customer, fresh());
$seen($id);

echo "- without Redis signing in goes on\n";
$blind = chat([], ['redis' => ['socket' => '/nowhere/redis.sock']]);
$blind->router()->online($olga, fresh());
$third = guest();
$other = $blind->router()->start($third, fresh(), 'Hello', ADDRESS)->conversation;
var_dump($blind->router()->adopt($third, $customer, fresh()), $blind->conversations()->current($customer) === $other);
?>
===DONE===
--EXPECT--
- a customer of whom nothing was known
/2 /1 (Guest)
/3 /2 /1 (Customer)
/3 /2 /1 (Customer)
- both had pages, on two devices
/7 /6 /5 /4 /3 (Guest)
- a guest without pages
/7 /6 /5 /4 /3 (Guest)
- without Redis signing in goes on
int(1)
bool(true)
===DONE===
