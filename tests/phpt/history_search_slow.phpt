--TEST--
A search ends after five seconds and says what to add (issue 8.2)
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

// Tables of its own: they are locked.
$said = new Said('slow_');
$line = $said->line('Ann', 7);
$said->talk($line, 1_700_000_000, ['a needle']);
$said->digest();
$ask = fn (array $filter) => thrown(fn () => $said->names($filter));
foreach (['posting', 'message'] as $table) {
    $said->pdo->exec("LOCK TABLES slow_onlinechat_$table WRITE");
    $ask(['text' => 'needle']);
    $said->pdo->exec('UNLOCK TABLES');
}
$said->pdo->exec('LOCK TABLES slow_onlinechat_posting WRITE');
$ask(['text' => 'needle', 'from' => 1000]);
$said->pdo->exec('UNLOCK TABLES');
$said->show('and goes on', 'needle');
foreach ($said->pdo->query("SHOW TABLES LIKE 'slow\\_onlinechat\\_%'")->fetchAll(PDO::FETCH_COLUMN) as $table) {
    $said->pdo->exec("DROP TABLE $table");
}
?>
===DONE===
--EXPECT--
OnlineChat\InvalidValue [field text]: text: looking for it takes longer than 5 s: ask for dates as well
OnlineChat\InvalidValue [field text]: text: looking for it takes longer than 5 s: ask for dates as well
OnlineChat\InvalidValue [field text]: text: looking for it takes longer than 5 s: ask for a name, an email address or a rarer word as well
and goes on: Ann
===DONE===
