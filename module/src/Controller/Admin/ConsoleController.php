<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Entry\Entry;
use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Operator\ServedShops;
use PrestaShop\Module\OnlineChat\Shop\Office;
use PrestaShop\PrestaShop\Adapter\SymfonyContainer;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Generator\UrlGeneratorInterface;

/**
 * What the console asks PrestaShop for. Refusals are problem documents, as the entry's; the right to chat and the
 * shop are checked in code, as 8 and 9 differ in how rights are declared.
 */
abstract class ConsoleController extends FrameworkBundleAdminController
{
    /** @param callable(): array<string, mixed> $work */
    protected function answer(callable $work): Response
    {
        try {
            if (!Office::mayChat(\Context::getContext())) {
                throw new Problem('not-allowed', 'this employee has not the right to chat');
            }
            $response = new JsonResponse($work());
            $response->setEncodingOptions(Entry::JSON);
        } catch (\Throwable $e) {
            \ob_start();
            Problem::of($e)->send();
            $response = new Response((string) \ob_get_clean(), (int) \http_response_code(), ['Content-Type' => 'application/problem+json']);
        }
        $response->headers->set('Cache-Control', 'no-store');

        return $response;
    }

    /** Not an argument of the actions: 8 gives none to this base class. */
    protected function router(): UrlGeneratorInterface
    {
        /** @var UrlGeneratorInterface $router */
        $router = SymfonyContainer::getInstance()?->get('router');

        return $router;
    }

    protected function shop(int $id): \Shop
    {
        $context = \Context::getContext();
        if ($id === 0) {
            return $context->shop;
        }
        /** @var \Employee $employee the right to chat is theirs */
        $employee = $context->employee;
        if (!(new ServedShops($employee))->serves($id)) {
            throw new Problem('not-allowed', 'id_shop: this employee does not serve it', 'id_shop');
        }

        return new \Shop($id);
    }

    /** @return array<string, mixed> the JSON object of the body */
    protected function body(Request $request): array
    {
        $body = \json_decode((string) $request->getContent(), true);
        if (!\is_array($body) || !\str_starts_with((string) $request->headers->get('Content-Type'), 'application/json')) {
            throw new Problem('malformed', 'the body must be a JSON object');
        }

        return $body;
    }
}
