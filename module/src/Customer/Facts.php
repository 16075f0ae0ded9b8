<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Customer;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Shop\Office;
use Symfony\Component\Routing\Generator\UrlGeneratorInterface;

/** What an operator sees of a customer beside the conversation. Links are for those with the right to the page behind. */
final class Facts
{
    public function __construct(private \Context $context, private UrlGeneratorInterface $router)
    {
    }

    /** @return array<string, mixed> times in ms, amounts as the employee's language writes them */
    public function of(int $id, \Shop $shop): array
    {
        $customer = new \Customer($id);
        $shared = \Shop::getSharedShops((int) $shop->id, \Shop::SHARE_CUSTOMER);
        if (!\Validate::isLoadedObject($customer) || $customer->deleted || !\in_array((int) $customer->id_shop, \array_map('intval', $shared), true)) {
            throw new Problem('not-found', 'id_customer: no customer of this shop', 'id_customer');
        }

        return [
            'id' => $id,
            'name' => \trim("$customer->firstname $customer->lastname"),
            'firstname' => $customer->firstname,
            'email' => $customer->email,
            'phone' => Phone::of($id),
            'language' => (string) \Language::getIsoById((int) $customer->id_lang),
            'registered' => \strtotime((string) $customer->date_add) * 1000,
            'orders' => $this->orders($id, $shop),
            'lastOrder' => $this->lastOrder($id, $shop),
            'cart' => (new OpenCart($this->context, $this->router))->of($customer, $shop),
            'url' => $this->link('AdminCustomers', 'admin_customers_view', ['customerId' => $id]),
        ];
    }

    private function orders(int $customer, \Shop $shop): int
    {
        return (int) \Db::getInstance()->getValue(
            'SELECT COUNT(*) FROM `' . _DB_PREFIX_ . "orders` WHERE `id_customer` = $customer AND `id_shop` IN (" . self::sharing($shop) . ')'
        );
    }

    /** @return array<string, mixed>|null */
    private function lastOrder(int $customer, \Shop $shop): ?array
    {
        /** @var array<string, string|null>|false $row */
        $row = \Db::getInstance()->getRow(
            'SELECT o.`id_order`, o.`reference`, o.`date_add`, o.`total_paid`, o.`id_currency`, s.`name` FROM `' . _DB_PREFIX_ . 'orders` o'
            . ' LEFT JOIN `' . _DB_PREFIX_ . 'order_state_lang` s ON s.`id_order_state` = o.`current_state`'
            . ' AND s.`id_lang` = ' . (int) $this->context->language->id
            . " WHERE o.`id_customer` = $customer AND o.`id_shop` IN (" . self::sharing($shop) . ') ORDER BY o.`id_order` DESC'
        );

        return $row ? [
            'reference' => $row['reference'],
            'state' => (string) $row['name'],
            'at' => \strtotime((string) $row['date_add']) * 1000,
            'total' => Money::text($this->context, (float) $row['total_paid'], (int) $row['id_currency']),
            'url' => $this->link('AdminOrders', 'admin_orders_view', ['orderId' => (int) $row['id_order']]),
        ] : null;
    }

    /** @param array<string, int> $parameters */
    private function link(string $tab, string $route, array $parameters): ?string
    {
        return Office::mayRead($this->context, $tab) ? $this->router->generate($route, $parameters) : null;
    }

    private static function sharing(\Shop $shop): string
    {
        return \implode(',', \array_map('intval', \Shop::getSharedShops((int) $shop->id, \Shop::SHARE_ORDER)));
    }
}
