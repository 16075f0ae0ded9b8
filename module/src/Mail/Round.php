<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Mailbox;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Sends what is due: messages left in the shop, and answers a customer has not read. */
final class Round
{
    public function __construct(private ChatFactory $chats, private Post $post)
    {
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
        foreach ($mailbox->due($limit) as $message) {
            $state = $this->post->send(OfflineLetter::of($message, $shop));
            $mailbox->mailed($message->id, $state, $state === Post::FAILED ? 'PrestaShop could not send it: see Advanced parameters, Logs' : '');
            ++$counts[$state];
        }
        $this->answers($mailbox, $shop, $limit, $counts);

        return $counts;
    }

    /**
     * An answer whose letter failed stays due.
     *
     * @param array{sent: int, failed: int, off: int} $counts
     */
    private function answers(Mailbox $mailbox, \Shop $shop, int $limit, array &$counts): void
    {
        foreach ($mailbox->unread($limit) as $answer) {
            $state = $this->post->send(UnreadLetter::of($answer, $shop));
            ++$counts[$state];
            if ($state === Post::SENT) {
                $mailbox->answered($answer->conversation, UnreadLetter::upTo($answer));
            }
        }
    }
}
