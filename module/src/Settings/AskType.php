<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use Symfony\Component\Form\AbstractType;
use Symfony\Component\Form\CallbackTransformer;
use Symfony\Component\Form\Extension\Core\Type\CheckboxType;
use Symfony\Component\Form\FormBuilderInterface;
use Symfony\Component\OptionsResolver\OptionsResolver;

/** A choice among the contact form's fields (G10). */
class AskType extends AbstractType
{
    /** @param array<string, mixed> $options */
    public function buildForm(FormBuilderInterface $builder, array $options): void
    {
        foreach (self::labels() as $field => $label) {
            $builder->add($field, CheckboxType::class, [
                'label' => $label,
                'required' => false,
                'disabled' => \in_array($field, $options['fixed'], true),
                'attr' => \in_array($field, $options['fixed'], true) ? ['data-fixed' => ''] : [],
            ]);
        }
        $builder->addModelTransformer(new CallbackTransformer(
            static fn (?array $fields) => \array_map(
                static fn (string $field) => \in_array($field, $fields ?? [], true) || \in_array($field, $options['fixed'], true),
                \array_combine(ChatSettings::FIELDS, ChatSettings::FIELDS)
            ),
            static fn (?array $chosen) => \array_keys(\array_filter($chosen ?? []))
        ));
    }

    public function configureOptions(OptionsResolver $resolver): void
    {
        $resolver->setDefaults(['fixed' => [], 'error_bubbling' => false]);
        $resolver->setAllowedTypes('fixed', 'array');
    }

    /** @return array<string, string> */
    public static function labels(): array
    {
        return \array_combine(ChatSettings::FIELDS, [
            Words::say('First name'), Words::say('Last name'), Words::say('Email'), Words::say('Telephone'), Words::say('Message'),
        ]);
    }
}
