<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Privacy\Consent;
use PrestaShop\Module\OnlineChat\Shop\Page;
use PrestaShop\Module\OnlineChat\Shop\Words as EditedWords;

/** What the widget reads: published with the shop's settings, and on its pages. */
final class PublicSettings
{
    /**
     * What is as the widget has it anyway is left out: it would be sent with every page.
     *
     * @return array<string, mixed>
     */
    public static function of(\Shop $shop): array
    {
        $public = [];
        foreach (Fields::TEXTS as $field) {
            $public[$field] = Texts::resolved($shop, Store::of($shop, $field));
        }
        $public['operator_name'] = Store::of($shop, 'operator_name');
        $public['colours'] = self::colours($shop);
        $public['words'] = EditedWords::kept($shop);
        $public['position'] = self::position($shop);
        $public['avatar'] = Avatar::path($shop, Store::of($shop, 'avatar'));
        $public['offer'] = Store::of($shop, 'offer') === Offer::EVERYONE ? [] : Offer::of($shop);
        $public['by_path'] = Hidden::patterns(Store::of($shop, 'hide')) !== [];
        $public['transcript'] = Store::of($shop, 'transcript');
        $public['privacy_url'] = self::privacyPage($shop);
        $consent = Consent::of($shop);
        $public['consent'] = $consent === [] ? [] : ['form' => $consent];

        return \array_filter($public, static fn (mixed $value) => $value !== [] && $value !== '' && $value !== false);
    }

    /**
     * As a page has them: texts in its own language only.
     *
     * @param array<string, mixed> $public
     *
     * @return array<string, mixed>
     */
    public static function inLanguage(array $public, string $language): array
    {
        foreach ([...Fields::TEXTS, 'privacy_url', 'words'] as $field) {
            if (isset($public[$field])) {
                $public[$field] = \array_intersect_key($public[$field], [$language => true]);
            }
        }
        if (isset($public['consent'])) {
            $form = $public['consent']['form'];
            $public['consent']['form'] = \array_intersect_key($form, [$language => true]) ?: $form;
        }

        return $public;
    }

    /** @return array<string, string> */
    private static function colours(\Shop $shop): array
    {
        $colours = [];
        foreach (Fields::COLOURS as $field => $usual) {
            $colour = \strtolower(Store::of($shop, $field));
            if ($colour !== $usual) {
                $colours[$field] = $colour;
            }
        }

        return $colours;
    }

    /** @return array<string, int|string> */
    private static function position(\Shop $shop): array
    {
        $position = [];
        foreach (['side' => 'side', 'offset_inline' => 'inline', 'offset_block' => 'block', 'z_index' => 'z_index'] as $field => $name) {
            $value = Store::of($shop, $field);
            if ($value !== Fields::usual($field)) {
                $position[$name] = $value;
            }
        }

        return $position;
    }

    /** @return array<string, string> the address of the page about privacy in each language */
    private static function privacyPage(\Shop $shop): array
    {
        $id = Store::of($shop, 'privacy_cms');
        // Each page of the shop passes here.
        $cms = $id === 0 ? null : new \CMS($id);
        if ($cms === null || !\Validate::isLoadedObject($cms)) {
            return [];
        }
        /** @var list<array{id_lang: int, iso_code: string}> $languages */
        $languages = \Language::getLanguages(true, (int) $shop->id);
        $addresses = [];
        foreach ($languages as $language) {
            $addresses[$language['iso_code']] = Page::local(\Context::getContext()->link->getCMSLink($cms, null, null, (int) $language['id_lang'], (int) $shop->id));
        }

        return $addresses;
    }
}
