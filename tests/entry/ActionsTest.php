<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** Every action of docs/protocol.md, as it answers when all is well. */
final class ActionsTest extends EntryTestCase
{
    public function testStatusAndSettingsNeedNoTicketAndMayBeCached(): void
    {
        $status = $this->get('status');
        self::assertSame(200, $status->status);
        self::assertSame('public, max-age=2', $status->header('Cache-Control'));
        self::assertContains($status->mode, ['form', 'none']);
        $this->online();
        self::assertSame('chat', $this->get('status')->mode);

        $settings = $this->get('settings');
        self::assertSame(200, $settings->status);
        self::assertSame('public, max-age=2', $settings->header('Cache-Control'));
        self::assertSame($status->settings, $settings->version);
    }

    public function testJsonCannotEndAScript(): void
    {
        $this->online();
        $visitor = $this->guest();
        $conversation = $this->conversation($visitor, '</script> & <!-- é');
        $answer = $this->get('read', $visitor, ['conversation' => $conversation]);
        self::assertStringNotContainsString('<', $answer->body);
        self::assertStringContainsString('é', $answer->body);
        self::assertSame('</script> & <!-- é', $answer->messages[0]['text']);
        self::assertSame('application/json', $answer->header('Content-Type'));
        self::assertSame('no-store', $answer->header('Cache-Control'));
        self::assertSame('nosniff', $answer->header('X-Content-Type-Options'));
        self::assertSame('no-referrer', $answer->header('Referrer-Policy'));
    }

    public function testHoldAndRelease(): void
    {
        $visitor = $this->guest();
        self::assertSame('closed', $this->post('hold', $visitor)->outcome);
        $this->online();
        $held = $this->post('hold', $visitor);
        self::assertSame('held', $held->outcome);
        self::assertGreaterThan(time() * 1000, $held->until);
        $released = $this->post('release', $visitor);
        self::assertSame([204, ''], [$released->status, $released->body]);
        self::assertSame(0, $this->stores->rows()['hold']);
    }

    public function testAChatFromStartToArchive(): void
    {
        $operator = $this->online();
        $visitor = Tickets::sign(['role' => 'c', 'person' => (string) random_int(1000, 4294967295), 'about' => "a@example.com\n+33 1"]);
        self::assertNull($this->get('current', $visitor)->conversation);

        // What the browser says of itself is nothing (G22).
        $id = $this->done('start', $visitor, ['text' => 'Hello', 'about' => ['email' => 'somebody@example.com']])->conversation;
        self::assertSame($id, $this->get('current', $visitor)->conversation);
        $posted = $this->done('post', $operator, ['conversation' => $id, 'text' => 'Yes?', 'seen' => 1]);
        self::assertSame([2, true, 'ongoing'], [$posted->number, $posted->accepted, $posted->json()['status']]);

        $read = $this->get('read', $visitor, ['conversation' => $id, 'after' => 1, 'limit' => 1]);
        self::assertSame([2, 2, 2], [$read->from, $read->to, $read->last]);
        self::assertSame(['operator', 'Yes?'], [$read->messages[0]['author'], $read->messages[0]['text']]);

        $this->get('poll', $visitor, ['conversation' => $id, 'stream' => 'tab-1']);
        self::assertSame('done', $this->done('end', $visitor, ['conversation' => $id])->outcome);
        self::assertSame('assigned', $this->done('reopen', $operator, ['conversation' => $id])->outcome);
        self::assertSame('conflict', $this->done('offline', $operator)->outcome);
        self::assertSame('done', $this->done('offline', $operator, ['mode' => 'end'])->outcome);

        $line = (int) $this->stores->value("SELECT thread FROM ps_onlinechat_conversation WHERE id = $id");
        $thread = $this->get('thread', $operator, ['thread' => $line]);
        self::assertSame(['Hello', 'Yes?'], array_column($thread->conversations[0]['messages'], 'text'));
        self::assertNull($thread->next);
        $part = $this->get('thread', $operator, ['thread' => $line, 'limit' => 1]);
        self::assertSame([['Hello'], 1, 2], [array_column($part->conversations[0]['messages'], 'text'), $part->conversations[0]['to'], $part->conversations[0]['last']]);
        $part = $this->get('thread', $operator, ['thread' => $line, 'limit' => 1, 'cursor' => $part->next]);
        self::assertSame([['Yes?'], 2], [array_column($part->conversations[0]['messages'], 'text'), $part->conversations[0]['from']]);
        self::assertNull($part->next);
    }

