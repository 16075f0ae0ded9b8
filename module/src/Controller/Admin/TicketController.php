<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Identity;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Operator\DisplayName;
use PrestaShop\Module\OnlineChat\Operator\ServedShops;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\Office;
use PrestaShop\Module\OnlineChat\Ticket\Answer;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** The first ticket of an employee. The right is checked in code: attributes and annotations differ between 8 and 9. */
class TicketController extends FrameworkBundleAdminController
{
    use Rights;

    public function ticketAction(Request $request): Response
    {
        $this->need('read', Tabs::CHAT);
        $context = \Context::getContext();
        $shop = $request->query->getInt('shop', (int) $context->shop->id);
        \ob_start();
        Answer::send($shop, static fn (): Identity => self::operator($context, $shop));

        return new Response((string) \ob_get_clean(), (int) \http_response_code(), self::headers());
    }

    private static function operator(\Context $context, int $shop): Identity
    {
        $employee = $context->employee;
        if ($employee === null || !Office::mayChat($context)) {
            throw new Problem('not-allowed', 'this employee has not the right to chat');
        }
        if ($shop !== (int) $context->shop->id && !(new ServedShops($employee))->serves($shop)) {
            throw new Problem('not-allowed', 'shop: this employee does not serve it', 'shop');
        }

        return new Identity(
            Role::Operator,
            (string) (int) $employee->id,
            DisplayName::of($employee, new \Shop($shop)),
            \strtolower($context->language->iso_code),
            (string) $context->cookie->session_id,
            Office::mayRead($context, Tabs::SUPERVISOR)
        );
    }

    /**
     * What Answer sent, as Symfony's response replaces headers of the same name.
     *
     * @return array<string, string>
     */
    private static function headers(): array
    {
        $headers = [];
        foreach (\headers_list() as $line) {
            [$name, $value] = \explode(':', $line, 2);
            if (\in_array(\strtolower($name), ['content-type', 'cache-control', 'retry-after', 'allow'], true)) {
                $headers[$name] = \trim($value);
            }
        }

        return $headers;
    }
}
