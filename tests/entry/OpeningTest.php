<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** Opening hours, and pages without the chat, as the entry tells of them. */
final class OpeningTest extends EntryTestCase
{
    /** @var array{settings: string, version: int} */
    private array $before;

    protected function setUp(): void
    {
        parent::setUp();
        $this->before = [
            'settings' => (string) $this->stores->value('SELECT settings FROM ps_onlinechat_shop WHERE id = 1'),
            'version' => (int) $this->stores->value('SELECT version FROM ps_onlinechat_shop WHERE id = 1'),
        ];
    }

    protected function tearDown(): void
    {
        if (isset($this->before)) {
            $this->publish($this->before['settings'], '', $this->before['version']);
        }
    }

    /** As publish() leaves it, seen past the extension. */
    private function publish(string $settings, string $hours, int $version): void
    {
        $this->stores->change("UPDATE ps_onlinechat_shop SET settings = '" . addslashes($settings) . "', hours = '$hours',"
            . " version = $version WHERE id = 1");
        $this->stores->redis('FLUSHALL');
    }

    public function testOutsideTheHoursThereIsTheFormAndATimeWhenTheyBegin(): void
    {
        $operator = $this->online();
        $board = $this->get('board', $operator);
        self::assertSame(['chat', 0, 0], [$this->get('status')->mode, $this->get('status')->opens, $board->opens]);

        // In UTC, an hour of each day that begins in two to three hours.
        $begins = (intdiv(time(), 3600) + 3) * 3600;
        $minute = intdiv($begins % 86400, 60);
        $spans = array_map(static fn (int $day): string => "$day.$minute." . ($minute + 60), range(0, 6));
        $this->publish($this->before['settings'], implode(',', $spans) . '|0:0|', $this->before['version']);

        $status = $this->get('status');
        self::assertSame(['form', $begins * 1000], [$status->mode, $status->opens]);
        self::assertSame($begins * 1000, $this->get('board', $operator)->opens);
        $watched = $this->get('watch', $operator, ['stream' => 'tab', 'cursor' => 0]);
        self::assertSame($begins * 1000, $watched->board['opens']);
        // The gate says the same as the door.
        self::assertSame([$status->mode, $status->opens], [$this->get('status')->mode, $this->get('status')->opens]);
        self::assertSame('closed', $this->post('hold', $this->guest())->outcome);
        self::assertSame('closed', $this->done('start', $this->guest(), ['text' => 'Hello'])->outcome);
    }

    public function testAPageThatIsHiddenHasNoChat(): void
    {
        $this->online();
        $settings = ['hide' => ['^/order', '^/über/']] + json_decode($this->before['settings'], true);
        $this->publish((string) json_encode($settings), '', $this->before['version'] + 1);

        $mode = fn (string $path): string => $this->get('status', null, ['path' => $path])->mode;
        self::assertSame('chat', $this->get('status')->mode);
        self::assertSame(['chat', 'chat', 'none'], [$mode(''), $mode('/'), $mode('/order?step=1')]);
        self::assertSame(['none', 'none'], [$mode('/über/uns'), $mode('/%C3%BCber/uns')]);
        self::assertSame('chat', $mode('/%ff/order'), 'what decodes to no UTF-8 is taken as it stands');

        // Later settings count at once, whatever a worker has kept.
        $this->publish($this->before['settings'], '', $this->before['version'] + 2);
        self::assertSame('chat', $mode('/order'));
    }

    public function testAPathIsTextOfABoundedLength(): void
    {
        $get = fn (string $query): Answer => $this->http->get("/entry.php?action=status&$query");
        self::assertSame(200, $get('path=' . str_repeat('x', 2000))->status);
        self::assertProblem(422, 'invalid', 'path', $get('path=' . str_repeat('x', 2001)));
        self::assertProblem(400, 'malformed', 'path', $get('path[]=/order'));
        self::assertProblem(422, 'invalid', 'path', $get('path=%FF'));
    }
}
