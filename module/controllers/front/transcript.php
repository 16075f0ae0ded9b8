<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Input;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\TranscriptLetter;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** "Send me this conversation": mails it to the signed-in customer whose ticket asks, where the owner offers that. */
class OnlinechatTranscriptModuleFrontController extends ModuleFrontController
{
    public function init(): void
    {
        $this->context->cookie->disallowWriting();
        try {
            $this->mail();
            http_response_code(204);
            header('Cache-Control: no-store');
        } catch (Throwable $e) {
            Problem::of($e)->send();
        }
        exit;
    }

    private function mail(): void
    {
        if (!Requirement::met()) {
            throw new Problem('unavailable', 'the PHP extension onlinechat is not loaded', '', ['Retry-After: 60']);
        }
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem('wrong-method', 'a conversation is asked for with POST', '', ['Allow: POST']);
        }
        $input = Input::body();
        $chat = (new ChatFactory())->open((int) $this->context->shop->id);
        $ticket = (string) ($_SERVER['HTTP_ONLINECHAT_TICKET'] ?? '');
        if ($ticket === '') {
            throw new Problem('no-ticket', 'the header Onlinechat-Ticket is missing');
        }
        $who = $chat->tickets()->verify($ticket);
        if ($who->role !== Role::Customer || !($chat->settings()['public']['transcript'] ?? false)) {
            throw new Problem('not-allowed', 'conversations are mailed to signed-in customers, where the shop offers it');
        }
        $conversation = $input->number('conversation');
        // As few as messages left in the form: a mail is more than a message.
        $chat->admit($who, (string) Tools::getRemoteAddr(), 'form');
        if ((new Post())->send(TranscriptLetter::of($chat, $who, $conversation, $this->context->shop)) !== Post::SENT) {
            throw new Problem('unavailable', 'the mail could not be sent', '', ['Retry-After: 60']);
        }
    }
}
