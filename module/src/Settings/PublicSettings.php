<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

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

        return \array_filter($public, static fn (mixed $value) => $value !== [] && $value !== '');
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
        foreach ([...Fields::TEXTS, 'words'] as $field) {
            if (isset($public[$field])) {
                $public[$field] = \array_intersect_key($public[$field], [$language => true]);
            }
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
}
