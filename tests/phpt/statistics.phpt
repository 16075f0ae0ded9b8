--TEST--
Statistics: periods rolled up from half hours, in zones of half hours and on days when clocks change (issue 8)
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
$history = $chat->history();
$olga = operator(5);
$chat->router()->online($olga, fresh());
$pdo = connected();
$insert = $pdo->prepare('INSERT INTO phpt_onlinechat_statistic (shop, slot, operator, conversations, abandoned, missed, waited,'
    . ' waited_us, answered, answer_us, length_us, visitor_messages, operator_messages) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)');
/** One conversation in each half hour from a time to another. */
$fill = function (string $zone, string $from, string $to) use ($insert, $pdo, $shop): void {
    $pdo->exec("DELETE FROM phpt_onlinechat_statistic WHERE shop = $shop");
    $pdo->beginTransaction();
    $end = (new DateTime($to, new DateTimeZone($zone)))->getTimestamp();
    for ($at = (new DateTime($from, new DateTimeZone($zone)))->getTimestamp(); $at < $end; $at += 1800) {
        $insert->execute([$shop, intdiv($at, 1800), 5, 1, 0, 0, 1, 2000000, 1, 3000000, 60000000, 4, 5]);
    }
    $pdo->commit();
};
$bounds = fn (string $zone, string ...$days) =>
    array_map(fn ($day) => (new DateTime($day, new DateTimeZone($zone)))->getTimestamp() * 1000, $days);
$show = function (string $zone, string ...$days) use ($history, $olga, $bounds): void {
    foreach ($history->statistics($olga, $bounds($zone, ...$days)) as $s) {
        $day = (new DateTime('@' . intdiv($s->from, 1000)))->setTimezone(new DateTimeZone($zone));
        echo $day->format('Y-m-d H:i P'), " $s->conversations\n";
    }
};

