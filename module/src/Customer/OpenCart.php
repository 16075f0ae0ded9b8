<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Customer;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Office;
use Symfony\Component\Routing\Generator\UrlGeneratorInterface;

/** What a customer has in the cart now. */
final class OpenCart
{
    private const MOST_LINES = 50;

    public function __construct(private \Context $context, private UrlGeneratorInterface $router)
    {
    }

    /** @return array{lines: list<array<string, mixed>>, total: string, url: string|null}|null null if it is empty */
    public function of(\Customer $customer, \Shop $shop): ?array
    {
        $id = (int) \Db::getInstance()->getValue(
            'SELECT c.`id_cart` FROM `' . _DB_PREFIX_ . 'cart` c'
            . ' WHERE c.`id_customer` = ' . (int) $customer->id . ' AND c.`id_shop` = ' . (int) $shop->id
            . ' AND EXISTS (SELECT 1 FROM `' . _DB_PREFIX_ . 'cart_product` p WHERE p.`id_cart` = c.`id_cart`)'
            . ' AND NOT EXISTS (SELECT 1 FROM `' . _DB_PREFIX_ . 'orders` o WHERE o.`id_cart` = c.`id_cart`)'
            . ' ORDER BY c.`date_upd` DESC, c.`id_cart` DESC'
        );

        return $id > 0 ? $this->asTheCustomerSees(new \Cart($id), $customer, fn (\Cart $cart) => $this->read($cart)) : null;
    }

    /** @return array{lines: list<array<string, mixed>>, total: string, url: string|null} */
    private function read(\Cart $cart): array
    {
        $products = $cart->getProducts();
        $mayProducts = Office::mayRead($this->context, 'AdminProducts');
        $lines = \array_map(fn (array $product) => [
            'name' => \trim($product['name'] . (empty($product['attributes_small']) ? '' : " ({$product['attributes_small']})")),
            'quantity' => (int) $product['cart_quantity'],
            'total' => Money::text($this->context, (float) $product['total_wt'], (int) $cart->id_currency),
            'url' => $mayProducts ? $this->context->link->getAdminLink('AdminProducts', true, [
                'id_product' => (int) $product['id_product'], 'updateproduct' => 1,
            ]) : null,
        ], \array_slice(\array_values($products), 0, self::MOST_LINES));

        return [
            'lines' => $lines,
            'total' => Money::text($this->context, (float) $cart->getOrderTotal(true, \Cart::ONLY_PRODUCTS), (int) $cart->id_currency),
            'url' => Office::mayRead($this->context, 'AdminCarts') ? $this->router->generate('admin_carts_view', ['cartId' => (int) $cart->id]) : null,
        ];
    }

    /**
     * The core counts prices and taxes for whoever the context names.
     *
     * @template T
     *
     * @param callable(\Cart): T $work
     *
     * @return T
     */
    private function asTheCustomerSees(\Cart $cart, \Customer $customer, callable $work): mixed
    {
        $context = $this->context;
        $before = [$context->cart, $context->customer, $context->currency];
        [$context->cart, $context->customer, $context->currency] = [$cart, $customer, new \Currency((int) $cart->id_currency)];
        try {
            return $work($cart);
        } finally {
            [$context->cart, $context->customer, $context->currency] = $before;
        }
    }
}
