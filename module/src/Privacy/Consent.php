<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Rows;

/**
 * The consent that the module psgdpr asks for, as the widget shows it.
 *
 * Its own block cannot be used: it prints what belongs to one visitor into pages that caches keep, and does not run in
 * a shadow root. Its table is read, not its class, which forgets the shop.
 */
final class Consent
{
    /** How psgdpr's placeholder begins. */
    private const PLACEHOLDER = '/^\W*(enim quis fugiat|lorem ipsum)/i';

    /** @return array<string, list<array{text: string, url?: string}>> by ISO code; [] where none is asked for */
    public static function of(\Shop $shop): array
    {
        if (!self::active($shop)) {
            return [];
        }
        $texts = [];
        $module = (int) \Module::getModuleIdByName('onlinechat');
        $rows = Rows::of(
            'SELECT g.iso_code, l.message FROM PREFIX_psgdpr_consent c'
            . ' JOIN PREFIX_psgdpr_consent_lang l ON l.id_gdpr_consent = c.id_gdpr_consent AND l.id_shop = ' . (int) $shop->id
            . " JOIN PREFIX_lang g ON g.id_lang = l.id_lang AND g.active = 1 WHERE c.id_module = $module AND c.active = 1"
            . ' ORDER BY c.id_gdpr_consent'
        );
        foreach ($rows as ['iso_code' => $iso, 'message' => $message]) {
            $parts = PlainHtml::parts($message);
            if ($parts !== []) {
                $texts[$iso] = $parts;
            }
        }

        return $texts;
    }

    /**
     * Whether the owner wrote the texts: psgdpr gives each module a placeholder at first.
     *
     * @return bool|null null: this shop asks for no consent
     */
    public static function written(\Shop $shop): ?bool
    {
        $texts = self::of($shop);
        if ($texts === []) {
            return self::asked($shop) ? false : null;
        }
        /** @var list<array{iso_code: string}> $languages */
        $languages = \Language::getLanguages(true, (int) $shop->id);
        foreach ($languages as ['iso_code' => $iso]) {
            $text = \implode('', \array_column($texts[$iso] ?? [], 'text'));
            if ($text === '' || \preg_match(self::PLACEHOLDER, $text) === 1) {
                return false;
            }
        }

        return true;
    }

    private static function asked(\Shop $shop): bool
    {
        $module = (int) \Module::getModuleIdByName('onlinechat');

        return self::active($shop) && Rows::of("SELECT 1 FROM PREFIX_psgdpr_consent WHERE id_module = $module AND active = 1") !== [];
    }

    /** Whether psgdpr runs in this shop, whatever shop the request is in; pages ask the core, which keeps its answer. */
    private static function active(\Shop $shop): bool
    {
        if (\Shop::getContext() === \Shop::CONTEXT_SHOP && (int) \Shop::getContextShopID() === (int) $shop->id) {
            return \Module::isEnabled('psgdpr');
        }

        return Rows::of(
            'SELECT 1 FROM PREFIX_module m JOIN PREFIX_module_shop s ON s.id_module = m.id_module AND s.id_shop = ' . (int) $shop->id
            . " WHERE m.name = 'psgdpr' AND m.active = 1"
        ) !== [];
    }

    /**
     * Notes with psgdpr that somebody agreed.
     *
     * @param string $guest what a guest is called there
     */
    public static function log(?int $customer, string $guest): void
    {
        if (\Module::getInstanceByName('psgdpr') && \class_exists('GDPRLog')) {
            \GDPRLog::addLog((int) $customer, 'consent', (int) \Module::getModuleIdByName('onlinechat'), 0, $guest);
        }
    }
}