    /** The whole history is the back office's, with a right of its own; the ticket of whoever chats is none (I9, issue 5.6). */
    public function testAnOperatorReadsOnlyTheHistoryOfWhoTheyTalkWith(): void
    {
        $operator = $this->online();
        $colleague = Tickets::sign(['role' => 'o', 'person' => (string) random_int(1000, 4294967295)]);
        $customer = ['role' => 'c', 'person' => (string) random_int(1000, 4294967295)];
        $visitor = Tickets::sign($customer);
        $id = $this->done('start', $visitor, ['text' => 'Hello'])->conversation;
        $this->done('end', $visitor, ['conversation' => $id]);
        $this->done('offline', $operator, ['mode' => 'end']);
        $line = (int) $this->stores->value("SELECT thread FROM ps_onlinechat_conversation WHERE id = $id");

        self::assertSame(404, $this->http->get('/entry.php?action=history', ["Onlinechat-Ticket: $operator"])->status);
        self::assertProblem(403, 'not-allowed', '', $this->http->get("/entry.php?action=thread&thread=$line", ["Onlinechat-Ticket: $colleague"]));
        self::assertProblem(403, 'not-allowed', '', $this->http->get("/entry.php?action=read&conversation=$id", ["Onlinechat-Ticket: $colleague"]));
        self::assertSame($id, $this->get('thread', $operator, ['thread' => $line])->conversations[0]['conversation']);
        self::assertSame(1, $this->get('read', $operator, ['conversation' => $id])->last);

        $this->done('online', $colleague, ['capacity' => 1]);
        $this->done('start', $visitor, ['text' => 'Again']);
        $this->done('take', $colleague, ['conversation' => $this->get('current', $visitor)->conversation]);
        self::assertSame($id, $this->get('thread', $colleague, ['thread' => $line])->conversations[0]['conversation'], 'they talk with this customer now');
    }

    public function testPollSaysWhatIsNewAndElseNothing(): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $query = ['conversation' => $id, 'stream' => 'tab-1'];

        $first = $this->get('poll', $visitor, $query);
        self::assertSame(200, $first->status);
        self::assertTrue($first->changed);
        self::assertSame(['Hello'], array_column($first->messages['messages'], 'text'));

        $query += ['after' => $first->messages['to'], 'revision' => $first->messages['revision'], 'typing' => 0, 'hidden' => 0];
        $second = $this->get('poll', $visitor, $query);
        self::assertSame([204, ''], [$second->status, $second->body]);
        self::assertSame('no-store', $second->header('Cache-Control'));
        self::assertMatchesRegularExpression('/^[1-9]\d{2,5}$/D', (string) $second->header('Onlinechat-Delay'));
        self::assertSame((string) $first->settings, $second->header('Onlinechat-Settings'), 'an open chat takes a saved change with its next poll');

        $hidden = $this->get('poll', $visitor, ['hidden' => 1] + $query);
        self::assertGreaterThan((int) $second->header('Onlinechat-Delay'), (int) $hidden->header('Onlinechat-Delay'));

