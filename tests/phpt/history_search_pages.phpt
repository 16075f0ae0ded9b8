--TEST--
Searching what was said: each line once, where its newest hit is, page by page in both orders and directions (G22, issue 8.2)
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

mt_srand(8);
$said = new Said();
$words = ['red', 'rose', 'blue', 'bluish', 'green', 'grey'];
/* Names, and what stands in each of a line's documents: [second, number, words]. */
$all = [];
$said->pdo->beginTransaction();
for ($i = 0; $i < 40; $i++) {
    $lines["L$i"] = $said->line("L$i");
}
for ($i = 0; $i < 300; $i++) {
    // One line has a third of all, and seconds are shared.
    $name = mt_rand(0, 2) ? 'L' . mt_rand(1, 39) : 'L0';
    $at = 1_700_000_000 + mt_rand(0, 99);
    $text = implode(' ', array_map(fn () => $words[mt_rand(0, 99) < 60 ? 0 : mt_rand(1, 5)], range(1, mt_rand(1, 4))));
    if (mt_rand(0, 9) === 0) {
        $all["M$i"][] = [$at, -$said->letter("M$i", $at, $text), $text];
    } else {
        $all[$name][] = [$at, $said->talk($lines[$name], $at, [$text]), $text];
    }
}
$said->pdo->commit();
$said->digest();

/** What is to be found, newest first. */
$expected = function (callable $fits) use ($all): array {
    $places = [];
    foreach ($all as $name => $documents) {
        $hits = array_filter($documents, fn ($d) => $fits(' ' . $d[2] . ' ', $d[0]));
        if ($hits) {
            $places[$name] = max(array_map(fn ($d) => [$d[0], $d[1]], $hits));
        }
    }
    uasort($places, fn ($a, $b) => $b <=> $a);
    return array_keys($places);
};
$has = fn (string ...$wanted) => fn (string $text) => array_filter($wanted, fn ($w) => !preg_match("/$w/", $text)) === [];
$cases = [
    'a common word' => [['text' => 'red'], $has(' red ')],
    'two' => [['text' => 'rose grey'], $has(' rose ', ' grey ')],
    'a beginning' => [['text' => 'gr*'], $has(' gr')],
    'a beginning and a word' => [['text' => 'bl* red'], $has(' bl', ' red ')],
    'a phrase' => [['text' => '"red red"'], $has(' red red ')],
    'a name' => [['text' => 'red', 'name' => 'L1'], null],
    'dates' => [['text' => 'red', 'from' => 1_700_000_020_000, 'to' => 1_700_000_070_000],
        fn ($text, $at) => str_contains($text, ' red ') && $at >= 1_700_000_020 && $at <= 1_700_000_070],
];
$find = fn (...$ask) => $said->history->find($said->who, ...$ask);
$names = fn ($page) => array_map(fn ($line) => $line->name, $page->lines);
/* Rare words are read whole. Those that the dictionary says are common are gone along, from place to place. */
foreach (['rare' => 0, 'common' => 100_000] as $kind => $more) {
    $said->pdo->exec("UPDATE {$said->prefix}onlinechat_word SET documents = documents + $more WHERE shop = $said->shop");
    echo "-- $kind words\n";
    foreach ($cases as $label => [$filter, $fits]) {
        $wanted = $fits ? $expected($fits) : array_values(array_filter($expected($has(' red ')), fn ($n) => str_starts_with($n, 'L1')));
        foreach ([false, true] as $oldest) {
            $order = $oldest ? array_reverse($wanted) : $wanted;
            $one = $find($filter, 1000, '', 0, $oldest);
            $good = $names($one) === $order && $one->total === count($order) && $one->exact && $one->next === null && $one->previous === null;
            foreach ([1, 3, 7] as $limit) {
                // Forwards to the end, and back again.
                $pages = [];
                for ($page = $find($filter, $limit, '', 0, $oldest); ; $page = $find($filter, $limit, $page->next, 0, $oldest)) {
                    $pages[] = $names($page);
                    $good = $good && $page->offset === $limit * (count($pages) - 1) && ($page->previous === null) === (count($pages) === 1);
                    if ($page->next === null || count($pages) > 100) {
                        break;
                    }
                }
                $good = $good && array_merge(...$pages) === $order;
                for ($back = []; $page->previous !== null && count($back) < 100; ) {
                    $page = $find($filter, $limit, $page->previous, 0, $oldest);
                    array_unshift($back, $names($page));
                    $good = $good && $page->next !== null && $page->offset === $limit * (count($pages) - 1 - count($back));
                }
                $good = $good && $back === array_slice($pages, 0, -1);
                // And by number.
                $good = $good && (count($order) <= $limit * 2
                    || $names($find($filter, $limit, '', $limit * 2, $oldest)) === array_slice($order, $limit * 2, $limit));
                $last = $find($filter, $limit, '', 5000, $oldest);
                $good = $good && $names($last) === end($pages) && $last->next === null;
                $last = $find($filter, $limit, 'end', 0, $oldest);
                $good = $good && $names($last) === array_slice($order, -$limit) && $last->next === null
                    && ($more || $last->offset === max(0, count($order) - $limit)) && ($last->previous === null) === (count($order) <= $limit);
            }
            echo $label, $oldest ? ', oldest first' : '', ': ', $good ? 'as said' : 'WRONG', "\n";
        }
    }
}
echo "-- a newer hit moves its line\n";
$page = $find(['text' => 'red'], 5);
$said->talk($lines['L0'], 1_700_001_000, ['red']);
$said->digest();
var_dump($names($find(['text' => 'red'], 1)), in_array('L0', $names($find(['text' => 'red'], 1000, $page->next)), true));
echo "-- another question's place\n";
thrown(fn () => $find(['text' => 'rose'], 5, $page->next));
?>
===DONE===
--EXPECT--
-- rare words
a common word: as said
a common word, oldest first: as said
two: as said
two, oldest first: as said
a beginning: as said
a beginning, oldest first: as said
a beginning and a word: as said
a beginning and a word, oldest first: as said
a phrase: as said
a phrase, oldest first: as said
a name: as said
a name, oldest first: as said
dates: as said
dates, oldest first: as said
-- common words
a common word: as said
a common word, oldest first: as said
two: as said
two, oldest first: as said
a beginning: as said
a beginning, oldest first: as said
a beginning and a word: as said
a beginning and a word, oldest first: as said
a phrase: as said
a phrase, oldest first: as said
a name: as said
a name, oldest first: as said
dates: as said
dates, oldest first: as said
-- a newer hit moves its line
array(1) {
  [0]=>
  string(2) "L0"
}
bool(false)
-- another question's place
OnlineChat\InvalidValue [field cursor]: cursor: is not of this shop, filter and order; begin anew without one
===DONE===
