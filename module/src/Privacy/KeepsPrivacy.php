<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** The module's hooks for psgdpr, PrestaShop's own privacy module. */
trait KeepsPrivacy
{
    /** Its presence makes psgdpr list this module and ask the owner for a text of consent. */
    public function hookRegisterGDPRConsent(): void
    {
    }

    /**
     * @param array<string, mixed> $about a customer, an email or a phone
     *
     * @return string JSON: true, or why not
     */
    public function hookActionDeleteGDPRCustomer(array $about): string
    {
        return $this->told(static function () use ($about): bool {
            (new Person($about, new ChatFactory()))->erase();

            return true;
        });
    }

    /**
     * @param array<string, mixed> $about a customer, an email or a phone
     *
     * @return string JSON: the rows, or that there are none
     */
    public function hookActionExportGDPRData(array $about): string
    {
        return $this->told(fn (): array|string => (new Person($about, new ChatFactory()))->export()
            ?: $this->trans('Online Chat: nothing is kept of this person.', [], 'Modules.Onlinechat.Admin'));
    }

    /** The owner's text of consent changed: open chats and pages have to show it. */
    public function hookActionObjectGDPRConsentAddAfter(): void
    {
        $this->publish();
    }

    public function hookActionObjectGDPRConsentUpdateAfter(): void
    {
        $this->publish();
    }

    /** @param callable(): mixed $work */
    private function told(callable $work): string
    {
        if (!Requirement::met()) {
            return (string) \json_encode((string) Requirement::missing($this->getTranslator()));
        }
        try {
            return (string) \json_encode($work(), JSON_INVALID_UTF8_SUBSTITUTE);
        } catch (\OnlineChat\Exception $e) {
            // psgdpr shows what a module answers; the core's log keeps it for the owner.
            \PrestaShopLogger::addLog('onlinechat: GDPR request not done: ' . $e->getMessage(), 3);

            return (string) \json_encode('Online Chat: ' . $e->getMessage());
        }
    }
}
