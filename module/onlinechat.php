<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

if (is_file(__DIR__ . '/vendor/autoload.php')) {
    require_once __DIR__ . '/vendor/autoload.php';
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Privacy\KeepsPrivacy;
use PrestaShop\Module\OnlineChat\Setup\Installer;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Rights;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\PublishesChanges;
use PrestaShop\Module\OnlineChat\Shop\Settings;
use PrestaShop\Module\OnlineChat\Shop\ShowsChat;
use PrestaShop\Module\OnlineChat\Ticket\SignedIn;
use PrestaShop\PrestaShop\Core\Module\ModuleManager;

/** Joins the PHP extension "onlinechat" to a PrestaShop shop. What a chat does is decided there, not here. */
class Onlinechat extends Module
{
    use KeepsPrivacy;
    use PublishesChanges;
    use ShowsChat;

    private const HOOKS = [
        'actionFrontControllerSetMedia',
        'displayHeader',
        'displayBackOfficeHeader',
        'displayAdminAfterHeader',
        'actionAuthentication',
        'actionCustomerAccountAdd',
        'actionCustomerLogoutBefore',
        'actionBeforeResetModule',
        'actionObjectShopAddAfter',
        'actionObjectShopUpdateAfter',
        'actionObjectShopDeleteAfter',
        'actionShopDataDuplication',
        'actionObjectLanguageAddAfter',
        'actionObjectLanguageUpdateAfter',
        'actionObjectLanguageDeleteAfter',
        'registerGDPRConsent',
        'actionDeleteGDPRCustomer',
        'actionExportGDPRData',
        'actionObjectGDPRConsentAddAfter',
        'actionObjectGDPRConsentUpdateAfter',
    ];

    /**
     * Set by the hook that comes before a reset, which is an uninstallation and an installation: who may what, to be
     * given again.
     *
     * @var list<array{id_profile: string, slug: string}>|null
     */
    private static ?array $rights = null;

    public function __construct()
    {
        $this->name = 'onlinechat';
        $this->tab = 'front_office_features';
        $this->version = '0.1.0';
        $this->author = 'Online Chat contributors';
        $this->need_instance = 0;
        $this->ps_versions_compliancy = ['min' => '8.1.0', 'max' => '9.99.99'];
        $this->tabs = Tabs::pages();

        parent::__construct();

        $this->displayName = $this->trans('Online Chat', [], 'Modules.Onlinechat.Admin');
        $this->description = $this->trans(
            'Your visitors and your team talk to each other, in the shop and in the back office.',
            [],
            'Modules.Onlinechat.Admin'
        );
        $this->confirmUninstall = Settings::eraseOnUninstall()
            ? $this->trans(
                'Uninstall, and erase all conversations for good? "Erase on uninstall" is on.',
                [],
                'Modules.Onlinechat.Admin'
            )
            : $this->trans(
                'Uninstall? The conversations stay in the database and are there again after installing anew.',
                [],
                'Modules.Onlinechat.Admin'
            );
    }

    public function isUsingNewTranslationSystem(): bool
    {
        return true;
    }

    public function install(): bool
    {
        if (!Requirement::met()) {
            return $this->refuse();
        }
        if (Shop::isFeatureActive()) {
            Shop::setContext(Shop::CONTEXT_ALL);
        }
        try {
            if (!parent::install()) {
                return false;
            }
            Rights::give(self::$rights ?? []);
            $this->bringUpToDate();
        } catch (Throwable $e) {
            $this->_errors[] = $e->getMessage();
            $this->uninstall();

            return false;
        }

        return true;
    }

    /** An upgrade's part. May run twice: what is there already stays. */
    public function catchUp(): bool
    {
        if (!Requirement::met()) {
            return $this->refuse();
        }
        try {
            $this->bringUpToDate();
            Tabs::addMissing();
        } catch (Throwable $e) {
            $this->_errors[] = $e->getMessage();

            return false;
        }

        return true;
    }

    private function refuse(): bool
    {
        $this->_errors[] = (string) Requirement::missing($this->getTranslator());

        return false;
    }

    /** Hooks, menu, tables and settings as this version wants them. */
    private function bringUpToDate(): void
    {
        if (!$this->registerHook(self::HOOKS)) {
            throw new RuntimeException('The hooks cannot be registered.');
        }
        (new Installer())->install();
    }

    public function uninstall(): bool
    {
        // Of a module that is switched off the core calls no hook, the one before a reset included.
        if (self::$rights === null && self::isReset()) {
            self::$rights = Rights::note();
        }
        $erase = Settings::eraseOnUninstall();
        Rights::take();
        if (!parent::uninstall()) {
            return false;
        }
        if (self::$rights === null) {
            (new Installer())->uninstall($erase);
        }

        return true;
    }

    private static function isReset(): bool
    {
        foreach (debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 12) as $frame) {
            if ($frame['function'] === 'reset' && ($frame['class'] ?? '') === ModuleManager::class) {
                return true;
            }
        }

        return false;
    }

    /** Offered where the core keeps data at a reset: there is nothing to do then. */
    public function reset(): bool
    {
        return true;
    }

    public function enable($force_all = false): bool
    {
        $enabled = parent::enable($force_all);
        ConnectionFile::forgetState();

        return (bool) $enabled;
    }

    public function disable($force_all = false): bool
    {
        $disabled = parent::disable($force_all);
        ConnectionFile::forgetState();

        return (bool) $disabled;
    }

    public function getContent(): void
    {
        Tools::redirectAdmin($this->context->link->getAdminLink(Tabs::CONFIGURATION));
    }

    public function hookActionAuthentication(): void
    {
        $this->someoneElse();
    }

    public function hookActionCustomerAccountAdd(): void
    {
        $this->someoneElse();
    }

    /** @param array<string, mixed> $params */
    public function hookActionCustomerLogoutBefore(array $params): void
    {
        if (Requirement::met()) {
            SignedIn::leaves($this->context, $params['customer']);
        }
    }

    /** @param array<string, mixed> $params */
    public function hookActionBeforeResetModule(array $params): void
    {
        self::$rights = ($params['moduleName'] ?? '') === $this->name ? Rights::note() : null;
    }

    private function someoneElse(): void
    {
        if (Requirement::met()) {
            SignedIn::arrives($this->context);
        }
    }
}
