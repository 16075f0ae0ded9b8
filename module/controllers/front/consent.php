<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Front\AnswerController;
use PrestaShop\Module\OnlineChat\Mail\Text;
use PrestaShop\Module\OnlineChat\Privacy\Consent;

/** Notes with psgdpr that the visitor agreed to its text; the widget asks for it once its message was taken. */
class OnlinechatConsentModuleFrontController extends AnswerController
{
    protected function answer(): ?array
    {
        $input = $this->posted();
        $chat = $this->chat();
        $who = $this->visitor($chat);
        // Not "form": a message left would count twice there, and the third be refused for it.
        $chat->admit($who, $this->address(), 'start');
        if (Consent::of($this->context->shop) === []) {
            throw new Problem('invalid', 'consent: this shop asks for none', 'consent');
        }
        $name = Text::line($input->text('name', ''), 80);
        Consent::log($who?->role === Role::Customer ? (int) $who->person : null, $name !== '' ? $name : 'Online Chat');

        return null;
    }
}
