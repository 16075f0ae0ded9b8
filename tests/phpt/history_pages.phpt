--TEST--
Every filter and order of the history pages through each line exactly once, both ways, while lines come and move up (G22)
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
$chat = chat([], ['shop' => $shop]);
[$history, $olga] = [$chat->history(), operator(5)];
$pdo = connected();

const LINES = 3000;
const START = 1_700_000_000_000_000;
// Four lines in seven share their microsecond with others; times and numbers run in different orders.
$rows = $mails = $talks = [];
$first = (int) $pdo->query('SELECT COALESCE(MAX(id), 0) + 1000 FROM phpt_onlinechat_thread')->fetchColumn() + random_int(1, 1_000_000_000);
for ($i = 0; $i < LINES; $i++) {
    $id = $first + $i;
    $at = START + intdiv($i * 7919 % LINES, 7) * 4_000_000 + max(0, $i * 7919 % LINES % 7 - 3);
    $mail = $i % 5 === 0 ? $id : 'NULL';
    $customer = $i % 5 !== 0 && $i % 2 === 0 ? 100000 + $i : 'NULL';
    $by = $i % 15 === 0 ? 7 : 'NULL';
    $name = ['Anna', 'Änne', 'Bruno'][$i % 3] . " $i";
    $rows[] = "($id, $shop, $customer, $by, $mail, '$name', 'p$i@example.com', '06$i', 1, 'Hi', $at)";
    if ($i % 5 === 0) {
        $mails[] = "($id, $shop, $by, 'Hi', $at, 2)";
    } else {
        $talks[] = "($id, $shop, $id, 'g:x', 4, " . ($i % 40 === 1 ? 9 : 5) . ", $at, $at)";
    }
}
$rows[] = '(' . $first + LINES . ", $shop, 7, NULL, NULL, 'Anna', NULL, NULL, 1, 'Hi', " . START . ')';
$pdo->exec('INSERT INTO phpt_onlinechat_mail (id, shop, customer, message, at, state) VALUES ' . implode(',', $mails));
$pdo->exec('INSERT INTO phpt_onlinechat_conversation (id, shop, thread, visitor, status, operator, started_at, last_at) VALUES ' . implode(',', $talks));
$pdo->exec('INSERT INTO phpt_onlinechat_thread (id, shop, customer, left_by, mail, name, email, phone, conversations, last_text, last_at) VALUES ' . implode(',', $rows));
$pdo->query('ANALYZE TABLE phpt_onlinechat_thread')->fetchAll();

/** All ids, in the order in which they are shown. */
$all = function (string $where, bool $oldest) use ($pdo, $shop): array {
    $way = $oldest ? 'ASC' : 'DESC';
    return array_map('intval', $pdo->query("SELECT id FROM phpt_onlinechat_thread t WHERE shop = $shop AND $where ORDER BY last_at $way, id $way")
        ->fetchAll(PDO::FETCH_COLUMN));
};
/** Ids page by page, from an end to the other. */
$walk = function (array $filter, bool $oldest, bool $back, callable $meanwhile) use ($history, $olga): array {
    $limit = 97;
    $page = $history->find($olga, $filter, $limit, $back ? 'end' : '', 0, $oldest);
    $ids = array_column($page->lines, 'id');
    while (($cursor = $back ? $page->previous : $page->next) !== null) {
        $meanwhile();
        $page = $history->find($olga, $filter, $limit, $cursor, 0, $oldest);
        $new = array_column($page->lines, 'id');
        $ids = $back ? [...$new, ...$ids] : [...$ids, ...$new];
    }
    return $ids;
};
$served = fn (int $operator) => "EXISTS (SELECT 1 FROM phpt_onlinechat_conversation c WHERE c.thread = t.id AND c.operator = $operator)";
$filters = [
    'all' => [[], '1'],
    'conversations' => [['kind' => 'conversation'], 'mail IS NULL'],
    'messages' => [['kind' => 'message'], 'mail IS NOT NULL'],
    'guests' => [['guest' => true], 'customer IS NULL AND left_by IS NULL'],
    'customers' => [['guest' => false], '(customer IS NOT NULL OR left_by IS NOT NULL)'],
    'messages of guests' => [['kind' => 'message', 'guest' => true], 'mail IS NOT NULL AND left_by IS NULL'],
    'a customer' => [['customer' => 7], '(customer = 7 OR left_by = 7)'],
    'a line' => [['thread' => $first + 4], 'id = ' . $first + 4],
    'name' => [['name' => 'anne'], "name LIKE 'Änne%'"],
    'a rare name' => [['name' => 'bruno 17'], "name LIKE 'Bruno 17%'"],
    'email' => [['email' => 'p1', 'kind' => 'conversation'], "email LIKE 'p1%' AND mail IS NULL"],
    'phone' => [['phone' => '061'], "phone LIKE '061%'"],
    'an operator' => [['operator' => 5], $served(5)],
    'an operator of few' => [['operator' => 9], $served(9)],
    'an operator of none' => [['operator' => 8], '0'],
    'dates' => [['from' => intdiv(START, 1000) + 400_000, 'to' => intdiv(START, 1000) + 900_000],
        'last_at >= ' . START + 400_000_000 . ' AND last_at < ' . START + 900_001_000],
    'dates and a name' => [['from' => intdiv(START, 1000) + 400_000, 'name' => 'a'], 'last_at >= ' . START + 400_000_000 . " AND name LIKE 'a%'"],
];