        $this->done('post', $operator, ['conversation' => $id, 'text' => 'Yes?']);
        self::assertSame(['Yes?'], array_column($this->get('poll', $visitor, $query)->messages['messages'], 'text'));
    }

    public function testTypingIsSeenAndNeedsNoRow(): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        self::assertSame(204, $this->post('typing', $operator, ['conversation' => $id, 'typing' => true])->status);
        $known = $this->get('poll', $visitor, ['conversation' => $id, 'stream' => 'tab-1'])->messages;
        $update = $this->get('poll', $visitor, [
            'conversation' => $id, 'stream' => 'tab-1', 'after' => $known['to'], 'revision' => $known['revision'],
        ]);
        self::assertTrue($update->typing);
        self::assertSame(204, $this->post('typing', $operator, ['conversation' => $id, 'typing' => false])->status);
    }

    public function testSeenReachesTheOtherSide(): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        self::assertSame(204, $this->post('seen', $operator, ['conversation' => $id, 'number' => 1])->status);
        self::assertSame(1, $this->get('read', $visitor, ['conversation' => $id])->readByOther);
    }

    public function testDeliveredReachesTheOtherSide(): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $this->done('post', $operator, ['conversation' => $id, 'text' => 'Yes?']);
        $poll = ['conversation' => $id, 'stream' => 'tab-1'];
        $has = $this->get('poll', $visitor, $poll)->messages;
        $this->get('poll', $visitor, $poll + ['after' => $has['to'], 'revision' => $has['revision']]);
        self::assertSame(2, $this->get('board', $operator)->ongoing[0]['deliveredToVisitor']);
        self::assertSame(2, $this->get('read', $operator, ['conversation' => $id])->deliveredToOther);
        self::assertSame(2, $this->get('read', $visitor, ['conversation' => $id])->deliveredToOther);
    }

    public function testAnOperatorSeesWhereTheVisitorIsAndWas(): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        self::assertSame([], $this->get('trail', $operator, ['conversation' => $id])->pages);
        self::assertSame(204, $this->post('visit', $visitor, ['url' => '/en/', 'title' => 'Start'])->status);
        self::assertSame(204, $this->post('visit', $visitor, ['url' => '/en/cart?x=1', 'title' => 'Cart'])->status);
        $trail = $this->get('trail', $operator, ['conversation' => $id]);
        self::assertSame(['/en/cart?x=1', '/en/'], array_column($trail->pages, 'url'));
        self::assertSame(['Cart', 'Start'], array_column($trail->pages, 'title'));
        self::assertProblem(422, 'invalid', 'url', $this->post('visit', $visitor, ['url' => 'javascript:alert(1)']));
        self::assertProblem(403, 'not-allowed', '', $this->get('trail', $visitor, ['conversation' => $id]));
        self::assertProblem(403, 'not-allowed', '', $this->post('visit', $operator, ['url' => '/']));
        self::assertProblem(404, 'not-found', '', $this->get('trail', $operator, ['conversation' => $id + 1]));
    }

    public function testWatchAndBoard(): void
    {
        $operator = $this->online();
        $id = $this->conversation($this->guest());
        $board = $this->get('board', $operator);
        self::assertSame([$id], array_column($board->ongoing, 'id'));

        $update = $this->get('watch', $operator, ['cursor' => 0, 'stream' => 'console']);
        self::assertSame([$id], array_column($update->board['ongoing'], 'id'));
        $still = $this->get('watch', $operator, [
            'cursor' => $update->board['cursor'], 'stream' => 'console', 'typing' => '', 'hidden' => 0,
        ]);
        self::assertSame(204, $still->status, $still->body);
        self::assertGreaterThan(0, (int) $still->header('Onlinechat-Delay'));
    }

    public function testTransferWithANote(): void
    {
        $first = $this->online(1);
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $second = $this->online(2);
        $moved = $this->done('transfer', $first, ['conversation' => $id, 'operator' => 2, 'note' => 'about delivery']);
        self::assertSame(['assigned', 2], [$moved->outcome, $moved->operator]);
        $texts = static fn (Answer $answer): array => array_column($answer->messages, 'text');
        self::assertContains('about delivery', $texts($this->get('read', $second, ['conversation' => $id])));
        self::assertNotContains('about delivery', $texts($this->get('read', $visitor, ['conversation' => $id])));
    }

    public function testTakeIsAConflictForWhatNobodyWaitsWith(): void
    {
        $operator = $this->online();
        $id = $this->conversation($this->guest());
        self::assertSame('conflict', $this->done('take', $operator, ['conversation' => $id])->outcome);
    }

    public function testGoneAsABeaconCarriesItsTicketInTheBody(): void
    {
        $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        self::assertSame(204, $this->post('gone', $visitor, ['stream' => 'tab-1', 'conversation' => $id])->status);
        $beacon = $this->http->send(
            'POST',
            '/entry.php?action=gone',
            ['Content-Type: text/plain;charset=UTF-8'],
            json_encode(['ticket' => $visitor, 'stream' => 'tab-1', 'conversation' => $id])
        );
        self::assertSame([204, ''], [$beacon->status, $beacon->body]);
    }

    public function testRenewedTicketIsTheSamePersonLonger(): void
    {
        $this->online();
        $now = (int) (microtime(true) * 1000);
        $person = self::key();
        $old = Tickets::sign(['person' => $person, 'first' => $now - 60000, 'issued' => $now - 60000, 'expires' => $now + 30000]);
        $renewed = $this->post('renew', $old);
        self::assertSame(200, $renewed->status, $renewed->body);
        self::assertGreaterThan($now + 500000, $renewed->expires);
        $id = $this->conversation($renewed->ticket);
        self::assertSame(200, $this->get('read', $this->guest($person), ['conversation' => $id])->status);
    }

    /** @dataProvider repeatable */
    public function testARepetitionChangesNothingAndAnswersTheSame(string $action, array $body): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $body += ['key' => self::key()];
        if ($action !== 'start') {
            $body += ['conversation' => $this->conversation($visitor)];
        }
        $first = $this->done($action, $visitor, $body)->json();
        $rows = $this->stores->rows();
        $second = $this->done($action, $visitor, ['first' => false] + $body)->json();
        self::assertSame([false, true], [$first['repeated'], $second['repeated']]);
        self::assertSame(['repeated' => true] + $first, ['repeated' => true] + $second);
        self::assertSame($rows, $this->stores->rows());
    }

    public static function repeatable(): array
    {
        return [
            'start' => ['start', ['text' => 'Hello']],
            'post' => ['post', ['text' => 'More', 'seen' => 1]],
            'end' => ['end', []],
        ];
    }

    public function testTwoVisitorsSeeTheirOwnOnly(): void
    {
        $this->online();
        [$one, $two] = [$this->guest(), $this->guest()];
        [$first, $second] = [$this->conversation($one, 'first'), $this->conversation($two, 'second')];
        self::assertNotSame($first, $second);
        self::assertSame($first, $this->get('current', $one)->conversation);
        self::assertSame($second, $this->get('current', $two)->conversation);
        self::assertSame('first', $this->get('read', $one, ['conversation' => $first])->messages[0]['text']);
        self::assertProblem(403, 'not-allowed', '', $this->get('read', $one, ['conversation' => $second]));
        self::assertProblem(403, 'not-allowed', '', $this->get('read', $two, ['conversation' => $first]));
    }

    public function testAGuestAndACustomerWithTheSameNumberAreTwo(): void
    {
        $this->online();
        $customer = Tickets::sign(['role' => 'c', 'person' => 7, 'name' => 'Customer 7']);
        $id = $this->conversation($customer);
        $operator = Tickets::sign(['role' => 'o', 'person' => 7]);
        self::assertProblem(403, 'not-allowed', '', $this->get('current', $operator));
        self::assertSame($id, $this->get('current', $customer)->conversation);
    }

    public function testTooManyWritesWait(): void
    {
        $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        for ($sent = 0; $sent < 100; $sent++) {
            $answer = $this->post('post', $visitor, ['key' => self::key(), 'conversation' => $id, 'text' => "$sent"]);
            if ($answer->status !== 200) {
                break;
            }
        }
        self::assertProblem(429, 'rate-limited', '', $answer);
        self::assertGreaterThan(0, $answer->retry_after);
        self::assertSame((string) (int) ceil($answer->retry_after / 1000), $answer->header('Retry-After'));
        self::assertSame($sent + 1, $this->stores->rows()['message']);
        self::assertSame(200, $this->get('read', $visitor, ['conversation' => $id])->status, 'reading goes on');
    }

    /** @dataProvider signals */
    public function testASignalForAnothersConversationHasNoEffect(string $action, array $body): void
    {
        $operator = $this->online();
        $id = $this->conversation($this->guest());
        $board = $this->get('watch', $operator, ['cursor' => 0, 'stream' => 'console'])->json();
        $answer = $this->post($action, $this->guest(), ['conversation' => $id] + $body);
        // A tab's good-bye is never refused: nobody reads the answer.
        self::assertSame($action === 'gone' ? 204 : 403, $answer->status);
        $after = $this->get('watch', $operator, ['cursor' => 0, 'stream' => 'console'])->json();
        self::assertSame([], $after['typing']);
        self::assertSame($board['board']['ongoing'], $after['board']['ongoing']);
    }

    public static function signals(): array
    {
        return [
            'typing' => ['typing', ['typing' => true]],
            'seen' => ['seen', ['number' => 1]],
            'gone' => ['gone', ['stream' => 'tab-1']],
        ];
    }

    public function testNobodyWithoutATrustedProxyChoosesTheirAddress(): void
    {
        $this->online();
        $this->http->postJson('/entry.php?action=hold', '{}', [
            'Onlinechat-Ticket: ' . $this->guest(), 'X-Forwarded-For: 203.0.113.5',
        ]);
        self::assertSame('127.0.0.1', $this->stores->value('SELECT address FROM ps_onlinechat_hold'));
    }
}
