<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Ticket\Cookies;

/**
 * What a front page tells the widget: nothing about the visitor, since page caches keep it for everybody (I6).
 *
 * The public settings stand in it, so that a page view asks for nothing but the status; the status has the version
 * that is published now, and a page from a cache asks for the settings when its own is another.
 */
final class Page
{
    /** @param string $version the module's: with another one browsers fetch the scripts anew */
    public static function config(\Context $context, string $version): string
    {
        $shop = $context->shop;
        $entries = ['direct' => self::direct($shop), 'controller' => self::controller($shop)];
        $first = \Configuration::getGlobalValue(Settings::ENTRY) === 'controller' ? 'controller' : 'direct';

        return (string) \json_encode([
            'entry' => $entries[$first],
            'fallback' => $entries['controller'],
            'gateway' => Settings::of((int) $shop->id, Settings::GATEWAY),
            'ticket' => self::local($context->link->getModuleLink('onlinechat', 'ticket', [], null, null, (int) $shop->id)),
            'mail' => self::mail($shop),
            'transcript' => self::page($shop, 'transcript'),
            'consent' => self::page($shop, 'consent'),
            'base' => self::base($context),
            'shop' => (int) $shop->id,
            'language' => $context->language->iso_code,
            'locale' => $context->language->locale,
            'cookie' => Cookies::mark((int) $shop->id),
            'window' => $shop->physical_uri . "modules/onlinechat/views/js/window.js?v=$version",
            'settings' => PageSettings::of($shop, $context->language->iso_code),
        ], JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES);
    }

    public static function direct(\Shop $shop): string
    {
        return $shop->physical_uri . 'modules/onlinechat/entry.php?shop=' . (int) $shop->id;
    }

    /** The same in every language: the widget keeps what it stores under this address's path. */
    public static function controller(\Shop $shop): string
    {
        return $shop->getBaseURI() . 'index.php?fc=module&module=onlinechat&controller=entry&shop=' . (int) $shop->id;
    }

    /** Where the letter of a message that was just left is sent at once (issue 5.10). */
    public static function mail(\Shop $shop): string
    {
        return self::page($shop, 'mail');
    }

    /** A front controller of the module, whatever the language of the page. */
    private static function page(\Shop $shop, string $controller): string
    {
        return $shop->getBaseURI() . "index.php?fc=module&module=onlinechat&controller=$controller";
    }

    /** What stands before a page's own path: the shop's base address and, as the core writes its links, the language. */
    private static function base(\Context $context): string
    {
        $shop = $context->shop;
        $named = (bool) \Configuration::get('PS_REWRITING_SETTINGS') && \Language::isMultiLanguageActivated((int) $shop->id);

        return $shop->getBaseURI() . ($named ? $context->language->iso_code . '/' : '');
    }

    /** An address without its host: the page may be shown under another one, or over https behind a proxy. */
    public static function local(string $address): string
    {
        $query = \parse_url($address, PHP_URL_QUERY);

        return \parse_url($address, PHP_URL_PATH) . ($query === null ? '' : "?$query");
    }
}
