<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Avatar;
use PrestaShop\Module\OnlineChat\Settings\FieldAdder;
use PrestaShop\Module\OnlineChat\Settings\Fields;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\Form\FormError;
use Symfony\Component\Form\FormInterface;
use Symfony\Component\HttpFoundation\File\UploadedFile;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** The configuration. Rights are checked in code: 8 and 9 differ in how they are declared. */
class ConfigurationController extends FrameworkBundleAdminController
{
    use ConfigurationPage;
    use Rights;

    public function indexAction(): Response
    {
        $this->need('read', Tabs::CONFIGURATION);

        return $this->page($this->settingsForm());
    }

    /** What was typed stays when it is refused, with the reason at its field. */
    public function saveAction(Request $request): Response
    {
        $this->need('update', Tabs::CONFIGURATION);
        if (!Requirement::met()) {
            return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'configuration']);
        }
        $inherited = self::inherited((array) ($request->request->all()['onlinechat'] ?? []));
        $form = $this->settingsForm($inherited);
        $form->handleRequest($request);
        $picture = $form->isSubmitted() && $form->isValid() ? self::picture($form) : [];
        if (!$form->isSubmitted() || !$form->isValid()) {
            return $this->page($form, 'configuration');
        }
        try {
            Store::save($picture + $form->getData(), $inherited);
            (new Publisher(new ChatFactory()))->publishAll();
        } catch (\OnlineChat\Exception|\RuntimeException $e) {
            $this->addFlash('error', Words::say('Kept, but not published: %reason%', ['%reason%' => $e->getMessage()]));

            return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'configuration']);
        }
        $this->addFlash('success', Words::say('Saved.'));

        return $this->redirectToRoute('onlinechat_configuration', ['tab' => 'configuration']);
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

    /**
     * A picture that cannot be kept is the form's mistake like any other: all that was typed is still there.
     *
     * @param FormInterface<mixed> $form
     *
     * @return array{avatar?: string} nothing: as it is
     */
    private static function picture(FormInterface $form): array
    {
        $file = $form->get('avatar')->getData();
        if ($file instanceof UploadedFile) {
            try {
                return ['avatar' => Avatar::keep($file)];
            } catch (\RuntimeException $e) {
                $form->get('avatar')->addError(new FormError(Words::say('Picture: %reason%.', ['%reason%' => $e->getMessage()])));

                return [];
            }
        }

        return $form->get('avatar_remove')->getData() ? ['avatar' => ''] : [];
    }

    /**
     * @param array<string, mixed> $typed
     *
     * @return list<string> the fields that are not said to have a value of their own
     */
    private static function inherited(array $typed): array
    {
        return Store::partial() ? \array_values(\array_filter(
            Fields::names(),
            static fn (string $field) => !isset($typed[FieldAdder::OWN . $field])
        )) : [];
    }
}