echo "-- days\n";
$fill('UTC', '2026-03-01', '2026-03-04');
$show('UTC', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04');
echo "-- half hours off\n";
$fill('Asia/Kolkata', '2026-03-01', '2026-03-03');
$show('Asia/Kolkata', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04');
$fill('America/St_Johns', '2026-03-07', '2026-03-10');
$show('America/St_Johns', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10');
echo "-- clocks go forward, and back\n";
$fill('Europe/Paris', '2026-03-28', '2026-03-31');
$show('Europe/Paris', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31');
$fill('Europe/Paris', '2026-10-24', '2026-10-27');
$show('Europe/Paris', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27');
echo "-- by half an hour\n";
$fill('Australia/Lord_Howe', '2026-04-04', '2026-04-07');
$show('Australia/Lord_Howe', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07');
echo "-- a quarter off: what begins at the quarter begins with the half hour after it\n";
$fill('Asia/Kathmandu', '2026-03-01 00:15', '2026-03-02 00:15');
$show('Asia/Kathmandu', '2026-03-01', '2026-03-02', '2026-03-03');
echo "-- months\n";
$fill('Europe/Paris', '2026-03-01', '2026-05-01');
$show('Europe/Paris', '2026-03-01', '2026-04-01', '2026-05-01');
echo "-- periods with nothing between\n";
$pdo->exec("DELETE FROM phpt_onlinechat_statistic WHERE shop = $shop");
$insert->execute([$shop, 100, 5, 3, 0, 0, 2, 5999, 1, 3000000, 60000000, 4, 5]);
$insert->execute([$shop, 100, 0, 1, 1, 2, 0, 0, 0, 0, 1000000, 1, 0]);
$insert->execute([$shop, 100, 9, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
$insert->execute([$shop, 101, 5, 1, 0, 0, 1, 1000, 1, 1000000, 1000, 1, 1]);
$insert->execute([$shop, 104, 5, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
$at = fn (int $slot) => $slot * 1800000;
foreach ($history->statistics($olga, [$at(90), $at(99), $at(102), $at(103), $at(105), $at(200)]) as $row) {
    echo json_encode($row), "\n";
}
echo "-- a bound within a half hour\n";
foreach ([0, 1] as $ms) {
    echo json_encode(array_map(fn ($row) => $row->conversations, $history->statistics($olga, [$at(101) + $ms, $at(200)]))), "\n";
}
var_dump(count($history->statistics($olga, [0, 1])), count(chat()->history()->statistics($olga, [0, $at(200)])));
var_dump(count($history->statistics($olga, range(0, 399))));
var_dump((new ReflectionClass(OnlineChat\Statistics::class))->isFinal());

echo "-- rules\n";
foreach ([[], [1], range(0, 400), [1, 1], [2, 1], ['1', '2'], [1, null], [-1, 5], [0, PHP_INT_MAX]] as $wrong) {
    thrown(fn () => $history->statistics($olga, $wrong));
}
thrown(fn () => $history->statistics(customer(7), [0, 1]));
thrown(fn () => new OnlineChat\Statistics());
?>
===DONE===
--EXPECT--
-- days
2026-03-01 00:00 +00:00 48
2026-03-02 00:00 +00:00 48
2026-03-03 00:00 +00:00 48
-- half hours off
2026-03-01 00:00 +05:30 48
2026-03-02 00:00 +05:30 48
2026-03-07 00:00 -03:30 48
2026-03-08 00:00 -03:30 46
2026-03-09 00:00 -02:30 48
-- clocks go forward, and back
2026-03-28 00:00 +01:00 48
2026-03-29 00:00 +01:00 46
2026-03-30 00:00 +02:00 48
2026-10-24 00:00 +02:00 48
2026-10-25 00:00 +02:00 50
2026-10-26 00:00 +01:00 48
-- by half an hour
2026-04-04 00:00 +11:00 48
2026-04-05 00:00 +11:00 49
2026-04-06 00:00 +10:30 48
-- a quarter off: what begins at the quarter begins with the half hour after it
2026-03-01 00:00 +05:45 48
-- months
2026-03-01 00:00 +01:00 1486
2026-04-01 00:00 +02:00 1440
-- periods with nothing between
{"from":178200000,"to":183600000,"operator":null,"operatorName":null,"conversations":1,"abandoned":1,"missed":2,"waited":0,"waitingTime":0,"answered":0,"answerTime":0,"length":1000,"visitorMessages":1,"operatorMessages":0}
{"from":178200000,"to":183600000,"operator":5,"operatorName":"Olga","conversations":4,"abandoned":0,"missed":0,"waited":3,"waitingTime":6,"answered":2,"answerTime":4000,"length":60001,"visitorMessages":5,"operatorMessages":6}
{"from":178200000,"to":183600000,"operator":9,"operatorName":null,"conversations":1,"abandoned":0,"missed":0,"waited":1,"waitingTime":0,"answered":1,"answerTime":0,"length":0,"visitorMessages":1,"operatorMessages":1}
{"from":185400000,"to":189000000,"operator":5,"operatorName":"Olga","conversations":1,"abandoned":0,"missed":0,"waited":0,"waitingTime":0,"answered":0,"answerTime":0,"length":0,"visitorMessages":1,"operatorMessages":1}
-- a bound within a half hour
[2]
[1]
int(0)
int(0)
int(0)
bool(true)
-- rules
OnlineChat\InvalidValue [field bounds]: bounds: must be 2 to 400 times, got 0
OnlineChat\InvalidValue [field bounds]: bounds: must be 2 to 400 times, got 1
OnlineChat\InvalidValue [field bounds]: bounds: must be 2 to 400 times, got 401
OnlineChat\InvalidValue [field bounds]: bounds: each must be later than the one before it
OnlineChat\InvalidValue [field bounds]: bounds: each must be later than the one before it
OnlineChat\InvalidValue [field bounds]: bounds: must be milliseconds since 1970
OnlineChat\InvalidValue [field bounds]: bounds: must be milliseconds since 1970
OnlineChat\InvalidValue [field bounds]: bounds: must be milliseconds since 1970
OnlineChat\InvalidValue [field bounds]: bounds: must be milliseconds since 1970
OnlineChat\NotAllowed: history: for operators, not for guests and customers
Error: OnlineChat\Statistics objects are made by the chat only
===DONE===
