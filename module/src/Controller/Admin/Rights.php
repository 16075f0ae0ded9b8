<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Setup\Requirement;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;
use Symfony\Component\HttpKernel\Exception\ServiceUnavailableHttpException;

/** Refuses in code: attributes and annotations differ between PrestaShop 8 and 9. */
trait Rights
{
    /**
     * With denyAccessUnlessGranted() 8.2 answers 500: no firewall there makes a refusal of it.
     *
     * @param 'create'|'read'|'update'|'delete' $right
     */
    private function need(string $right, string $tab): void
    {
        if (!$this->isGranted($right, $tab)) {
            throw new AccessDeniedHttpException("this employee has not the right \"$right\" of $tab");
        }
    }

    private function needExtension(): void
    {
        $problem = Requirement::missing(\Context::getContext()->getTranslator());
        if ($problem !== null) {
            throw new ServiceUnavailableHttpException(null, $problem);
        }
    }
}
