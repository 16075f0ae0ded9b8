<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Front\AnswerController;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\TranscriptLetter;

/** "Send me this conversation": mails it to the signed-in customer whose ticket asks, where the owner offers that. */
class OnlinechatTranscriptModuleFrontController extends AnswerController
{
    protected function answer(): ?array
    {
        $input = $this->posted();
        $chat = $this->chat();
        $who = $this->visitor($chat) ?? throw new Problem('no-ticket', 'the header Onlinechat-Ticket is missing');
        if ($who->role !== Role::Customer || !($chat->settings()['public']['transcript'] ?? false)) {
            throw new Problem('not-allowed', 'conversations are mailed to signed-in customers, where the shop offers it');
        }
        $conversation = $input->number('conversation');
        // As few as messages left in the form: a mail is more than a message.
        $chat->admit($who, $this->address(), 'form');
        if ((new Post())->send(TranscriptLetter::of($chat, $who, $conversation, $this->context->shop)) !== Post::SENT) {
            throw new Problem('unavailable', 'the mail could not be sent', '', ['Retry-After: 60']);
        }

        return null;
    }
}
