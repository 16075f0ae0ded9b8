--TEST--
GDPR: one person's lines for an export, and erasing them leaves nothing of theirs in any table; retention
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

use OnlineChat\Identity;
use OnlineChat\Role;

$shop = random_int(1, 4294967295);
$chat = chat(['maximum' => 1000, 'queue' => true], ['shop' => $shop]);
[$router, $history, $mailbox, $conversations] = [$chat->router(), $chat->history(), $chat->mailbox(), $chat->conversations()];
$olga = operator(5);
$otto = operator(6, 'Otto');
$router->online($olga, fresh(), null, 100);
$router->online($otto, fresh(), null, 1);
$pdo = connected();
/** A number that stands for nothing else in these tables. */
$id = random_int(2000000000, 4000000000);
$ann = new Identity(Role::Customer, (string) $id, 'Anneliese Bellweather', 'en');
$email = 'anneliese@example.com';
$phone = '+33 6-12.34/56 (78)';
/** "table.column" of this shop's rows with a word in them. */
$where = function (string ...$words) use ($pdo, $shop): array {
    $found = [];
    foreach ($pdo->query("SHOW TABLES LIKE 'phpt\\_onlinechat\\_%'")->fetchAll(PDO::FETCH_COLUMN) as $table) {
        $columns = $pdo->query("SHOW COLUMNS FROM $table")->fetchAll(PDO::FETCH_COLUMN);
        foreach ($columns as $column) {
            foreach ($words as $word) {
                $own = match (true) {
                    in_array('shop', $columns) => "shop = $shop",
                    $table === 'phpt_onlinechat_shop' => "id = $shop",
                    $table === 'phpt_onlinechat_message' => '1',
                    default => '0',
                };
                if ($pdo->query("SELECT COUNT(*) FROM $table WHERE $own AND LOWER(CONVERT(`$column` USING utf8mb4)) COLLATE utf8mb4_bin"
                    . ' LIKE ' . $pdo->quote('%' . strtolower($word) . '%'))->fetchColumn()) {
                    $found[] = substr($table, strlen('phpt_onlinechat_')) . ".$column";
                }
            }
        }
    }
    return array_values(array_unique($found));
};
$text = 'Q' . fresh();
$words = [(string) $id, 'Anneliese', 'anneliese@', '34/56', '0612345678', $text, '198.51.100'];

echo "-- all that one can leave\n";
$archived = $router->start($ann, fresh(), "$text one", '198.51.100.1', ['email' => $email, 'phone' => $phone])->conversation;
$conversations->post($olga, fresh(), $archived, "Dear Anneliese, $text");
$router->block(supervisor(5), fresh(), $router->start(guest(), fresh(), 'Other', ADDRESS)->conversation, 'person', 86400);
$router->invite($olga, fresh(), $archived, 6, "See $text");
$router->end($ann, fresh(), $archived);
$router->offline($olga, fresh());
$router->offline($otto, fresh());
$router->online($olga, fresh(), null, 2);
$finished = $router->start($ann, fresh(), "$text two", '198.51.100.1')->conversation;
$router->block($olga, fresh(), $finished, 'address', 86400, "$text rude");
$open = $router->start($ann, fresh(), "$text three", '198.51.100.77')->conversation;
$mailbox->leave($ann, fresh(), ADDRESS, ['first_name' => 'Anneliese', 'email' => $email, 'message' => "$text left"], 'en');
$mailbox->leave(null, fresh(), ADDRESS, ['email' => 'ANNELIESE@example.com', 'message' => "$text as nobody"], 'en');
$chat->presence()->visit($ann, '/q', 'Q', 'Browser');
$guest = guest('Anneliese B.');
$router->start($guest, fresh(), "$text as a guest", '198.51.100.9', ['phone' => '+33612345678']);
$wrote = fresh();
$router->start(guest('Anselm'), fresh(), 'Keeps his', ADDRESS, ['email' => 'annéliese@example.com', 'phone' => '0611']);
$mailbox->leave(customer(8, 'Carl'), fresh(), ADDRESS, ['email' => 'carl@example.com', 'message' => 'Keeps it'], 'en');
echo json_encode($where(...$words)), "\n";
say('waits', $router->board($olga), 'open');
$blocks = fn () => json_encode(array_map(fn ($b) => $b->what, $router->blocks($olga)));
echo $blocks(), "\n";

