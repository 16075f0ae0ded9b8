<?php

declare(strict_types=1);

/* See tools/queries. */

namespace OnlineChat\Tests\Queries;

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use Tap;
use Throwable;

foreach (['Classes', 'Database', 'Filling', 'Page', 'Plan'] as $class) {
    require __DIR__ . "/$class.php";
}
require __DIR__ . '/../../tools/lib/options.php';
require __DIR__ . '/../../tools/lib/tap.php';

/** @return list<string> plans of these statements, each once */
function plans(Database $database, array $statements): array
{
    $lines = [];
    foreach ($statements as $statement) {
        try {
            array_push($lines, ...Plan::of($database, $statement));
        } catch (Throwable $problem) {
            throw new \RuntimeException("{$problem->getMessage()}: $statement");
        }
    }
    return array_values(array_unique($lines));
}

/** @return array<string, list<string>> class => the statements it takes */
function ask(Database $database, Chat $chat): array
{
    $asked = [];
    foreach ((new Classes($chat))->all() as $name => [, $question]) {
        $asked[$name] = $database->statements($question);
    }
    return $asked;
}

/** @return list<string> keys along which a page read more than a few times what it shows; it is counted along another */
function much(Database $database, Chat $chat): array
{
    $anna = new Identity(Role::Operator, '1', 'Anna');
    $shown = 0;
    $read = $database->read(function () use ($chat, $anna, &$shown): void {
        $shown = count($chat->history()->find($anna, ['operator' => Filling::BUSY])->lines);
    });
    unset($read['conversation.board']);
    arsort($read);
    return [...($shown === 50 ? [] : ["$shown lines"]), ...array_keys(array_filter($read, fn (int $rows): bool => $rows > 3 * $shown))];
}

/** @return list<string> classes whose plans are others without a key */
function needed(Database $database, array $asked, array $whole, string $table, string $key): array
{
    $other = static function (array $statements, string $name) use ($database, $whole): bool {
        try {
            return plans($database, $statements) !== $whole[$name];
        } catch (\RuntimeException) {
            return true; // It names the key.
        }
    };
    return $database->without($table, $key, static fn (): array => array_keys(array_filter($asked, $other, ARRAY_FILTER_USE_BOTH)));
}

$database = new Database();
// Nobody whom a run before this one has seen is found gone in the middle of this one.
$redis = new \Redis();
$redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
$redis->flushDB();
$options = onlinechat_options();
$options['mysql']['database'] = Database::NAME;
$options['prefix'] = 'q_';
$chat = new Chat($options);
$chat->migrate();
$chat->publish(['mail_unread' => true, 'maximum' => 1000]);
(new Filling($database->root))->fill();
$database->keep();
$much = much($database, $chat);
$asked = ask($database, $chat);
$whole = array_map(fn (array $statements): array => plans($database, $statements), $asked);
$page = new Page(dirname(__DIR__, 2) . '/docs/queries.md');

switch ($argv[1] ?? '--check') {
    case '--write':
        $why = array_map(static fn (array $class): string => $class[0], (new Classes($chat))->all());
        $classes = [];
        foreach ($whole as $name => $lines) {
            $classes[$name] = ['why' => $why[$name], 'lines' => $lines];
        }
        $page->write($classes, 'MariaDB ' . strtok((string) $database->root->getAttribute(\PDO::ATTR_SERVER_VERSION), '-'));
        break;
    case '--keys':
        foreach ($database->keys() as [$table, $key]) {
            echo "$table.$key: ", implode(', ', needed($database, $asked, $whole, $table, $key)) ?: '-', "\n";
        }
        break;
    case '--show':
        foreach ($asked as $name => $statements) {
            echo "== $name\n";
            foreach ($statements as $statement) {
                echo "$statement\n    ", implode("\n    ", Plan::of($database, $statement)), "\n";
            }
        }
        break;
    default:
        $written = $page->read();
        foreach ($whole as $name => $lines) {
            Tap::result("$name: as docs/queries.md has it", [
                ...array_map(fn ($line) => "+ $line", array_diff($lines, $written[$name] ?? [])),
                ...array_map(fn ($line) => "- $line", array_diff($written[$name] ?? [], $lines)),
            ]);
        }
        Tap::result('docs/queries.md has no others', array_keys(array_diff_key($written, $whole)));
        Tap::result('no table is read as a whole', array_merge(...array_values(array_map(
            static fn (string $name, array $lines): array => array_map(fn ($line) => "$name: $line", preg_grep('/FULL SCAN/', $lines)),
            array_keys($whole), $whole))));
        Tap::result('a page of an operator with many lines reads about as many rows as it shows', $much);
        Tap::result('a key that is lost is noticed', needed($database, $asked, $whole, 'thread', 'line') === [] ? ['thread.line'] : []);
        break;
}
$database->drop();
