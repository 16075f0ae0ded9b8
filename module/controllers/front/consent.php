<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Input;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Mail\Text;
use PrestaShop\Module\OnlineChat\Privacy\Consent;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** Notes with psgdpr that the visitor agreed to its text; the widget asks for it once its message was taken. */
class OnlinechatConsentModuleFrontController extends ModuleFrontController
{
    public function init(): void
    {
        $this->context->cookie->disallowWriting();
        try {
            $this->note();
            http_response_code(204);
        } catch (Throwable $e) {
            Problem::of($e)->send();
        }
        exit;
    }

    private function note(): void
    {
        if (!Requirement::met()) {
            throw new Problem('unavailable', 'the PHP extension onlinechat is not loaded', '', ['Retry-After: 60']);
        }
        if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem('wrong-method', 'a consent is sent with POST', '', ['Allow: POST']);
        }
        $input = Input::body();
        $chat = (new ChatFactory())->open((int) $this->context->shop->id);
        $ticket = (string) ($_SERVER['HTTP_ONLINECHAT_TICKET'] ?? '');
        $who = $ticket === '' ? null : $chat->tickets()->verify($ticket);
        $chat->admit($who, (string) Tools::getRemoteAddr(), 'form');
        if (Consent::of($this->context->shop) === []) {
            throw new Problem('invalid', 'consent: this shop asks for none', 'consent');
        }
        $name = Text::line($input->text('name', ''), 80);
        Consent::log($who?->role === Role::Customer ? (int) $who->person : null, $name !== '' ? $name : 'Online Chat');
    }
}