echo "-- for an export\n";
$lines = fn (iterable $export) => array_values(array_filter(iterator_to_array($export), fn ($item) => $item instanceof OnlineChat\Thread));
$names = fn (array $lines) => json_encode(array_map(fn ($t) => [$t->kind, $t->name], $lines));
echo $names($lines($history->export($olga, $id))), "\n";
echo $names($lines($history->export(null, $id, $email, $phone))), "\n";
echo $names($lines($history->export($olga, null, $email))), "\n";
echo $names($lines($history->export($olga, null, '', '+33612345678'))), "\n";
$line = $lines($history->export($olga, $id))[0]->id;
$read = $history->messages($olga, $line)->conversations[0];
$states = fn (array $all) => implode(' ', array_map(fn ($m) => $m->status->value, $all));
echo $states($history->messages(null, $line)->conversations), ' / ', $states($history->messages(null, $line, all: true)->conversations), "\n";
var_dump(abs($read->startedAt - microtime(true) * 1000) < 60000, $read->finishedAt >= $read->startedAt, $read->operatorName);

echo "-- another shop's are not reached\n";
$other = chat();
var_dump($lines($other->history()->export(null, $id, $email, $phone)), $other->history()->erase(null, $id, $email, $phone));
var_dump($other->history()->expire((int) (microtime(true) * 1000) + 60000));

echo "-- erased\n";
$load = $router->board($olga)->me->load;
var_dump($history->erase(null, $id, $email, $phone));
echo json_encode($where(...$words)), "\n";
say('the shop', $chat->presence()->status(), 'mode');
var_dump($load - $router->board($olga)->me->load, count($router->board($olga)->finished));
$rows = $pdo->query("SELECT ongoing, waiting, holds, free FROM phpt_onlinechat_shop WHERE id = $shop")->fetch(PDO::FETCH_NUM);
$counted = fn (int $status) => (int) $pdo->query("SELECT COUNT(*) FROM phpt_onlinechat_conversation WHERE shop = $shop AND status = $status")->fetchColumn();
var_dump($rows[0] === $counted(2), $rows[1] === $counted(1));
var_dump($lines($history->export($olga, $id, $email, $phone)), $history->erase($olga, $id, $email, $phone));
thrown(fn () => $conversations->read($ann, $open));
echo $blocks(), "\n";
echo $names($history->find($olga)->lines), "\n";
echo "rules: ", implode(' ', array_unique(array_map(fn ($d) => $d['rule'], array_filter($router->decisions(0, 1000), fn ($d) => $d['event'] === 'end')))), "\n";
echo $router->start($ann, fresh(), 'Like new', ADDRESS)->outcome->value, "\n";
echo $history->erase(null, $id), ' ', json_encode($where((string) $id, 'Anneliese')), "\n";

echo "-- a place that is kept\n";
$held = customer(77);
$router->offline($olga, fresh(), OnlineChat\SignOff::End);
$router->online($olga, fresh(), null, 100);
echo $router->hold($held, ADDRESS)->outcome->value, "\n";
$history->erase($olga, 77);
echo $pdo->query("SELECT holds FROM phpt_onlinechat_shop WHERE id = $shop")->fetchColumn(), "\n";

