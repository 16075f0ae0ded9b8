<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use OnlineChat\Chat;
use OnlineChat\Mailbox;
use OnlineChat\OfflineMessage;
use OnlineChat\UnreadAnswer;
use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\Round;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

require_once __DIR__ . '/support/shop.php';

/**
 * Sending what is due (G21). What is taken is a round's own for a minute: were its letter begun after that, another
 * round would have taken it too, and it would be sent twice.
 */
final class RoundTest extends TestCase
{
    /** @return array{sent: int, failed: int, off: int} of a mail server that refuses each letter after so many seconds */
    private static function round(Mailbox $mailbox, int $seconds, int $limit): array
    {
        [\Language::$clock, \Language::$seconds] = [0, $seconds];
        $clock = static fn (): float => (float) \Language::$clock;

        return (new Round(new ChatFactory([1 => new Chat(null, $mailbox)]), new Post(), $clock))->of(new \Shop(1), $limit);
    }

    public function testMessageIsTakenWhenItsLetterIsBegun(): void
    {
        $mailbox = new Mailbox(array_map(static fn (int $id): OfflineMessage => new OfflineMessage($id), range(1, 5)), []);
        $this->assertSame(['sent' => 0, 'failed' => 4, 'off' => 0], self::round($mailbox, 40, 4));
        $this->assertSame([1 => 0, 2 => 40, 3 => 80, 4 => 120], $mailbox->taken);
        $this->assertSame([1 => 'failed', 2 => 'failed', 3 => 'failed', 4 => 'failed'], $mailbox->mailed);
    }

    public function testNoAnswersLetterIsBegunWhenItsMinuteIsNearlyOver(): void
    {
        foreach ([1 => 5, 20 => 2, 31 => 1] as $seconds => $begun) {
            $answers = array_map(static fn (): UnreadAnswer => new UnreadAnswer(), range(1, 5));
            $mailbox = new Mailbox([], $answers);
            \PrestaShopLogger::$lines = [];
            $this->assertSame($begun, self::round($mailbox, $seconds, 20)['failed'], "$seconds s each");
            $this->assertSame($begun, $mailbox->unanswered, 'a failure waits longer from try to try');
            $this->assertSame(array_fill(0, 5 - $begun, 0), $mailbox->answered, 'what was not begun is given back');
            $this->assertCount($begun, \PrestaShopLogger::$lines, 'the owner is told of the last try');
            $this->assertStringContainsString('conversation 1', \PrestaShopLogger::$lines[0]);
        }
    }
}
