<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\Identity;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Health\Check;
use PrestaShop\Module\OnlineChat\Privacy\Consent;
use PrestaShop\Module\OnlineChat\Settings\Store;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Rows;

/** The way from an installed module to a chat that works (G2): what is done already says so. */
final class Checklist
{
    /** The core's profile of those who may everything, _PS_ADMIN_PROFILE_. */
    private const EVERY_RIGHT = 1;

    /** @param list<\Shop> $shops those the back office is set to */
    public function __construct(private array $shops, private ChatFactory $chats)
    {
    }

    /**
     * @param list<Check> $checks of the health panel
     * @param string $configuration the address of the tab with the forms
     *
     * @return list<Item>
     */
    public function items(array $checks, string $configuration): array
    {
        return \array_values(\array_filter([
            $this->health($checks),
            $this->chatters(),
            $this->texts($configuration),
            $this->mail($configuration),
            $this->held(),
            $this->consent(),
        ]));
    }

    /** @param list<Check> $checks */
    private function health(array $checks): Item
    {
        $bad = \array_filter($checks, static fn (Check $check) => !$check->ok);

        return new Item('health', $bad === [], Words::say('The chat has all it stands on'), $bad === []
            ? Words::say('Each line of the health panel below is green.')
            : Words::say('To mend, as the health panel below says: %parts%.', [
                '%parts%' => \implode(', ', \array_map(static fn (Check $check) => $check->name, $bad)),
            ]), '#onlinechat-health', Words::say('Health'));
    }

    private function chatters(): Item
    {
        $role = 'ROLE_MOD_TAB_' . \strtoupper(Tabs::CHAT) . '_READ';
        $people = Rows::of('SELECT DISTINCT e.id_employee, e.firstname FROM PREFIX_employee e'
            . ' LEFT JOIN PREFIX_access a ON a.id_profile = e.id_profile'
            . ' LEFT JOIN PREFIX_authorization_role r ON r.id_authorization_role = a.id_authorization_role'
            . " WHERE e.active = 1 AND (r.slug = '" . \pSQL($role) . "' OR e.id_profile = " . self::EVERY_RIGHT . ')'
            . ' ORDER BY e.id_employee');

        return new Item('chatters', $people !== [], Words::say('Employees may chat'), $people === []
            ? Words::say('No employee may: give a profile the right "View" of "Chat with visitors".')
            : Words::say('%n% may: %names%. A profile needs the right "View" of "Chat with visitors".', [
                '%n%' => \count($people),
                '%names%' => \implode(', ', \array_column(\array_slice($people, 0, 5), 'firstname')) . (\count($people) > 5 ? ' …' : ''),
            ]), (string) \Context::getContext()->link?->getAdminLink('AdminAccess'), Words::say('Permissions'));
    }

    private function texts(string $configuration): Item
    {
        $missing = [];
        foreach ($this->shops as $shop) {
            $fields = ['header', 'welcome', ...(Store::of($shop, 'offline_mode') ? ['form_header', 'form_welcome'] : [])];
            /** @var list<array{iso_code: string, name: string}> $languages */
            $languages = \Language::getLanguages(true, (int) $shop->id);
            foreach ($languages as $language) {
                foreach ($fields as $field) {
                    if (\trim((string) (Store::of($shop, $field)[$language['iso_code']] ?? '')) === '') {
                        $missing[$language['iso_code']] = $language['name'];
                    }
                }
            }
        }

        return new Item('texts', $missing === [], Words::say('Texts are translated'), $missing === []
            ? Words::say('Header and welcome text are there in every language of the shop.')
            : Words::say('Header or welcome text is missing in: %languages%. Until then visitors read the default language\'s text, or the module\'s own.', [
                '%languages%' => \implode(', ', $missing),
            ]), "$configuration#onlinechat-step-B", Words::say('Texts'));
    }

    private function mail(string $configuration): Item
    {
        $works = $this->shops !== [];
        foreach ($this->shops as $shop) {
            $works = $works && MailTrial::works($shop);
        }

        return new Item('mail', $works, Words::say('Mail arrives'), $works
            ? Words::say('The test message was sent.')
            : Words::say('Messages left in the contact form come by mail. Send yourself a test message, and look whether it arrives.'),
            "$configuration#onlinechat-step-C", Words::say('Address for messages left'));
    }

    private function held(): Item
    {
        $held = false;
        try {
            foreach ($this->shops as $shop) {
                $chat = $this->chats->open((int) $shop->id);
                $who = new Identity(Role::Operator, (string) (int) \Context::getContext()->employee?->id, supervisor: true);
                $held = $held || $chat->history()->find($who, ['kind' => 'conversation'], 1)->lines !== [] || $chat->router()->overview($who, 0, 1) !== [];
            }
        } catch (Exception|\ValueError) {
            // The health panel says what is away; nothing is known of conversations then.
        }
        $front = (string) \Context::getContext()->link?->getPageLink('index');

        return new Item('held', $held, Words::say('A first chat was held'), $held
            ? Words::say('There are conversations already.')
            : Words::say('Go online at the bottom right of this page, open the shop in a private window, and write to yourself.'),
            $front, Words::say('Open the shop'));
    }

    /** Only where the official GDPR module is: its first text is a placeholder. */
    private function consent(): ?Item
    {
        $states = \array_filter(\array_map(Consent::written(...), $this->shops), '\is_bool');
        $written = !\in_array(false, $states, true);

        return $states === [] ? null : new Item('consent', $written, Words::say('The consent text says something'), $written
            ? Words::say('Visitors agree to the text of the module "Official GDPR compliance".')
            : Words::say('The module "Official GDPR compliance" gave the chat a placeholder (Lorem Ipsum) as its consent text, or none: write your own there.'),
            (string) \Context::getContext()->link?->getAdminLink('AdminModules', true, [], ['configure' => 'psgdpr']),
            Words::say('Consent text'));
    }
}
