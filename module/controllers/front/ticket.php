<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Identity;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Connection\Pass;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Front\AnswerController;
use PrestaShop\Module\OnlineChat\Settings\Offer;
use PrestaShop\Module\OnlineChat\Shop\Settings;
use PrestaShop\Module\OnlineChat\Ticket\Answer;
use PrestaShop\Module\OnlineChat\Ticket\Cookies;
use PrestaShop\Module\OnlineChat\Ticket\SignedIn;
use Symfony\Component\HttpFoundation\IpUtils;

/**
 * The first ticket of a visitor, asked for when the chat is opened.
 *
 * Answers from the context alone: the parent's init() would load the cart and write PrestaShop's cookie, and a slow
 * request that does so while the visitor fills the cart loses lines.
 */
class OnlinechatTicketModuleFrontController extends AnswerController
{
    protected function answer(): array
    {
        return Answer::ticket((int) $this->context->shop->id, fn (): Identity => $this->person());
    }

    private function person(): Identity
    {
        if (!$this->admitted()) {
            throw new Problem('unavailable', 'the shop is closed', '', ['Retry-After: 60']);
        }
        if (!Offer::to($this->context->shop, $this->context->customer)) {
            throw new Problem('not-allowed', 'the chat is offered to others');
        }
        $cookies = new Cookies($this->context->shop);
        $cookies->open();
        $customer = SignedIn::customer($this->context);
        if ($customer === null) {
            $language = strtolower($this->context->language->iso_code);

            return new Identity(Role::Guest, $cookies->guest() ?: $cookies->newGuest(), '', $language);
        }
        SignedIn::bring($cookies, (int) $this->context->shop->id, $customer);

        return $customer;
    }

    /** In maintenance mode: by address, or since PrestaShop showed a page to this browser. */
    private function admitted(): bool
    {
        $shop = (int) $this->context->shop->id;
        /** @var list<string> $secrets */
        $secrets = Settings::json($shop, Settings::SECRETS);

        return (bool) Configuration::get('PS_SHOP_ENABLE') || Pass::holds($shop, $secrets) || IpUtils::checkIp(
            $this->address(),
            array_map('trim', explode(',', (string) Configuration::get('PS_MAINTENANCE_IP')))
        );
    }
}