echo "-- each filter, both orders, both ways\n";
foreach ($filters as $label => [$filter, $where]) {
    foreach ([false, true] as $oldest) {
        $expected = $all($where, $oldest);
        $page = $history->find($olga, $filter, 1, '', 0, $oldest);
        if (!isset($filter['text']) && ($page->total !== count($expected) || !$page->exact)) {
            echo "$label: $page->total, not ", count($expected), "\n";
        }
        foreach ([false, true] as $back) {
            $seen = $walk($filter, $oldest, $back, static fn () => null);
            echo $seen === $expected ? '' : "$label, " . ($oldest ? 'oldest' : 'newest') . ' first, ' . ($back ? 'back' : 'on') . ': ' . count($seen) . ' of ' . count($expected) . "\n";
        }
    }
}

echo "-- while customers talk on and new ones come: what was there and stays where it was is seen once\n";
$moved = [];
$at = START + 1_000_000_000_000;
$meanwhile = function () use ($pdo, $shop, $first, &$moved, &$at): void {
    $id = $first + random_int(0, LINES - 1);
    $moved[$id] = true;
    $at += 1000;
    $pdo->exec("UPDATE phpt_onlinechat_thread SET last_at = $at WHERE id = $id");
    $pdo->exec("INSERT INTO phpt_onlinechat_thread (shop, name, conversations, last_at) VALUES ($shop, 'New', 1, " . $at + 1 . ')');
};
foreach ([[], ['kind' => 'conversation'], ['guest' => false]] as $filter) {
    $where = ['1', 'mail IS NULL', '(customer IS NOT NULL OR left_by IS NOT NULL)'][count($filter) ? (isset($filter['kind']) ? 1 : 2) : 0];
    foreach ([[false, false], [false, true], [true, false], [true, true]] as [$oldest, $back]) {
        $moved = [];
        $expected = $all($where, $oldest);
        $seen = $walk($filter, $oldest, $back, $meanwhile);
        $stayed = array_values(array_filter($seen, fn ($id) => !isset($moved[$id]) && in_array($id, $expected, true)));
        if (array_values(array_diff($expected, array_keys($moved))) !== $stayed) {
            echo json_encode([$filter, $oldest, $back]), ': ', count($stayed), ' of ', count($expected), "\n";
        }
    }
}

echo "-- numbers\n";
$all = $all('1', false);
$page = $history->find($olga, [], 50, '', 1234);
var_dump(array_column($page->lines, 'id') === array_slice($all, 1234, 50), $page->offset);
$next = $history->find($olga, [], 50, $page->next);
var_dump(array_column($next->lines, 'id') === array_slice($all, 1284, 50), $next->offset);
$further = $history->find($olga, [], 50, $page->next, 100);
var_dump(array_column($further->lines, 'id') === array_slice($all, 1384, 50), $further->offset);
$before = $history->find($olga, [], 50, $further->previous, 50);
var_dump(array_column($before->lines, 'id') === array_slice($all, 1284, 50), $before->offset);
$first = $history->find($olga, [], 50, $page->previous, 5000);
var_dump(array_column($first->lines, 'id') === array_slice($all, 0, 50), $first->offset, $first->previous);
$last = $history->find($olga, [], 50, '', 1_000_000);
var_dump(array_column($last->lines, 'id') === array_slice($all, intdiv(count($all) - 1, 50) * 50), $last->next);
$last = $history->find($olga, [], 50, $page->next, 9_000);
var_dump(array_column($last->lines, 'id') === array_slice($all, -50), $last->next, $last->offset === count($all) - 50);

echo "-- a place whose lines are gone\n";
$page = $history->find($olga, ['name' => 'New'], 1);
$pdo->exec("DELETE FROM phpt_onlinechat_thread WHERE shop = $shop AND name = 'New' AND id <> {$page->lines[0]->id}");
$after = $history->find($olga, ['name' => 'New'], 1, $page->next);
var_dump($after->lines, $after->next, $history->find($olga, ['name' => 'New'], 1, $after->previous)->lines[0]->id === $page->lines[0]->id);

echo "-- cursors are of one shop, filter and order\n";
$cursor = $history->find($olga, [], 1)->next;
thrown(fn () => $history->find($olga, ['name' => 'a'], 1, $cursor));
thrown(fn () => $history->find($olga, [], 1, $cursor, 0, true));
thrown(fn () => chat()->history()->find($olga, [], 1, $cursor));
thrown(fn () => $history->find($olga, [], 1, substr_replace($cursor, $cursor[20] === 'A' ? 'B' : 'A', 20, 1)));
thrown(fn () => $history->find($olga, [], 1, 'nonsense'));
$renewed = new OnlineChat\Chat(served(['shop' => $shop, 'secrets' => [str_repeat('n', 32), str_repeat('s', 32)]]));
var_dump(count($renewed->history()->find($olga, [], 1, $cursor)->lines));
?>
===DONE===
--EXPECT--
-- each filter, both orders, both ways
-- while customers talk on and new ones come: what was there and stays where it was is seen once
-- numbers
bool(true)
int(1234)
bool(true)
int(1284)
bool(true)
int(1384)
bool(true)
int(1284)
bool(true)
int(0)
NULL
bool(true)
NULL
bool(true)
NULL
bool(true)
-- a place whose lines are gone
array(0) {
}
NULL
bool(true)
-- cursors are of one shop, filter and order
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
OnlineChat\InvalidValue [field cursor]: cursor: has not the form of a cursor
int(1)
===DONE===
