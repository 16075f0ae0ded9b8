<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Guide\Agency;
use PrestaShop\Module\OnlineChat\Guide\MailTrial;
use PrestaShop\Module\OnlineChat\Settings\Rules;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** What the tabs beside the configuration let the owner do: try the mail, name an agency. */
class GuideController extends FrameworkBundleAdminController
{
    use ConfigurationPage;
    use Rights;

    public function mailAction(): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        foreach (Publisher::shopsInContext() as $shop) {
            $problem = MailTrial::send($shop);
            $this->addFlash(
                $problem === null ? 'success' : 'error',
                $problem ?? Words::say('%shop%: the test message was sent. Look whether it arrived.', ['%shop%' => (string) $shop->name])
            );
        }

        return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'help']);
    }

    public function agencyAction(Request $request): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        $typed = (string) $request->request->get('agency', '');
        $opened = (string) $request->request->get('context', '');
        $problem = Store::moved($opened) ?? Agency::save($typed);
        if ($problem !== null) {
            return $this->page($this->settingsForm(), 'contact', [
                'agency' => \mb_scrub(Rules::plain($typed)), 'context' => $opened, 'agency_problem' => $problem,
            ]);
        }
        $this->addFlash('success', Words::say('Saved.'));

        return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'contact']);
    }
}
