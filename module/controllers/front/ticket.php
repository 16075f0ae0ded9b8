<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Identity;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Ticket\Answer;
use PrestaShop\Module\OnlineChat\Ticket\Cookies;
use Symfony\Component\HttpFoundation\IpUtils;

/**
 * The first ticket of a visitor, asked for when the chat is opened.
 *
 * Answers from the context alone: the parent's init() would load the cart and write PrestaShop's cookie, and a slow
 * request that does so while the visitor fills the cart loses lines.
 */
class OnlinechatTicketModuleFrontController extends ModuleFrontController
{
    public function init(): void
    {
        $this->context->cookie->disallowWriting();
        Answer::send((int) $this->context->shop->id, fn (): Identity => $this->visitor());
        exit;
    }

    private function visitor(): Identity
    {
        if (!(bool) Configuration::get('PS_SHOP_ENABLE') && !IpUtils::checkIp(
            (string) Tools::getRemoteAddr(),
            array_map('trim', explode(',', (string) Configuration::get('PS_MAINTENANCE_IP')))
        )) {
            throw new Problem('unavailable', 'the shop is closed', '', ['Retry-After: 60']);
        }
        $cookies = new Cookies($this->context->shop);
        $cookies->open();
        $customer = $this->context->customer;
        $language = strtolower($this->context->language->iso_code);
        if (!$customer->isLogged()) {
            return new Identity(Role::Guest, $cookies->guest() ?: $cookies->newGuest(), '', $language);
        }

        return new Identity(
            Role::Customer,
            (string) (int) $customer->id,
            mb_substr(trim("$customer->firstname $customer->lastname"), 0, 80),
            $language,
            (string) $this->context->cookie->session_id
        );
    }
}
