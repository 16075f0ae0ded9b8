<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

require_once __DIR__ . '/support/EntryTestCase.php';

/** What several operators do together, as docs/protocol.md has it. */
final class TeamTest extends EntryTestCase
{
    public function testASupervisorSeesAllAndTakesFromAColleague(): void
    {
        $operator = $this->online();
        $first = $this->conversation($this->guest());
        $second = $this->conversation($this->guest());
        $supervisor = $this->supervisor();

        $all = $this->get('overview', $supervisor);
        self::assertSame([$first, $second], array_column($all->conversations, 'id'));
        self::assertSame([1, 1], array_column($all->conversations, 'operator'));
        $next = $this->get('overview', $supervisor, ['after' => $first, 'limit' => 1]);
        self::assertSame([$second], array_column($next->conversations, 'id'));
        self::assertProblem(403, 'not-allowed', '', $this->get('overview', $operator));
        self::assertProblem(403, 'not-allowed', '', $this->get('overview', $this->guest()));

        $this->done('online', $supervisor, ['capacity' => 1]);
        $taken = $this->done('take', $supervisor, ['conversation' => $first]);
        self::assertSame(['assigned', 9], [$taken->outcome, $taken->operator]);
        self::assertSame('full', $this->done('take', $supervisor, ['conversation' => $second])->outcome);
        self::assertSame('conflict', $this->done('take', $operator, ['conversation' => $first])->outcome);
    }

    public function testARenewedTicketIsStillASupervisors(): void
    {
        $renewed = $this->post('renew', $this->supervisor());
        self::assertSame(200, $this->get('overview', $renewed->ticket)->status);
    }

    public function testAColleagueLooksInAndLeaves(): void
    {
        $operator = $this->online(1);
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        self::assertSame('closed', $this->done('invite', $operator, ['conversation' => $id, 'operator' => 2])->outcome);
        $colleague = $this->online(2);
        $asked = $this->done('invite', $operator, ['conversation' => $id, 'operator' => 2, 'note' => 'about delivery']);
        self::assertSame(['done', 1, 2], [$asked->outcome, $asked->operator, $asked->number]);

        $board = $this->get('board', $colleague);
        self::assertSame([$id], array_column($board->assisting, 'id'));
        self::assertSame([2], $board->assisting[0]['assistants']);
        self::assertTrue($this->done('post', $colleague, ['conversation' => $id, 'text' => 'On its way'])->accepted);
        $read = $this->get('read', $visitor, ['conversation' => $id]);
        self::assertSame(['Operator 2'], array_column(array_slice($read->messages, -1), 'name'));

        self::assertSame('done', $this->done('leave', $colleague, ['conversation' => $id])->outcome);
        self::assertSame('conflict', $this->done('leave', $colleague, ['conversation' => $id])->outcome);
        self::assertSame([], $this->get('board', $colleague)->assisting);
        self::assertProblem(403, 'not-allowed', '', $this->post('invite', $visitor, ['key' => self::key(),
            'conversation' => $id, 'operator' => 2]));
    }

    public function testLanguagesAreAListOfTexts(): void
    {
        $operator = $this->operator();
        self::assertSame('done', $this->done('online', $operator, ['languages' => ['en', 'fr-ca']])->outcome);
        foreach (['en', [7], ['en' => 'en']] as $languages) {
            $answer = $this->post('online', $operator, ['key' => self::key(), 'languages' => $languages]);
            self::assertProblem(400, 'malformed', 'languages', $answer);
        }
        $answer = $this->post('online', $operator, ['key' => self::key(), 'languages' => ['english']]);
        self::assertProblem(422, 'invalid', 'languages', $answer);
    }

    public function testABlockedVisitorIsToldUntilWhen(): void
    {
        $operator = $this->online();
        $visitor = $this->guest();
        $id = $this->conversation($visitor);
        $blocked = $this->done('block', $operator, ['conversation' => $id, 'what' => 'person', 'seconds' => 60, 'reason' => 'spam']);
        self::assertSame('done', $blocked->outcome);
        foreach (['start' => ['text' => 'Me again'], 'post' => ['conversation' => $id, 'text' => 'Me again'], 'hold' => []] as $action => $body) {
            $answer = $this->post($action, $visitor, $body + ($action === 'hold' ? [] : ['key' => self::key()]));
            self::assertProblem(403, 'blocked', '', $answer);
            self::assertGreaterThan(time() * 1000, $answer->json()['until']);
        }
        $blocks = $this->get('blocks', $operator)->blocks;
        self::assertSame(['person', 'spam', 'Operator 1', $id], [$blocks[0]['what'], $blocks[0]['reason'], $blocks[0]['by'],
            $blocks[0]['conversation']]);
        self::assertSame(204, $this->post('unblock', $operator, ['block' => $blocks[0]['id']])->status);
        self::assertSame([], $this->get('blocks', $operator)->blocks);
        self::assertSame('assigned', $this->done('start', $visitor, ['text' => 'Me again'])->outcome);
        self::assertProblem(422, 'invalid', 'what', $this->post('block', $operator, ['key' => self::key(),
            'conversation' => $id, 'what' => 'all', 'seconds' => 60]));
        self::assertProblem(403, 'not-allowed', '', $this->get('blocks', $visitor));
    }
}
