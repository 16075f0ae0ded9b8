<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\History\Archive;
use PrestaShop\Module\OnlineChat\History\Shops;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use Symfony\Component\HttpFoundation\Response;

/** What the history's pages share: the shops in view, and what is said of a line that is not there. */
trait HistoryReading
{
    private function archive(): Archive
    {
        $context = \Context::getContext();
        $this->needExtension();

        return new Archive(new ChatFactory(), (new Shops($context))->shown(), (int) $context->employee?->id);
    }

    /** A page, as 8.2 makes of an exception "not found" the employee's first page, with status 200. */
    private function missing(): Response
    {
        return $this->render('@Modules/onlinechat/views/templates/admin/conversation.html.twig', [
            'layoutTitle' => Words::say('Conversation'),
            'enableSidebar' => true,
            'problem' => Words::say('There is no such line in the history of the shop you have chosen, or it was deleted.'),
            'style' => __PS_BASE_URI__ . 'modules/onlinechat/views/css/history.css',
            'script' => __PS_BASE_URI__ . 'modules/onlinechat/views/js/exchange.js',
        ], new Response('', Response::HTTP_NOT_FOUND));
    }
}
