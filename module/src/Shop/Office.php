<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

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
        $employee = $context->employee;

        return $employee instanceof \Employee && (int) $employee->id > 0 && \Access::isGranted(
            'ROLE_MOD_TAB_' . \strtoupper(Tabs::CHAT) . '_READ',
            (int) $employee->id_profile
        );
    }

    public static function config(\Context $context): string
    {
        $shop = $context->shop;
        /** @var UrlGeneratorInterface $router */
        $router = SymfonyContainer::getInstance()?->get('router');

        return (string) \json_encode([
            'entry' => \Configuration::getGlobalValue(Settings::ENTRY) === 'controller'
                ? Page::controller($shop) : __PS_BASE_URI__ . 'modules/onlinechat/entry.php?shop=' . (int) $shop->id,
            'fallback' => Page::controller($shop),
            'ticket' => $router->generate('onlinechat_ticket'),
            'shop' => (int) $shop->id,
            'language' => $context->language->iso_code,
            'employee' => (int) $context->employee?->id,
        ], JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES);
    }
}
