--TEST--
A migration that was cut off runs again from its beginning
--EXTENSIONS--
onlinechat
mysqlnd
mysqli
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

$options = served(['prefix' => 'cut_']);
$chat = new Chat($options);
$m = $options['mysql'];
$db = new mysqli(null, $m['user'], $m['password'], $m['database'], 0, $m['socket']);
$drop = static function () use ($db): void {
    foreach ($db->query("SHOW TABLES LIKE 'cut\\_%'")->fetch_all() as [$table]) {
        $db->query("DROP TABLE $table");
    }
};
$drop();
$version = $chat->migrate();
/* All of the second version was done but noting it, and before that half of it. */
$db->query('DELETE FROM cut_onlinechat_schema WHERE version > 1');
var_dump($chat->schema(), $chat->migrate() === $version);
$db->query('DELETE FROM cut_onlinechat_schema WHERE version > 1');
$db->query('ALTER TABLE cut_onlinechat_conversation DROP COLUMN address');
$db->query('DROP TABLE cut_onlinechat_block');
var_dump($chat->migrate() === $version);
$chat->publish([]);
$chat->router()->online(operator(5), fresh());
echo $chat->router()->start(guest(), fresh(), 'Hello', ADDRESS)->outcome->value, "\n";
$drop();
?>
--EXPECT--
int(1)
bool(true)
bool(true)
assigned
