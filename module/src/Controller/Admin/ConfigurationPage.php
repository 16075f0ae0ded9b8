<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Guide\PageData;
use PrestaShop\Module\OnlineChat\Settings\Avatar;
use PrestaShop\Module\OnlineChat\Settings\Fields;
use PrestaShop\Module\OnlineChat\Settings\SettingsType;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Addresses;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use PrestaShop\Module\OnlineChat\Shop\Settings;
use Symfony\Component\Form\FormInterface;
use Symfony\Component\HttpFoundation\Response;

/** The configuration page, which its forms show again when they refuse what was typed. */
trait ConfigurationPage
{
    /**
     * @param list<string>|null $inherited see FieldAdder; null: as it is kept
     *
     * @return FormInterface<mixed>
     */
    private function settingsForm(?array $inherited = null): FormInterface
    {
        return $this->createForm(SettingsType::class, Store::values(), [
            'action' => $this->generateUrl('onlinechat_configuration_save'),
            'partial' => Store::partial(),
            'inherited' => $inherited ?? Store::inherited(),
        ]);
    }

    /**
     * @param FormInterface<mixed> $form the settings
     * @param string|null $refused the tab whose form was refused
     * @param array<string, mixed> $typed in it, where it is not the settings: shown in place of what is kept
     */
    private function page(FormInterface $form, ?string $refused = null, array $typed = []): Response
    {
        $wanted = (string) ($_GET['tab'] ?? '');

        return $this->render('@Modules/onlinechat/views/templates/admin/configuration.html.twig', $typed + [
            'layoutTitle' => Words::say('Online Chat: configuration'),
            'enableSidebar' => true,
            'tab' => $refused ?? (\in_array($wanted, PageData::TABS, true) ? $wanted : PageData::TABS[0]),
            'form' => $form->createView(),
            'sections' => Fields::SECTIONS,
            'avatar' => Avatar::path(\Context::getContext()->shop, Store::values()['avatar']),
            'values' => (new Addresses(new ChatFactory()))->values(),
            'mail_address' => \Context::getContext()->link->getModuleLink('onlinechat', 'mail', ['token' => ChatSettings::mailToken()]),
            'may_replies' => $this->isGranted('read', Tabs::REPLIES),
            'context' => Store::context(),
            'problem' => null,
            'agency_problem' => null,
            'usable' => Requirement::met(),
            'may_save' => $this->isGranted('update', Tabs::CONFIGURATION),
            'known' => \Configuration::getGlobalValue(Settings::ENTRY),
        ] + PageData::of($this->generateUrl('onlinechat_configuration', ['tab' => 'configuration'])), new Response('', $refused === null ? Response::HTTP_OK : Response::HTTP_UNPROCESSABLE_ENTITY));
    }
}
