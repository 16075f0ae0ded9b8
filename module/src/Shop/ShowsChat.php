<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Shop;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Settings\Hidden;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Ticket\Cookies;

/** The module's hooks that put something into a page: the widget, the console, a warning. */
trait ShowsChat
{
    public function hookActionFrontControllerSetMedia(): void
    {
        if (Requirement::met() && $this->context->controller instanceof \FrontController && !$this->hidden()) {
            $this->context->controller->registerJavascript(
                'onlinechat-widget',
                'modules/onlinechat/views/js/widget.js',
                ['position' => 'bottom', 'attributes' => 'defer', 'version' => $this->version]
            );
        }
    }

    public function hookDisplayHeader(): string
    {
        if (!Requirement::met()) {
            return '';
        }
        ConnectionFile::refresh((int) $this->context->shop->id);
        if ($this->hidden()) {
            return '';
        }
        if (!(bool) \Configuration::get('PS_SHOP_ENABLE')) {
            (new Cookies($this->context->shop))->admit();
        }
        $this->context->smarty->assign('onlinechat_config', Page::config($this->context, $this->version));

        return $this->fetch('module:onlinechat/views/templates/hook/widget.tpl');
    }

    public function hookDisplayBackOfficeHeader(): string
    {
        if (!Requirement::met()) {
            Warning::onLegacyPage($this->context);

            return '';
        }
        if (!Office::shows($this->context)) {
            return '';
        }
        $this->context->smarty->assign([
            'onlinechat_config' => Office::config($this->context),
            'onlinechat_script' => $this->_path . 'views/js/console.js?v=' . $this->version,
        ]);

        return $this->display($this->getLocalPath() . 'onlinechat.php', 'views/templates/hook/console.tpl');
    }

    public function hookDisplayAdminAfterHeader(): string
    {
        $warning = Warning::elsewhere($this->context);
        if ($warning === null) {
            return '';
        }
        $this->context->smarty->assign('onlinechat_warning', $warning);

        return $this->display($this->getLocalPath() . 'onlinechat.php', 'views/templates/hook/warning.tpl');
    }

    private function hidden(): bool
    {
        return Hidden::page($this->context->shop, $this->context->controller);
    }
}
