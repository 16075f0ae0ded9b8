--TEST--
Settings that make places fill them from the queue at once; each publish answers its own version
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); skip_without_fork(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

$options = served();
$settings = ['maximum' => 1, 'queue' => true, 'queue_limit' => 1000, 'capacity' => 200];
$chat = chat($settings, $options);
$router = $chat->router();
$router->online(operator(5), fresh());
for ($i = 0; $i < 130; $i++) {
    $router->start(guest(), fresh(), 'Hello', ADDRESS, [], false);
}
$board = $router->board(operator(5));
echo 'ongoing ', count($board->ongoing), ', waiting ', count($board->waiting) >= 100 ? 'many' : 'few', "\n";
$chat->publish(['maximum' => 200] + $settings);
$board = $router->board(operator(5));
echo 'ongoing ', count($board->ongoing), ', waiting ', count($board->waiting), "\n";

$first = $chat->settings()['version'] + 1;
[$mine, $its] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$children = [];
for ($i = 0; $i < 4; $i++) {
    $children[$i] = pcntl_fork();
    if ($children[$i] === 0) {
        $own = new Chat($options);
        for ($n = 0; $n < 25; $n++) {
            fwrite($its, $own->publish($settings) . "\n");
        }
        exit(0);
    }
}
fclose($its);
$versions = array_map('intval', explode("\n", trim(stream_get_contents($mine))));
foreach ($children as $child) {
    pcntl_waitpid($child, $status);
}
sort($versions);
var_dump($versions === range($first, $first + 99));
?>
--EXPECT--
ongoing 1, waiting many
ongoing 130, waiting 0
bool(true)
