<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** What the module psgdpr asks the chat's visitors to agree to. */
final class Consent
{
    /** How psgdpr's placeholder begins, which each module gets at first. */
    private const PLACEHOLDER = '/^\W*(enim quis fugiat|lorem ipsum)/i';

    /** @return bool|null null: psgdpr is not there, or asks nothing for the chat */
    public static function state(): ?bool
    {
        $class = 'GDPRConsent';
        if (!\Module::isEnabled('psgdpr') || !\Module::getInstanceByName('psgdpr') || !\class_exists($class)) {
            return null;
        }
        $module = (int) \Module::getModuleIdByName('onlinechat');
        foreach (\Language::getIDs(true, (int) \Context::getContext()->shop?->id) as $language) {
            $text = \trim(\strip_tags((string) $class::getConsentMessage($module, (int) $language)));
            if ($text === '' || \preg_match(self::PLACEHOLDER, $text) === 1) {
                return false;
            }
        }

        return true;
    }
}
