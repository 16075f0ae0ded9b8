<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Symfony\Component\Form\Extension\Core\Type\CheckboxType;
use Symfony\Component\Form\Extension\Core\Type\CollectionType;
use Symfony\Component\Form\Extension\Core\Type\FileType;
use Symfony\Component\Form\Extension\Core\Type\TextareaType;
use Symfony\Component\Form\Extension\Core\Type\TextType;

/** What owners expect beyond the guide: when, where and to whom the chat is shown, and what becomes of what was said. */
final class BeyondFields
{
    public static function hours(FieldAdder $form): void
    {
        $zones = \DateTimeZone::listIdentifiers();
        $week = Words::say('Opening hours of the week');
        $holidays = Words::say('Closed on');
        $form
            ->flag('hours_on', Words::say('Opening hours'), Words::say(
                'Outside them visitors see the contact form, or nothing without offline mode, even while somebody is online. Conversations that run are not cut.'
            ))
            ->choice('zone', Words::say('Time zone'), \array_combine($zones, $zones))
            ->add('week', CollectionType::class, [
                'label' => $week,
                'help' => Words::say('A day such as 9:00-12:00, 14:00-18:00; empty: closed. An end before its beginning is on the next day.'),
                'attr' => FieldAdder::group($week),
                'entry_type' => DayType::class,
                'error_bubbling' => false,
            ])
            ->add('holidays', TextareaType::class, [
                'label' => $holidays,
                'help' => Words::say('A date a line, or two for all days between them: 2026-12-24 2027-01-02.'),
                'empty_data' => '',
                'attr' => ['rows' => 3],
                'constraints' => [Rules::check(static fn (mixed $typed) => Hours::holidays((string) $typed) === null ? Words::say(
                    '%field%: dates such as 2026-12-24, one or two a line, at most %n% lines.',
                    ['%field%' => $holidays, '%n%' => Hours::MOST_HOLIDAYS]
                ) : null)],
            ]);
    }

    public static function pages(FieldAdder $form): void
    {
        $names = Hidden::names();
        $form
            ->choice('hide_pages', Words::say('Pages without the chat'), \array_combine($names, $names), true)
            ->add('hide', TextareaType::class, [
                'label' => Hidden::label(),
                'help' => Words::say('Regular expressions (PCRE2) without delimiters, one a line, of the path behind the shop\'s address and the language: ^/content/ for example.'),
                'empty_data' => '',
                'attr' => ['rows' => 3, 'dir' => 'ltr', 'spellcheck' => 'false'],
                'constraints' => [Rules::check(static fn (mixed $typed) => Hidden::problem((string) $typed))],
            ]);
    }

    public static function place(FieldAdder $form): void
    {
        $form
            ->choice('side', Words::say('Side of the page'), [Words::say('Right') => 'right', Words::say('Left') => 'left'])
            ->number('offset_inline', Words::say('Distance from the side, in pixels'), 0, 500)
            ->number('offset_block', Words::say('Distance from the bottom, in pixels'), 0, 500)
            ->number('z_index', Words::say('z-index: what has a higher one stands over the chat'), 1, 2147483647)
            ->add('avatar', FileType::class, [
                'label' => Words::say('Picture'),
                'help' => Words::say('Stands at the head of the window: PNG, JPEG or WebP, at most 2 MB.'),
                'mapped' => false,
                'attr' => ['accept' => 'image/png,image/jpeg,image/webp'],
                'constraints' => [Rules::check(static fn (mixed $file) => Avatar::problem($file))],
            ], ['avatar_remove' => [CheckboxType::class, ['label' => Words::say('Remove the picture'), 'mapped' => false]]]);
    }

    public static function people(FieldAdder $form): void
    {
        /** @var list<array{id_group: string, name: string}> $groups */
        $groups = \Group::getGroups((int) \Context::getContext()->language->id);
        $form
            ->choice('offer', Words::say('The chat is offered to'), [
                Words::say('Everyone') => Offer::EVERYONE,
                Words::say('Customers who have signed in') => Offer::CUSTOMERS,
                Words::say('Customers of these groups') => Offer::GROUPS,
            ], false, Words::say('Who is signed in already sees the chat from the next sign-in on.'))
            ->choice('offer_groups', Words::say('Groups'), Choices::named($groups, 'id_group', 'name'), true);
    }

    public static function privacy(FieldAdder $form): void
    {
        /** @var list<array{id_cms: string, meta_title: string}> $pages */
        $pages = \CMS::getCMSPages((int) \Context::getContext()->language->id, null, false);
        $form
            ->texts('privacy', TextType::class, Words::say('Privacy text'), 300)
            ->choice('privacy_cms', Words::say('Page about privacy'), Choices::named($pages, 'id_cms', 'meta_title', [Words::say('None') => 0]))
            ->number('retention', Words::say('Conversations are erased after, in months'), 0, 120, Words::say('0: never.'))
            ->flag('transcript', Words::say('Customers may ask for a conversation by mail'), Words::say(
                'It goes to the address of the customer\'s own account.'
            ));
    }
}
