<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Setup\OperatorSettings;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Keeps the configuration's part about operators and mail. */
class OperatorsController extends FrameworkBundleAdminController
{
    use Rights;

    public function saveAction(Request $request): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        $problem = (new OperatorSettings())->save($request->request->all());
        $this->addFlash($problem === null ? 'success' : 'error', $problem ?? \Context::getContext()->getTranslator()->trans('Saved.', [], 'Modules.Onlinechat.Admin'));

        return $this->redirectToRoute('onlinechat_configuration');
    }
}
