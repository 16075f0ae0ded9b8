<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Symfony\Component\Form\AbstractType;
use Symfony\Component\Form\Extension\Core\Type\TextType;
use Symfony\Component\Form\FormInterface;
use Symfony\Component\Form\FormView;
use Symfony\Component\OptionsResolver\OptionsResolver;

/** The opening hours of one day of the week; its name is the day's number, 0 for Monday. */
class DayType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        $resolver->setDefaults([
            'required' => false,
            'empty_data' => '',
            'error_bubbling' => false,
            'attr' => ['maxlength' => 100, 'autocomplete' => 'off', 'dir' => 'ltr'],
            'constraints' => [Rules::check(static fn (mixed $typed) => Hours::day((string) $typed) === null ? Words::say(
                'Hours such as 9:00-12:00, 14:00-18:00, at most %n% spans a day.',
                ['%n%' => Hours::MOST_SPANS]
            ) : null)],
        ]);
    }

    /**
     * @param FormInterface<mixed> $form
     * @param array<string, mixed> $options
     */
    public function buildView(FormView $view, FormInterface $form, array $options): void
    {
        $view->vars['label'] = self::days()[(int) $form->getName()] ?? $form->getName();
    }

    public function getParent(): string
    {
        return TextType::class;
    }

    /** @return list<string> Monday first */
    public static function days(): array
    {
        return [
            Words::say('Monday'), Words::say('Tuesday'), Words::say('Wednesday'), Words::say('Thursday'), Words::say('Friday'),
            Words::say('Saturday'), Words::say('Sunday'),
        ];
    }
}
