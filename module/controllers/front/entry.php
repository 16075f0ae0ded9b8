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
    /** Each answer costs a boot of PrestaShop: clients ask no sooner than this, ms. */
    private const PACE = 15000;

    public function init(): void
    {
        $this->context->cookie->disallowWriting();
        $_GET['shop'] = (string) (int) $this->context->shop->id;
        ConnectionFile::refresh((int) $this->context->shop->id);
        // As a callback: an answer that is followed by a sweep leaves before run() is back.
        ob_start($this->slowedDown(...));
        ShopEntry::run(rtrim(_PS_ROOT_DIR_, '/'));
        exit;
    }

    private function slowedDown(string $answer): string
    {
        foreach (headers_list() as $line) {
            if (stripos($line, 'Onlinechat-Delay:') === 0) {
                header('Onlinechat-Delay: ' . max(self::PACE, (int) substr($line, 17)));
            }
        }

        // Within a text the quotes would be escaped: this is the member.
        return (string) preg_replace_callback(
            '/"delay":(\d+)/',
            static fn (array $found): string => '"delay":' . max(self::PACE, (int) $found[1]),
            $answer,
            1
        );
    }
}
