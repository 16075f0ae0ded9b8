<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Health\Health;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Page;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/** What the configuration page shows beside its forms (G2, G9). */
final class PageData
{
    public const TABS = ['help', 'configuration', 'faq', 'contact'];

    /**
     * @param string $configuration the address of the tab with the forms
     *
     * @return array<string, mixed>
     */
    public static function of(string $configuration): array
    {
        $context = \Context::getContext();
        $chats = new ChatFactory();
        $health = new Health($context->getTranslator(), $chats);
        $extension = $health->extension();
        $shops = Requirement::met() ? \array_map(
            static fn (\Shop $shop) => ['shop' => $shop, 'checks' => $health->checks($shop)],
            Publisher::shopsInContext()
        ) : [];
        $module = \Module::getInstanceByName('onlinechat');
        $version = $module instanceof \Module ? (string) $module->version : '';

        return [
            'extension' => $extension,
            'gone' => Requirement::met() ? $health->gone() : [],
            'shops' => \array_map(static fn (array $one) => [
                'name' => $one['shop']->name,
                'checks' => $one['checks'],
                'direct' => Page::direct($one['shop']),
                'controller' => Page::controller($one['shop']),
                'gateway' => Settings::of((int) $one['shop']->id, Settings::GATEWAY),
                'id' => (int) $one['shop']->id,
            ], $shops),
            'checklist' => (new Checklist(\array_column($shops, 'shop'), $chats))
                ->items(\array_merge([$extension], ...\array_column($shops, 'checks')), $configuration),
            'faq' => Faq::of($context->language->iso_code),
            'guides' => Project::guides(),
            'issues' => Project::issues(),
            'agency' => Agency::value(),
            'agency_length' => Agency::LENGTH,
            'diagnosis' => Diagnosis::text($shops, $version),
            'preview' => $shops === [] ? null : self::preview($shops[0]['shop']),
            'assets' => __PS_BASE_URI__ . 'modules/onlinechat/views/',
            'version' => $version,
        ];
    }

    /**
     * What the live preview begins with, and cannot see in the form.
     *
     * @return array<string, mixed>
     */
    private static function preview(\Shop $shop): array
    {
        /** @var list<array{id_lang: int|string, iso_code: string, name: string}> $languages */
        $languages = \Language::getLanguages(false);

        return [
            'languages' => \array_map(static fn (array $language) => [
                'id' => (int) $language['id_lang'],
                'iso' => $language['iso_code'],
                'name' => $language['name'],
            ], $languages),
            'usual' => (new \Language((int) Settings::of((int) $shop->id, 'PS_LANG_DEFAULT')))->iso_code,
            'settings' => Settings::publicOf($shop),
        ];
    }
}
