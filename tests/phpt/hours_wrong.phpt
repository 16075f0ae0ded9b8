--TEST--
Opening hours and hidden pages: wrong settings are refused by name
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

set_error_handler(static function (int $level, string $text): bool {
    echo "warned: $text\n";
    return true;
});
$chat = chat();
$hours = static fn (array $over) => thrown(static fn () => $chat->publish(['hours' => $over + [
    'zone' => 'Europe/Paris', 'week' => array_fill(0, 7, []),
]]));
$day = static fn (array ...$spans) => $hours(['week' => [$spans] + array_fill(0, 7, [])]);

thrown(static fn () => $chat->publish(['hours' => 'always']));
foreach (['', 'Mars/Base', '+02:00', 'CEST', "Europe/Paris\0", str_repeat('x', 65), 5] as $zone) {
    $hours(['zone' => $zone]);
}
$hours(['week' => []]);
$hours(['week' => array_fill(1, 7, [])]);
$hours(['week' => array_fill(0, 7, 'closed')]);
$day(...array_fill(0, 7, ['from' => '09:00', 'to' => '10:00']));
$day(['from' => '9:00', 'to' => '10:00']);
$day(['from' => '24:00', 'to' => '10:00']);
$day(['from' => '09:00', 'to' => '24:01']);
$day(['from' => '09:00']);
$day(['from' => 9, 'to' => 10]);
$hours(['holidays' => 'none']);
$hours(['holidays' => ['2025-12-24']]);
$hours(['holidays' => [['from' => '2025-02-29', 'to' => '2025-03-01']]]);
$hours(['holidays' => [['from' => '2025-03-02', 'to' => '2025-03-01']]]);
$hours(['holidays' => array_fill(0, 201, ['from' => '2025-03-01', 'to' => '2025-03-01'])]);
thrown(static fn () => $chat->publish(['hide' => 'all']));
thrown(static fn () => $chat->publish(['hide' => ['^/a', '']]));
thrown(static fn () => $chat->publish(['hide' => [true]]));
thrown(static fn () => $chat->publish(['hide' => array_fill(0, 51, 'a')]));
thrown(static fn () => $chat->publish(['hide' => ['x' => 'a']]));
echo 'nothing of it was stored: ', $chat->settings()['version'], "\n";

/* The largest settings there may be. */
foreach (['Europe/Dublin', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'] as $zone) {
    $chat->publish(['hours' => [
        'zone' => $zone, 'week' => array_fill(0, 7, array_fill(0, 6, ['from' => '23:59', 'to' => '23:59'])),
        'holidays' => array_fill(0, 200, ['from' => '9999-12-30', 'to' => '9999-12-31']),
    ], 'hide' => array_fill(0, 50, str_repeat('é', 150))]);
    echo $zone, ' ', $chat->presence()->status()->opens, "\n";
}
?>
===DONE===
--EXPECT--
TypeError: OnlineChat\Chat::publish(): setting "hours" must be of type ?array, string given
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "zone" must be an identifier of a time zone, such as Europe/Paris
OnlineChat\InvalidValue [field hours]: hours: "week" must be a list of seven days, Monday first
OnlineChat\InvalidValue [field hours]: hours: "week" must be a list of seven days, Monday first
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: must be a list of at most 6 spans
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: must be a list of at most 6 spans
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: "from" and "to" must be times HH:MM, 00:00 to 23:59 (to: 24:00)
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: "from" and "to" must be times HH:MM, 00:00 to 23:59 (to: 24:00)
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: "from" and "to" must be times HH:MM, 00:00 to 23:59 (to: 24:00)
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: "from" and "to" must be times HH:MM, 00:00 to 23:59 (to: 24:00)
OnlineChat\InvalidValue [field hours]: hours: "week", day 1: "from" and "to" must be times HH:MM, 00:00 to 23:59 (to: 24:00)
OnlineChat\InvalidValue [field hours]: hours: "holidays" must be a list of at most 200 spans
OnlineChat\InvalidValue [field hours]: hours: "holidays": "from" and "to" must be dates YYYY-MM-DD, "to" not before "from"
OnlineChat\InvalidValue [field hours]: hours: "holidays": "from" and "to" must be dates YYYY-MM-DD, "to" not before "from"
OnlineChat\InvalidValue [field hours]: hours: "holidays": "from" and "to" must be dates YYYY-MM-DD, "to" not before "from"
OnlineChat\InvalidValue [field hours]: hours: "holidays" must be a list of at most 200 spans
TypeError: OnlineChat\Chat::publish(): setting "hide" must be of type array, string given
OnlineChat\InvalidValue [field hide]: hide: pattern 2: must not be empty
OnlineChat\InvalidValue [field hide]: hide: pattern 1 must be text
OnlineChat\InvalidValue [field hide]: hide: must be a list of at most 50 patterns
OnlineChat\InvalidValue [field hide]: hide: must be a list of at most 50 patterns
nothing of it was stored: 1
Europe/Dublin 0
Africa/Casablanca 0
Australia/Lord_Howe 0
Asia/Kathmandu 0
UTC 0
===DONE===
