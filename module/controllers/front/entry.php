<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\Connection\ShopEntry;

/** Stands in where the web server refuses modules/onlinechat/entry.php: the same answers, a PrestaShop boot each. */
class OnlinechatEntryModuleFrontController extends ModuleFrontController
{
    public function init(): void
    {
        $this->context->cookie->disallowWriting();
        $_GET['shop'] = (string) (int) $this->context->shop->id;
        ConnectionFile::refresh((int) $this->context->shop->id);
        ShopEntry::run(rtrim(_PS_ROOT_DIR_, '/'));
        exit;
    }
}
