<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Health\Health;
use PrestaShop\Module\OnlineChat\Setup\Addresses;
use PrestaShop\Module\OnlineChat\Setup\OperatorSettings;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Page;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Configuration: the health panel and the addresses. Rights are checked in code: 8 and 9 differ in how they are declared. */
class ConfigurationController extends FrameworkBundleAdminController
{
    use Rights;

    public function indexAction(): Response
    {
        $this->need('read', Tabs::CONFIGURATION);

        return $this->page((new Addresses(new ChatFactory()))->values(), null);
    }

    public function saveAction(Request $request): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        if (!Requirement::met()) {
            return $this->redirectToRoute('onlinechat_configuration');
        }
        $form = (array) $request->request->all();
        $addresses = new Addresses(new ChatFactory());
        $problem = $addresses->save($form);
        if ($problem !== null) {
            return $this->page($form + $addresses->values(), $problem);
        }
        $this->addFlash('success', $this->say('Saved.'));

        return $this->redirectToRoute('onlinechat_configuration');
    }

    /** The owner's browser says which address of the entry answers it. */
    public function entryAction(Request $request): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        $works = (string) $request->request->get('works');
        if (!\in_array($works, ['direct', 'controller'], true)) {
            return new JsonResponse(['works' => 'direct or controller'], 422);
        }
        \Configuration::updateGlobalValue(Settings::ENTRY, $works);

        return new JsonResponse(['works' => $works]);
    }

    /** @param array<string, mixed> $values */
    private function page(array $values, ?string $problem): Response
    {
        $health = new Health(\Context::getContext()->getTranslator(), new ChatFactory());

        return $this->render('@Modules/onlinechat/views/templates/admin/configuration.html.twig', [
            'layoutTitle' => $this->say('Online Chat: configuration'),
            'enableSidebar' => true,
            'extension' => $health->extension(),
            'shops' => Requirement::met() ? \array_map(static fn (\Shop $shop) => [
                'name' => $shop->name,
                'checks' => $health->checks($shop),
                'direct' => Page::direct($shop),
                'controller' => Page::controller($shop),
            ], Publisher::shopsInContext()) : [],
            'values' => $values,
            'operators' => (new OperatorSettings())->values(),
            'may_replies' => $this->isGranted('read', Tabs::REPLIES),
            'problem' => $problem,
            'usable' => Requirement::met(),
            'may_save' => $this->isGranted('update', Tabs::CONFIGURATION),
            'known' => \Configuration::getGlobalValue(Settings::ENTRY),
            'script' => __PS_BASE_URI__ . 'modules/onlinechat/views/js/configuration.js',
        ]);
    }

    private function say(string $text): string
    {
        return \Context::getContext()->getTranslator()->trans($text, [], 'Modules.Onlinechat.Admin');
    }
}
