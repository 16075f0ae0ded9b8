<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Operator\Profile;
use PrestaShop\Module\OnlineChat\Operator\ServedShops;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\PrestaShop\Adapter\SymfonyContainer;
use Symfony\Component\Routing\Generator\UrlGeneratorInterface;

/** The console on the back office's pages. */
final class Office
{
    private static bool $shown = false;

    /** Once a page, for employees with the right to chat, not in pop-up windows nor where the module is off. */
    public static function shows(\Context $context): bool
    {
        if (self::$shown || \Tools::getValue('liteDisplaying') || !self::mayChat($context)) {
            return false;
        }
        // This hook runs even in a shop whose module is off.
        if (!\Module::isEnabled('onlinechat')) {
            return false;
        }

        return self::$shown = SymfonyContainer::getInstance() !== null;
    }

    public static function mayChat(\Context $context): bool
    {
        return self::mayRead($context, Tabs::CHAT);
    }

    public static function mayRead(\Context $context, string $tab): bool
    {
        $employee = $context->employee;

        return $employee instanceof \Employee && (int) $employee->id > 0
            && \Access::isGranted('ROLE_MOD_TAB_' . \strtoupper($tab) . '_READ', (int) $employee->id_profile);
    }

    public static function config(\Context $context): string
    {
        $shop = $context->shop;
        /** @var \Employee $employee as shows() found */
        $employee = $context->employee;
        /** @var UrlGeneratorInterface $router */
        $router = SymfonyContainer::getInstance()?->get('router');
        $muted = (new Profile((int) $employee->id))->muted();
        $allowed = ChatSettings::sounds($shop);

        return (string) \json_encode([
            'entry' => \Configuration::getGlobalValue(Settings::ENTRY) === 'controller'
                ? Page::controller($shop) : __PS_BASE_URI__ . 'modules/onlinechat/entry.php?shop=' . (int) $shop->id,
            'fallback' => Page::controller($shop),
            'ticket' => $router->generate('onlinechat_ticket'),
            'shop' => (int) $shop->id,
            'language' => $context->language->iso_code,
            'locale' => $context->language->locale,
            'employee' => (int) $employee->id,
            'shops' => (new ServedShops($employee))->forConsole((int) $shop->id, $router),
            'supervisor' => self::mayRead($context, Tabs::SUPERVISOR),
            'sounds' => [
                'message' => $allowed['message'] && !$muted['message'],
                'conversation' => $allowed['conversation'] && !$muted['conversation'],
            ],
            'sounds_allowed' => $allowed,
            'mute' => $muted,
            'links' => [
                'customer' => $router->generate('onlinechat_customer'),
                'replies' => $router->generate('onlinechat_replies_console'),
                'profile' => $router->generate('onlinechat_profile'),
                'history' => self::mayRead($context, Tabs::HISTORY) ? $router->generate('onlinechat_history') : null,
                'mail' => $router->generate('onlinechat_mail'),
            ],
        ], JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES);
    }
}
