<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Customer;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Office;

/** The product a visitor's page is about, as far as its address tells. */
final class ViewedProduct
{
    public function __construct(private \Context $context)
    {
    }

    /** @return array{id: int, name: string, url: string|null}|null */
    public function on(string $page, \Shop $shop): ?array
    {
        $id = self::idIn($page);
        $language = (int) $this->context->language->id;
        $name = $id === 0 ? false : \Db::getInstance()->getValue(
            'SELECT l.`name` FROM `' . _DB_PREFIX_ . 'product_lang` l'
            . ' JOIN `' . _DB_PREFIX_ . 'product_shop` s ON s.`id_product` = l.`id_product` AND s.`id_shop` = l.`id_shop`'
            . " WHERE l.`id_product` = $id AND l.`id_shop` = " . (int) $shop->id
            . " ORDER BY l.`id_lang` = $language DESC, l.`id_lang`"
        );

        return $name === false || $name === null ? null : [
            'id' => $id,
            'name' => (string) $name,
            'url' => Office::mayRead($this->context, 'AdminProducts')
                ? $this->context->link->getAdminLink('AdminProducts', true, ['id_product' => $id, 'updateproduct' => 1]) : null,
        ];
    }

    /** Plain addresses, and friendly ones of the core's own rule; with another rule the page's title has to do. */
    private static function idIn(string $page): int
    {
        \parse_str((string) \parse_url($page, PHP_URL_QUERY), $query);
        if (($query['controller'] ?? '') === 'product') {
            return (int) ($query['id_product'] ?? 0);
        }

        return \preg_match('~/(\d{1,9})(?:-\d+)?-[^/]*\.html$~D', (string) \parse_url($page, PHP_URL_PATH), $found) === 1 ? (int) $found[1] : 0;
    }
}
