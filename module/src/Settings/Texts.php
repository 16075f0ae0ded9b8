<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The owner's texts. Kept by ISO code, since an id means another language in another shop's database. */
final class Texts
{
    /**
     * For the form.
     *
     * @param array<string, string>|null $texts
     *
     * @return array<int, string> by id_lang
     */
    public static function byId(?array $texts): array
    {
        $found = [];
        foreach (self::codes() as $id => $code) {
            $found[$id] = $texts[$code] ?? '';
        }

        return $found;
    }

    /**
     * From the form, without those that are empty.
     *
     * @param array<int, string|null>|null $texts by id_lang
     *
     * @return array<string, string>
     */
    public static function byCode(?array $texts): array
    {
        $kept = [];
        foreach (self::codes() as $id => $code) {
            $text = Rules::plain($texts[$id] ?? '');
            if ($text !== '') {
                $kept[$code] = $text;
            }
        }

        return $kept;
    }

    /**
     * For visitors: every language of the shop has a text, of its own or the default language's (G7). Empty if neither
     * has one: the widget has words of its own.
     *
     * @param array<string, string> $texts
     *
     * @return array<string, string>
     */
    public static function resolved(\Shop $shop, array $texts): array
    {
        if ($texts === []) {
            return [];
        }
        // Each page of the shop passes here: the core keeps its list of languages, an object would be read anew.
        $default = (string) \Language::getIsoById((int) \Configuration::get('PS_LANG_DEFAULT', null, (int) $shop->id_shop_group, (int) $shop->id));
        $found = [];
        /** @var list<array{id_lang: int, iso_code: string}> $languages */
        $languages = \Language::getLanguages(true, (int) $shop->id);
        foreach (\array_column($languages, 'iso_code') as $code) {
            $text = $texts[$code] ?? $texts[$default] ?? '';
            if ($text !== '') {
                $found[$code] = $text;
            }
        }

        return $found;
    }

    /** @return array<int, string> every language's ISO code by id_lang */
    private static function codes(): array
    {
        /** @var list<array{id_lang: int, iso_code: string}> $languages */
        $languages = \Language::getLanguages(false);

        return \array_column($languages, 'iso_code', 'id_lang');
    }
}
