<?php

declare(strict_types=1);

/*
 * The model test (I3): random operations from several processes at once, then the decision log of each shop,
 * in its order, against a sequential model.
 *
 *     php -d extension=… tests/model/run.php [--operations N] [--processes N] [--seed N]
 *
 * Prints TAP. Needs the environment that tools/services writes.
 */

require __DIR__ . '/Model.php';
require __DIR__ . '/Openings.php';
require __DIR__ . '/People.php';
require __DIR__ . '/Worker.php';
require __DIR__ . '/../../tools/lib/options.php';
require __DIR__ . '/../../tools/lib/tap.php';

set_error_handler(static fn (int $level, string $text, string $file, int $line)
    => throw new ErrorException($text, 0, $level, $file, $line));

/** shop => what differs */
const SHOPS = [
    1 => ['queue' => true],
    2 => ['queue' => false],
    3 => ['queue' => true, 'prefer_known' => true, 'prefer_language' => true],
    4 => ['queue' => true],
];
/** What every shop has. */
const COMMON = ['maximum' => 12, 'queue_limit' => 10, 'holds_per_address' => 3];
/** Opens and closes while the others work. */
const SHOP_WITH_HOURS = 4;

$given = getopt('', ['operations:', 'processes:', 'seed:'], $rest) ?: [];
$argv = [$argv[0], ...array_slice($argv, $rest)];
$operations = (int) ($given['operations'] ?? $argv[1] ?? 100_000);
$processes = (int) ($given['processes'] ?? $argv[2] ?? 8);
$seed = (int) ($given['seed'] ?? $argv[3] ?? random_int(1, 1_000_000));

function prepare(array $options): array
{
    $redis = new Redis();
    $redis->connect($options['redis']['socket']);
    $tags = [];
    foreach (SHOPS as $shop => $settings) {
        $chat = new OnlineChat\Chat(['shop' => $shop] + $options);
        $chat->migrate();
        $before = $redis->keys('*:board:1');
        $chat->publish(COMMON + $settings);
        $chat->router()->online(new OnlineChat\Identity(OnlineChat\Role::Operator, '1', 'Operator'), bin2hex(random_bytes(16)));
        $chat->router()->sweep();
        $new = array_values(array_diff($redis->keys('*:board:1'), $before));
        $tags[$shop] = substr($new[0] ?? exit("Bail out! the stores are not empty\n"), 0, -strlen(':board:1'));
    }
    return $tags;
}

/** @return list<array{answers: array<string, int>, problems: list<string>}> */
function work(array $options, array $tags, int $operations, int $processes, int $seed): array
{
    $files = $children = [];
    for ($i = 0; $i < $processes; $i++) {
        $files[] = $file = tempnam(sys_get_temp_dir(), 'model');
        $children[] = $child = pcntl_fork();
        if ($child === 0) {
            mt_srand($seed + $i);
            $worker = new Worker($options, $tags);
            $worker->run(intdiv($operations, $processes) + (int) ($i < $operations % $processes));
            file_put_contents($file, json_encode(['answers' => $worker->answers, 'problems' => $worker->problems]));
            exit(0);
        }
    }
    foreach ($children as $child) {
        pcntl_waitpid($child, $status);
        if ($status !== 0) {
            echo "# a process ended with status $status\n";
        }
    }
    return array_map(function (string $file): array {
        $result = json_decode((string) file_get_contents($file), true) ?? ['answers' => [], 'problems' => ['a process died']];
        unlink($file);
        return $result;
    }, $files);
}

/** In a process of its own, until $stop; what it did is in $file. */
function alternate(array $options, string $file, string $stop): int
{
    $child = pcntl_fork();
    if ($child === 0) {
        $chat = new OnlineChat\Chat(['shop' => SHOP_WITH_HOURS] + $options);
        Openings::alternate($chat, COMMON + SHOPS[SHOP_WITH_HOURS], $file, $stop);
        exit(0);
    }
    return $child;
}

