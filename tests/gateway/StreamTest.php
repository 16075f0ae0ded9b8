<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Gateway;

use OnlineChat\Identity;
use OnlineChat\Role;

require_once __DIR__ . '/support/GatewayTestCase.php';

/** What is said reaches those it is for, and nobody else (I9). */
final class StreamTest extends GatewayTestCase
{
    public function testEachSideSeesWhatTheOtherWrites(): void
    {
        $this->start();
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $a = $this->greeted($visitor, ['conversation' => $id, 'after' => 1, 'revision' => 1, 'stream' => 'tab1']);
        $b = $this->greeted($operator, ['conversations' => "$id:1"]);

        $this->post($operator, $id, 'Good morning');
        $event = $a->message(2);
        self::assertSame([$id, 2, 'operator', 'Good morning'], [$event['conversation'], $event['number'], $event['author'], $event['text']]);
        self::assertSame($event, $b->message(2), 'the operator\'s other windows have it too');

        $this->post($visitor, $id, "Two\nlines");
        self::assertSame("Two\nlines", $b->message(3)['text']);

        $this->chat->conversations()->typing($visitor, $id);
        self::assertSame('visitor', $b->event('typing')['author']);
        $this->chat->conversations()->typing($operator, $id);
        self::assertSame('operator', $a->event('typing')['author']);
        $this->chat->conversations()->seen($operator, $id, 3);
        self::assertSame(3, $a->event('seen')['number']);
    }

    public function testTheFirstWordIsHelloWithWhatIsBehind(): void
    {
        $this->start(['grace' => 7]);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $this->post($operator, $id, 'Yes?');
        $version = $this->chat->presence()->status()->settings;

        $stream = $this->stream($visitor, ['conversation' => $id, 'after' => 1, 'revision' => 1, 'stream' => 'tab-1']);
        self::assertSame(200, $stream->status);
        self::assertSame('text/event-stream', $stream->headers['content-type']);
        self::assertSame('no-store', $stream->headers['cache-control']);
        self::assertSame('no', $stream->headers['x-accel-buffering']);
        $hello = $stream->event('hello');
        $head = $this->chat->conversations()->read($visitor, $id);
        self::assertSame(['conversation' => $id, 'number' => 2, 'revision' => $head->revision], $hello['behind'][0]);
        self::assertSame(
            ['tab-1', false, $version, null, 7000],
            [$hello['stream'], $hello['degraded'], $hello['settings'], $hello['board'], $hello['grace']]
        );

        $up = $this->stream($visitor, ['conversation' => $id, 'after' => 2, 'revision' => $head->revision]);
        self::assertSame([], $up->event('hello')['behind']);
        $board = $this->stream($operator, ['conversations' => "$id:2"])->event('hello');
        self::assertSame([], $board['behind']);
        self::assertSame($this->chat->router()->board($operator)->cursor, $board['board']);
    }

    /** Whatever is said, it is one event and nothing else. */
    public function testATextIsNeverPartOfTheStream(): void
    {
        $this->start();
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $stream = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $text = "\"}\n\nevent: bye\ndata: {\"why\":\"slow\"}\n\n\u{2028}data: x\u{2029}\u{85} Zo\u{eb} \u{1F600}\\n";
        $this->post($operator, $id, $text);
        self::assertSame($text, $stream->message(2)['text']);

        // Nor is what was published by something else.
        $redis = new \Redis();
        $redis->connect((string) getenv('ONLINECHAT_REDIS_SOCKET'));
        [$settings] = $redis->keys('*:settings');
        $channel = preg_replace('/settings$/', 'e', $settings);
        foreach (["{\"event\":\"typing\"}\nevent: bye", "{\"event\":\"typing\",\"a\":\"\r\"}", "{\"event\":\"bye\nid\"}", ''] as $json) {
            $redis->publish($channel, "*\t*\n$json");
        }
        $this->post($operator, $id, 'Next');
        self::assertSame(['message'], [...$stream->namesUntil('message'), 'message']);
        self::assertSame(4, $this->gateway->metric('events_malformed_total'));
    }

