<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Reply\Replies;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** The canned replies of a shop, for the console. */
class ConsoleRepliesController extends ConsoleController
{
    public function listAction(Request $request): Response
    {
        return $this->answer(fn (): array => [
            'replies' => Replies::ofShop((int) $this->shop($request->query->getInt('id_shop'))->id),
        ]);
    }
}