function replay(array $options, int $shop, array $settings, ?Openings $openings): array
{
    $chat = new OnlineChat\Chat(['shop' => $shop] + $options);
    $model = new Model($settings['queue'], $settings['prefer_known'] ?? false, $settings['prefer_language'] ?? false,
        People::language(...), $openings);
    for ($after = 0; $list = $chat->router()->decisions($after, 1000);) {
        foreach ($list as $decision) {
            $model->step($decision);
        }
        $after = end($list)['number'];
    }
    $mysql = $options['mysql'];
    $pdo = new PDO("mysql:unix_socket={$mysql['socket']};dbname={$mysql['database']}", $mysql['user'], $mysql['password']);
    $conversations = $operators = [];
    foreach ($pdo->query("SELECT id, status, operator FROM ps_onlinechat_conversation WHERE shop = $shop", PDO::FETCH_NUM) as $row) {
        $conversations[(int) $row[0]] = [(int) $row[1], (int) $row[2]];
    }
    foreach ($pdo->query("SELECT id, load_now FROM ps_onlinechat_operator WHERE shop = $shop", PDO::FETCH_NUM) as $row) {
        $operators[(int) $row[0]] = (int) $row[1];
    }
    $holds = (int) $pdo->query("SELECT COUNT(*) FROM ps_onlinechat_hold WHERE shop = $shop")->fetchColumn();
    $assistants = $pdo->query("SELECT conversation, operator FROM ps_onlinechat_assistant WHERE shop = $shop ORDER BY"
        . ' conversation, operator', PDO::FETCH_NUM)->fetchAll();
    $model->compare($conversations, $operators, $holds, array_map(static fn ($row) => array_map('intval', $row), $assistants));
    return [$after, $model->violations];
}

/** Every conversation's messages carry the numbers 1, 2, 3, … (I1). */
function gaps(array $options): array
{
    $mysql = $options['mysql'];
    $pdo = new PDO("mysql:unix_socket={$mysql['socket']};dbname={$mysql['database']}", $mysql['user'], $mysql['password']);
    return $pdo->query('SELECT c.id, c.last_number, COUNT(m.number) n, MIN(m.number) low, MAX(m.number) high FROM'
        . ' ps_onlinechat_conversation c LEFT JOIN ps_onlinechat_message m ON m.conversation = c.id GROUP BY c.id'
        . ' HAVING n <> c.last_number OR low <> 1 OR high <> n')->fetchAll(PDO::FETCH_COLUMN);
}

$options = onlinechat_options();
$tags = prepare($options);
$started = microtime(true);
$changes = tempnam(sys_get_temp_dir(), 'model');
$child = alternate($options, $changes, "$changes.stop");
$results = work($options, $tags, $operations, $processes, $seed);
$took = microtime(true) - $started;
touch("$changes.stop");
pcntl_waitpid($child, $status);
$openings = Openings::read($changes);
array_map('unlink', [$changes, "$changes.stop"]);
$answers = [];
foreach ($results as $result) {
    foreach ($result['answers'] as $answer => $count) {
        $answers[$answer] = ($answers[$answer] ?? 0) + $count;
    }
}
ksort($answers);
echo '# ', http_build_query($answers, '', ', '), "\n";
printf("# %d operations, %d processes, seed %d, %.0f operations/s\n", array_sum($answers), $processes, $seed, $operations / $took);
Tap::result("$operations operations were answered", array_sum($answers) >= $operations ? [] : ['only ' . array_sum($answers)]);
Tap::result('a repeated key gets the first answer (I4)', array_merge(...array_column($results, 'problems')));
foreach (SHOPS as $shop => $settings) {
    [$decisions, $violations] = replay($options, $shop, $settings, $shop === SHOP_WITH_HOURS ? $openings : null);
    Tap::result("G5 G19 I3: $decisions decisions of the shop with its queue " . ($settings['queue'] ? 'on' : 'off')
        . (isset($settings['prefer_known']) ? ' and preferences' : '')
        . ($shop === SHOP_WITH_HOURS ? ', opening and closing by its hours' : '') . ', replayed in order: the same choices, no place over, none leaked, no double assignment, first come first served', $violations);
}
Tap::result('numbers of messages are gapless (I1)', gaps($options));
Tap::plan();