    /** What one event needs is no delay of the reader's. */
    public function testAnEventLargerThanTheBufferArrives(): void
    {
        $this->start(['buffer' => 4096]);
        [$visitor, $operator] = [self::guest(), self::operator()];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $stream = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $text = str_repeat("\u{1F600}", 4000);
        $this->post($operator, $id, $text);
        self::assertSame($text, $stream->message(2)['text']);
        self::assertSame(0, $this->gateway->metric('ended_total{why="slow"}'));
    }

    public function testWhatIsNotForSomebodyNeverComes(): void
    {
        $this->start();
        [$visitor, $other, $operator, $colleague] = [self::guest(), self::guest(), self::operator(3), self::operator(4)];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $this->online($colleague);
        $a = $this->greeted($visitor, ['conversation' => $id, 'after' => 1]);
        $foreign = $this->greeted($other, ['conversation' => $id, 'after' => 0]);
        $else = $this->greeted($colleague);

        // A transfer's note is for operators only.
        $this->chat->router()->transfer($operator, self::key(), $id, 4, 'A difficult one');
        self::assertSame('note', $else->message(2)['author']);
        $this->post($colleague, $id, 'Hello again');
        self::assertSame('Hello again', $a->message(2)['text'], 'not the note, whose number is before');

        // The last thing said to all is also the first the stranger hears.
        $this->chat->publish(['maximum' => 51]);
        self::assertSame(['settings'], [...$foreign->namesUntil('settings'), 'settings']);
    }

    public function testAColleagueWhoLooksInHearsBothSides(): void
    {
        $this->start();
        [$visitor, $operator, $colleague] = [self::guest(), self::operator(3), self::operator(4)];
        $this->online($operator);
        $id = $this->conversation($visitor);
        $this->online($colleague);
        $this->chat->router()->invite($operator, self::key(), $id, 4, 'Please look');
        $stream = $this->greeted($colleague);
        $this->chat->conversations()->typing($visitor, $id);
        self::assertSame('visitor', $stream->event('typing')['author']);
        $this->post($visitor, $id, 'One');
        self::assertSame('One', $stream->message(3)['text']);
        $this->post($operator, $id, 'Two');
        self::assertSame('Two', $stream->message(4)['text']);
    }

    public function testAStrangersNumberTellsNothing(): void
    {
        $this->start();
        $this->online(self::operator());
        $id = $this->conversation(self::guest());
        $hello = $this->stream(self::guest(), ['conversation' => $id, 'after' => 0, 'revision' => 0])->event('hello');
        self::assertSame([], $hello['behind']);
    }

    public function testABoardsChangeIsToldToWhoseItIs(): void
    {
        $this->start();
        [$operator, $colleague] = [self::operator(3), self::operator(4)];
        $this->online($operator);
        $board = $this->greeted($operator);
        $id = $this->conversation(self::guest());
        $cursor = $board->event('board')['cursor'];
        self::assertSame($cursor, $this->chat->router()->board($operator)->cursor);
        // Who comes online is on every board.
        $this->online($colleague);
        self::assertGreaterThan($cursor, $board->event('board')['cursor']);
        self::assertGreaterThan(0, $id);
    }

    public function testShopsAreApart(): void
    {
        $chat = new \OnlineChat\Chat(self::shop(['shop' => 2]));
        $chat->publish([]);
        $this->start(['shops' => [self::shop(), self::shop(['shop' => 2])]]);
        $operator = self::operator();
        $this->online($operator);
        $one = $this->greeted($operator);
        $two = Stream::open($this->gateway->address, $chat->tickets()->make($operator));
        $two->event('hello');
        $this->conversation(self::guest());
        $one->event('board');
        $chat->publish(['maximum' => 9]);
        self::assertSame([], $two->namesUntil('settings'));
    }

    public function testACustomersStreamsAllHear(): void
    {
        $this->start();
        $customer = new Identity(Role::Customer, '7', 'Bert', 'en');
        $this->online(self::operator());
        [$one, $two] = [$this->greeted($customer), $this->greeted($customer)];
        $id = $this->conversation($customer);
        self::assertSame($id, $one->event('message')['conversation']);
        self::assertSame($id, $two->event('message')['conversation']);
        $one->close();
        $this->post(self::operator(), $id, 'Still there?');
        self::assertSame('Still there?', $two->message(2)['text']);
    }
}
