--TEST--
The pages a visitor looked at: five, newest first, a reload counts once; rules of each field
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

$chat = chat();
$presence = $chat->presence();
[$olga, $guest] = [operator(5), guest()];
$chat->router()->online($olga, fresh());
$id = $chat->router()->start($guest, fresh(), 'Hello', ADDRESS)->conversation;

echo json_encode($presence->trail($olga, $id)), "\n";
foreach (['/', '/a', '/b', '/b', '/c?d=é', 'https://shop.example/e', '/f'] as $i => $url) {
    $presence->visit($guest, $url, "page $i  of é", 'Mozilla/5.0 (é)');
}
$presence->visit(guest(), '/other', '', 'x');
$trail = $presence->trail($olga, $id);
foreach ($trail['pages'] as $page) {
    echo $page['url'], ' | ', $page['title'], ' | ', abs($page['at'] - microtime(true) * 1000) < 60000 ? 'now' : $page['at'], "\n";
}
var_dump($trail['agent'], $trail['here']);
$chat->conversations()->poll($guest, ADDRESS, 'tab', $id, 1, 1);
var_dump($presence->trail($olga, $id)['here']);
$presence->gone($guest, 'tab', $id);
var_dump($presence->trail($olga, $id)['here']);

echo "-- rules\n";
foreach (['', 'a', '//x', '/\\x', 'javascript:1', 'http://', "/a b", "/a\n", "/\x07", "/\xff", '/' . str_repeat('x', 2000)] as $bad) {
    thrown(fn () => $presence->visit($guest, $bad, '', ''));
}
thrown(fn () => $presence->visit($guest, '/', str_repeat('x', 201), ''));
thrown(fn () => $presence->visit($guest, '/', '', str_repeat('x', 301)));
thrown(fn () => $presence->visit($olga, '/', '', ''));
thrown(fn () => $presence->trail($guest, $id));
thrown(fn () => $presence->trail($olga, 0));
thrown(fn () => chat()->presence()->trail($olga, $id));

echo "-- without Redis\n";
$blind = chat([], ['redis' => ['socket' => '/nowhere/redis.sock']]);
$blind->presence()->visit($guest, '/', '', '');
$blind->router()->online($olga, fresh());
var_dump($blind->presence()->trail($olga, $blind->router()->start($guest, fresh(), 'Hello', ADDRESS)->conversation));
?>
===DONE===
--EXPECTF--
{"pages":[],"agent":"","here":null}
/f | page 6  of é | now
https://shop.example/e | page 5  of é | now
/c?d=é | page 4  of é | now
/b | page 3  of é | now
/a | page 1  of é | now
string(16) "Mozilla/5.0 (é)"
NULL
bool(true)
bool(false)
-- rules
OnlineChat\InvalidValue [field url]: url: must be a path ("/…") or an http or https address
OnlineChat\InvalidValue [field url]: url: must be a path ("/…") or an http or https address
OnlineChat\InvalidValue [field url]: url: must be a path ("/…") or an http or https address
OnlineChat\InvalidValue [field url]: url: must be a path ("/…") or an http or https address
OnlineChat\InvalidValue [field url]: url: must be a path ("/…") or an http or https address
OnlineChat\InvalidValue [field url]: url: must be a path ("/…") or an http or https address
OnlineChat\InvalidValue [field url]: url: spaces and line breaks are not allowed
OnlineChat\InvalidValue [field url]: url: spaces and line breaks are not allowed
OnlineChat\InvalidValue [field url]: url: control characters other than tab and line breaks are not allowed
OnlineChat\InvalidValue [field url]: url: must be valid UTF-8, byte 2 is not
OnlineChat\InvalidValue [field url]: url: at most 2000 characters, got 2001
OnlineChat\InvalidValue [field title]: title: at most 200 characters, got 201
OnlineChat\InvalidValue [field agent]: agent: at most 300 characters, got 301
OnlineChat\NotAllowed: visit: for guests and customers, not for operators
OnlineChat\NotAllowed: trail: for operators, not for guests and customers
OnlineChat\InvalidValue [field conversation]: conversation: must be at least 1, got 0
OnlineChat\NotFound: conversation: there is no number %d in this shop
-- without Redis
NULL
===DONE===
