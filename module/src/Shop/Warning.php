<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Tabs;

/**
 * Says once on each page of the back office that the extension is gone, to whoever may configure the chat. Nobody else
 * would notice: the widget and the console are simply not there.
 */
final class Warning
{
    /** PrestaShop 9's legacy pages have no place for a module's own notice, but show the controller's. */
    public static function onLegacyPage(\Context $context): void
    {
        if (self::isLegacyNine($context) && self::due($context)) {
            /** @var \AdminController $controller */
            $controller = $context->controller;
            $controller->warnings[] = self::text($context);
        }
    }

    /** On all other pages; null where there is nothing to say. */
    public static function elsewhere(\Context $context): ?string
    {
        return !self::isLegacyNine($context) && self::due($context) ? self::text($context) : null;
    }

    private static function isLegacyNine(\Context $context): bool
    {
        return \version_compare(_PS_VERSION_, '9.0.0', '>=') && $context->controller instanceof \AdminController;
    }

    private static function due(\Context $context): bool
    {
        return !Requirement::met() && !\Tools::getValue('liteDisplaying') && Office::mayRead($context, Tabs::CONFIGURATION)
            // its health panel says the same
            && !\str_contains((string) ($_SERVER['REQUEST_URI'] ?? ''), '/onlinechat/configuration');
    }

    private static function text(\Context $context): string
    {
        $translator = $context->getTranslator();

        return $translator->trans(
            'Online Chat does not work, visitors see no chat. %why%',
            ['%why%' => (string) Requirement::missing($translator)],
            'Modules.Onlinechat.Admin'
        );
    }
}
