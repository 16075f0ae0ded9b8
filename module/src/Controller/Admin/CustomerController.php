<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Customer\Facts;
use PrestaShop\Module\OnlineChat\Customer\ViewedProduct;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** What PrestaShop knows of a customer, asked for when a window opens and on demand, and of the product a page shows. */
class CustomerController extends ConsoleController
{
    public function factsAction(Request $request): Response
    {
        return $this->answer(function () use ($request): array {
            $shop = $this->shop($request->query->getInt('id_shop'));
            $id = $request->query->getInt('id_customer');
            $context = \Context::getContext();
            // The answer takes as long as prices and orders do: other pages of this employee must not wait for it.
            if ($request->hasSession()) {
                $request->getSession()->save();
            }

            return ($id > 0 ? (new Facts($context, $this->router()))->of($id, $shop) : [])
                + ['product' => (new ViewedProduct($context))->on((string) $request->query->get('page', ''), $shop)];
        });
    }
}
