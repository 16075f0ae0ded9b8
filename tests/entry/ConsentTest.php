<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** Where the published settings ask for consent, nothing that is not agreed to is kept. */
final class ConsentTest extends EntryTestCase
{
    private string $before;

    protected function setUp(): void
    {
        parent::setUp();
        $this->before = (string) $this->stores->value('SELECT settings FROM ps_onlinechat_shop WHERE id = 1');
        $this->publish(['form' => ['en' => [['text' => 'I agree.']]]]);
    }

    protected function tearDown(): void
    {
        if (isset($this->before)) {
            $this->stores->change("UPDATE ps_onlinechat_shop SET settings = '" . addslashes($this->before) . "' WHERE id = 1");
        }
    }

    /** @param array<string, mixed> $consent */
    private function publish(array $consent): void
    {
        $settings = ['public' => ['consent' => $consent]] + json_decode($this->before, true);
        $this->stores->change("UPDATE ps_onlinechat_shop SET settings = '" . addslashes((string) json_encode($settings)) . "' WHERE id = 1");
    }

    public function testAChatIsNotStartedWithoutIt(): void
    {
        $this->online();
        $guest = $this->guest();
        $body = ['key' => self::key(), 'text' => 'Hello'];
        self::assertProblem(422, 'consent', 'consent', $this->post('start', $guest, $body));
        self::assertProblem(422, 'consent', 'consent', $this->post('start', $guest, $body + ['consent' => false]));
        self::assertProblem(400, 'malformed', 'consent', $this->post('start', $guest, $body + ['consent' => 'yes']));
        self::assertSame(0, $this->stores->rows()['message']);
        $started = $this->done('start', $guest, ['text' => 'Hello', 'consent' => true]);
        self::assertSame('assigned', $started->outcome);
        $this->done('post', $guest, ['conversation' => $started->conversation, 'text' => 'And', 'seen' => 0]);
    }

    public function testNoMessageIsLeftWithoutIt(): void
    {
        $body = [
            'key' => self::key(), 'fields' => ['email' => 'ann@example.com', 'message' => 'Hi'], 'language' => 'en',
            'started' => (int) (microtime(true) * 1000) - 5000,
        ];
        $leave = fn (array $more) => $this->http->postJson('/entry.php?action=message', (string) json_encode($body + $more));
        self::assertProblem(422, 'consent', 'consent', $leave([]));
        self::assertSame(0, $this->stores->rows()['mail']);
        self::assertSame(200, $leave(['consent' => true])->status);
    }

    public function testNobodyIsAskedWhereThereIsNoText(): void
    {
        $this->publish(['form' => []]);
        $this->online();
        $this->conversation($this->guest());
    }
}
