<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Fields;

/**
 * The widget's words as the shop changed them in International > Translations: they are published, and take the place of
 * those in the widget's script. Only what differs: a page carries them.
 */
final class Words
{
    /** A shop's: what was published last, so that no page view asks the translator. */
    private const KEPT = 'ONLINECHAT_WORDS';
    private const DOMAIN = 'Modules.Onlinechat.Shop';

    /** @return array<string, array<string, string>> by ISO code and word */
    public static function kept(\Shop $shop): array
    {
        /** @var array<string, array<string, string>> $words */
        $words = Settings::json((int) $shop->id, self::KEPT);

        return $words;
    }

    /** Before the shop is published. */
    public static function keep(\Shop $shop): void
    {
        \Configuration::updateValue(self::KEPT, Fields::encode(self::changed($shop)), false, (int) $shop->id_shop_group, (int) $shop->id);
    }

    /** @return array<string, array<string, string>> as the shop has them now, by ISO code and word */
    public static function changed(\Shop $shop): array
    {
        /** @var array{words: array<string, array{key: string}>, fr: array<string, string>} $data */
        $data = require __DIR__ . '/../../data/words.php';
        $english = \array_map(static fn (array $word) => $word['key'], $data['words']);
        $changed = [];
        /** @var list<array{id_lang: string, iso_code: string, locale: string}> $languages */
        $languages = \Language::getLanguages(true, (int) $shop->id);
        foreach ($languages as $language) {
            // As the widget does: French of Canada, with a code of its own, is French.
            $bundled = \str_starts_with($language['locale'], 'fr') ? $data['fr'] : $english;
            $texts = self::texts($english, $language['locale'], self::edited((int) $language['id_lang'], $shop));
            $differ = \array_diff_assoc($texts, $bundled);
            if ($differ !== []) {
                $changed[$language['iso_code']] = $differ;
            }
        }

        return $changed;
    }

    /**
     * What somebody typed, else what stands in the module's files.
     *
     * @param array<string, string> $english by word
     * @param array<int|string, string> $edited by English text
     *
     * @return array<string, string> by word
     */
    private static function texts(array $english, string $locale, array $edited): array
    {
        $translator = \Context::getContext()->getTranslatorFromLocale($locale);

        return \array_map(
            static fn (string $key) => $edited[$key] ?? $translator->trans($key, [], self::DOMAIN, $locale),
            $english
        );
    }

    /**
     * As the database has them: the translator keeps them in a cache, and leaves them out where the module has no file
     * in the language.
     *
     * @return array<int|string, string> by English text; what is for the shop's theme goes before what is for all
     */
    private static function edited(int $language, \Shop $shop): array
    {
        $rows = Rows::of(
            'SELECT `key` AS wording, translation FROM PREFIX_translation WHERE id_lang = ' . $language
            . " AND domain = '" . \str_replace('.', '', self::DOMAIN) . "'"
            . " AND (theme IS NULL OR theme = '" . \pSQL((string) $shop->theme_name) . "') AND translation <> ''"
            . ' ORDER BY theme IS NOT NULL'
        );

        return \array_column($rows, 'translation', 'wording');
    }
}
