<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\History\Archive;
use PrestaShop\Module\OnlineChat\History\Line;
use PrestaShop\Module\OnlineChat\History\Shops;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use Symfony\Component\HttpKernel\Exception\ServiceUnavailableHttpException;

/** What the history's pages share: the shops in view, and the line an address names. */
trait HistoryReading
{
    private function archive(): Archive
    {
        $context = \Context::getContext();
        $problem = Requirement::missing($context->getTranslator());
        if ($problem !== null) {
            throw new ServiceUnavailableHttpException(null, $problem);
        }

        return new Archive(new ChatFactory(), (new Shops($context))->shown(), (int) $context->employee?->id);
    }

    /** @throws Exception */
    private function lineOf(Archive $archive, string $key): Line
    {
        return $archive->line($key) ?? throw $this->createNotFoundException("history line $key");
    }

    /** @param array<string, string> $values */
    private function say(string $text, array $values = []): string
    {
        return \Context::getContext()->getTranslator()->trans($text, $values, 'Modules.Onlinechat.Admin');
    }
}
