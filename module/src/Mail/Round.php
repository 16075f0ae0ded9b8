<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Mailbox;
use OnlineChat\NotFound;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Sends what is due: messages left in the shop, and answers a customer has not read. */
final class Round
{
    /** Answers that are taken are this round's for a minute; a letter begun later than this might be another's by then. */
    private const BEGIN_WITHIN = 30.0;

    /** @var \Closure(): float */
    private \Closure $clock;

    /** @param (\Closure(): float)|null $clock seconds */
    public function __construct(private ChatFactory $chats, private Post $post, ?\Closure $clock = null)
    {
        $this->clock = $clock ?? static fn (): float => \microtime(true);
    }

    /**
     * @param int $limit letters of each kind, at most
     *
     * @return array{sent: int, failed: int, off: int}
     */
    public function of(\Shop $shop, int $limit = 20): array
    {
        $mailbox = $this->chats->open((int) $shop->id)->mailbox();
        $counts = ['sent' => 0, 'failed' => 0, 'off' => 0];
        // Each is taken when its turn comes: it is this round's for a minute, and a mail server may take its time.
        for ($i = 0; $i < $limit && ($message = $mailbox->due(1)[0] ?? null); ++$i) {
            [$state, $reason] = $this->send(static fn (): Letter => OfflineLetter::of($message, $shop));
            self::unlessErased(static fn () => $mailbox->mailed($message->id, $state, $reason));
            ++$counts[$state];
        }
        $this->answers($mailbox, $shop, $limit, $counts);

        return $counts;
    }

    /**
     * @param array{sent: int, failed: int, off: int} $counts
     */
    private function answers(Mailbox $mailbox, \Shop $shop, int $limit, array &$counts): void
    {
        $until = ($this->clock)() + self::BEGIN_WITHIN;
        foreach ($mailbox->unread($limit) as $answer) {
            if (($this->clock)() > $until) {
                // Given back: nobody has begun it.
                self::unlessErased(static fn () => $mailbox->answered($answer->conversation, 0));
                continue;
            }
            $to = UnreadLetter::address($answer);
            [$state, $reason] = $to === '' ? [Post::SENT, ''] : $this->send(static fn (): Letter => UnreadLetter::of($answer, $shop, $to));
            if ($to !== '') {
                ++$counts[$state];
            }
            self::unlessErased(static fn () => $state === Post::SENT
                ? $mailbox->answered($answer->conversation, UnreadLetter::upTo($answer))
                : self::again($mailbox, $answer->conversation, $state, $reason));
        }
    }

    /** As with left messages: after 1, 5, 30 minutes and 2 hours. Then somebody has to know that a customer was not told. */
    private static function again(Mailbox $mailbox, int $conversation, string $state, string $reason): void
    {
        if (!$mailbox->unanswered($conversation)) {
            \PrestaShopLogger::addLog("onlinechat: the answer in conversation $conversation, which its customer has not read, "
                . 'could not be mailed in five tries: ' . ($state === Post::OFF ? 'mail is switched off' : $reason), 3);
        }
    }

    /**
     * What was deleted while its letter was sent needs no note, and holds up none of the others.
     *
     * @param callable(): void $note
     */
    private static function unlessErased(callable $note): void
    {
        try {
            $note();
        } catch (NotFound) {
        }
    }

    /**
     * A letter that cannot be made or sent holds up none of the others.
     *
     * @param callable(): Letter $letter
     *
     * @return array{'sent'|'failed'|'off', string} what became of it, and why it failed
     */
    private function send(callable $letter): array
    {
        try {
            $state = $this->post->send($letter());
        } catch (\Throwable $e) {
            return [Post::FAILED, $e->getMessage()];
        }

        return [$state, $state === Post::FAILED ? 'PrestaShop could not send it: see Advanced parameters, Logs' : ''];
    }
}