echo "-- retention\n";
$old = customer(90, 'Old');
foreach (['first', 'second', 'third'] as $i => $said) {
    $made[$i] = $router->start($old, fresh(), $said, ADDRESS)->conversation;
    $router->end($olga, fresh(), $made[$i]);
}
$router->offline($olga, fresh());
$day = 86400000;
$now = (int) (microtime(true) * 1000) + 1000;
foreach ([0 => 30, 1 => 20] as $i => $days) {
    $pdo->exec("UPDATE phpt_onlinechat_conversation SET last_at = last_at - $days * 86400000000 WHERE id = $made[$i]");
}
$aged = $mailbox->leave(null, fresh(), ADDRESS, ['email' => 'old@example.com', 'message' => 'Old'], 'en');
$pdo->exec("UPDATE phpt_onlinechat_mail SET at = at - 25 * 86400000000 WHERE id = $aged");
$lines = count($history->find($olga)->lines);
var_dump($history->expire($now - 15 * $day, 1));
$line = $history->find($olga, ['customer' => 90])->lines[0];
var_dump($line->conversations, $line->lastText, $line->lastAt > $now - $day);
var_dump($history->expire($now - 15 * $day, 1), count($history->find($olga)->lines) - $lines);
var_dump($history->expire($now - 15 * $day), $history->expire($now - 15 * $day));
$read = $history->messages($olga, $line->id)->conversations;
var_dump(count($read), $read[0]->messages[0]->text);
var_dump($history->expire($now) > 0, $history->expire($now), count($history->find($olga)->lines));

echo "-- rules\n";
thrown(fn () => $history->export($olga, null));
thrown(fn () => $history->erase(null, null, '', ''));
thrown(fn () => $history->erase($olga, 0));
thrown(fn () => $history->erase($olga, null, "\xff"));
thrown(fn () => $history->erase($olga, null, '', str_repeat('1', 33)));
thrown(fn () => $history->erase($ann, $id));
thrown(fn () => $history->export(guest(), null, $email));
thrown(fn () => $history->expire(-1));
thrown(fn () => $history->expire(1, 0));
?>
===DONE===
--EXPECTF--
-- all that one can leave
["block.subject","block.name","block.reason","conversation.visitor","conversation.name","conversation.excerpt","conversation.address","decision.actor","mail.customer","mail.first_name","mail.email","mail.message","message.name","message.text","outcome.actor","thread.customer","thread.name","thread.email","thread.phone","thread.last_text","thread.left_by","word.word"]
waits open=2
["address","person"]
-- for an export
[["conversation","Anneliese Bellweather"],["message","Anneliese"]]
[["conversation","Anneliese Bellweather"],["message","Anneliese"],["message",""],["conversation","Anneliese B."]]
[["message","Anneliese"],["message",""]]
[["conversation","Anneliese B."]]
archived / archived finished ongoing
bool(true)
bool(true)
string(4) "Olga"
-- another shop's are not reached
array(0) {
}
int(0)
int(0)
-- erased
int(4)
["decision.actor"]
the shop mode="chat"
int(1)
int(0)
bool(true)
bool(true)
array(0) {
}
int(0)
OnlineChat\NotFound: conversation: there is no number %d in this shop
["person"]
[["message","Carl"],["conversation",""]]
rules: asked erased
assigned
1 ["decision.actor"]
-- a place that is kept
held
0
-- retention
int(1)
int(2)
string(5) "third"
bool(true)
int(1)
int(-1)
int(1)
int(0)
int(1)
string(5) "third"
bool(true)
int(0)
int(0)
-- rules
OnlineChat\InvalidValue [field customer]: customer: give a customer's number, an email or a phone
OnlineChat\InvalidValue [field customer]: customer: give a customer's number, an email or a phone
OnlineChat\InvalidValue [field customer]: customer: must be at least 1, got 0
OnlineChat\InvalidValue [field email]: email: must be valid UTF-8, byte 1 is not
OnlineChat\InvalidValue [field phone]: phone: at most 32 characters, got 33
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\NotAllowed: history: for operators, not for guests and customers
OnlineChat\InvalidValue [field before]: before: must be from 0 to 9223372036854775, got -1
OnlineChat\InvalidValue [field limit]: limit: must be from 1 to 1000, got 0
===DONE===
