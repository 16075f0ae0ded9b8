<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Addresses;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Keeps where the chat's servers are, if they answer. */
class ServerController extends FrameworkBundleAdminController
{
    use ConfigurationPage;
    use Rights;

    public function saveAction(Request $request): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        if (!Requirement::met()) {
            return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'configuration']);
        }
        $typed = (array) $request->request->all();
        $addresses = new Addresses(new ChatFactory());
        $problem = Store::moved($typed['context'] ?? null) ?? $addresses->save($typed);
        if ($problem !== null) {
            return $this->page($this->settingsForm(), 'configuration', [
                'values' => $typed + $addresses->values(), 'context' => (string) ($typed['context'] ?? ''), 'problem' => $problem,
            ]);
        }
        $this->addFlash('success', Words::say('Saved.'));

        return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'configuration']);
    }
}
