--TEST--
One person's export of 100,000 messages stays within 4 MiB of the memory before it (issue 8)
--EXTENSIONS--
onlinechat
mysqlnd
pdo
pdo_mysql
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
skip_without_servers();
skip_where_memory_is_the_checkers();
if (!is_readable('/proc/self/status')) die('skip there is no /proc');
?>
--FILE--
<?php
require __DIR__ . '/chat.inc';
require __DIR__ . '/giant.inc';

use OnlineChat\Messages;

$options = served();
$chat = chat(['maximum' => 100], $options);
$history = $chat->history();
$pdo = connected();
giant($pdo, $options['shop'], 8, 1, 300);
giant($pdo, $options['shop'], 9, 5000, 20);
$kib = function (string $name): int {
    preg_match("/^$name:\s+(\d+) kB/m", (string) file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
};
/* What a first walk brings into the process is there afterwards, of whatever size. */
foreach ($history->export(null, 8) as $item) {
}
$before = [$kib('VmRSS'), $kib('VmHWM'), memory_get_usage(), memory_get_peak_usage()];
$messages = $bytes = $most = 0;
foreach ($history->export(null, 9) as $item) {
    if ($item instanceof Messages) {
        $messages += count($item->messages);
        foreach ($item->messages as $message) {
            $bytes += strlen($message->text);
        }
        $most = max($most, memory_get_usage());
    }
}
unset($item, $message);
$grown = [$kib('VmRSS') - $before[0], $kib('VmHWM') - max($before[0], $before[1]), $most - $before[2], memory_get_peak_usage() - $before[3]];
var_dump($messages, $bytes > 8000000);
foreach (['resident', 'resident at most, KiB' , 'of PHP', 'of PHP at most'] as $i => $what) {
    $limit = $i < 2 ? 4 * 1024 : 4 * 1024 * 1024;
    echo $what, $grown[$i] <= $limit ? ": within 4 MiB\n" : ": $grown[$i] more\n";
}
$pdo->exec("DELETE FROM phpt_onlinechat_message WHERE conversation IN (SELECT id FROM phpt_onlinechat_conversation WHERE shop = $options[shop])");
?>
===DONE===
--EXPECT--
int(100000)
bool(true)
resident: within 4 MiB
resident at most, KiB: within 4 MiB
of PHP: within 4 MiB
of PHP at most: within 4 MiB
===DONE===
