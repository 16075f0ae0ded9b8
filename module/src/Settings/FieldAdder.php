<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShopBundle\Form\Admin\Type\SwitchType;
use PrestaShopBundle\Form\Admin\Type\TranslatableType;
use Symfony\Component\Form\Extension\Core\Type\CheckboxType;
use Symfony\Component\Form\Extension\Core\Type\ChoiceType;
use Symfony\Component\Form\Extension\Core\Type\ColorType;
use Symfony\Component\Form\Extension\Core\Type\IntegerType;
use Symfony\Component\Form\FormBuilderInterface;

/** Adds the form's fields; for a shop or a group each with the core's question whether it has a value of its own. */
final class FieldAdder
{
    /** The core's name for that question: PrestaShopBundle\Service\Form\MultistoreCheckboxEnabler. */
    public const OWN = 'multistore_';

    /**
     * @param FormBuilderInterface<mixed> $builder
     * @param bool $partial see Store::partial()
     * @param list<string> $inherited fields that cannot be edited: they have the value of the group or of all shops
     */
    public function __construct(private FormBuilderInterface $builder, private bool $partial, private array $inherited)
    {
    }

    /**
     * @param class-string $type
     * @param array<string, mixed> $options
     * @param array<string, array{class-string, array<string, mixed>}> $with what has no value of its own but this one's
     */
    public function add(string $name, string $type, array $options, array $with = []): self
    {
        $inherited = \in_array($name, $this->inherited, true);
        foreach ([$name => [$type, $options]] + $with as $field => [$kind, $more]) {
            $this->builder->add($field, $kind, $more + ['required' => false, 'disabled' => $inherited]);
        }
        if ($this->partial) {
            // The core's row of a field has it in front of the field's label.
            $this->builder->add(self::OWN . $name, CheckboxType::class, [
                'label' => false,
                'required' => false,
                'mapped' => false,
                'data' => !$inherited,
                'attr' => [
                    'class' => 'multistore-checkbox',
                    'material_design' => true,
                    'aria-label' => Words::say('A value of its own: %field%', ['%field%' => $options['label']]),
                ],
            ]);
        }

        return $this;
    }

    public function flag(string $name, string $label, ?string $help = null): self
    {
        return $this->add($name, SwitchType::class, ['label' => $label, 'help' => $help]);
    }

    public function number(string $name, string $label, int $least, int $most, ?string $help = null): self
    {
        return $this->add($name, IntegerType::class, [
            'label' => $label,
            'help' => $help,
            'attr' => ['min' => $least, 'max' => $most],
            'invalid_message' => Rules::rangeSaid($label, $least, $most),
            'constraints' => [Rules::range($label, $least, $most)],
        ]);
    }

    /** @param array<string, int|string> $choices value by what is shown, in the employee's language */
    public function choice(string $name, string $label, array $choices, bool $several = false, ?string $help = null): self
    {
        return $this->add($name, ChoiceType::class, [
            'label' => $label,
            'help' => $help,
            'choices' => $choices,
            'choice_translation_domain' => false,
            'multiple' => $several,
            'expanded' => $several,
            'attr' => $several ? self::group($label) : [],
            'placeholder' => false,
            'invalid_message' => Words::say('%field%: one of those that are offered.', ['%field%' => $label]),
        ]);
    }

    /**
     * The core's rows label no group of boxes.
     *
     * @return array<string, string>
     */
    public static function group(string $label): array
    {
        return ['role' => 'group', 'aria-label' => $label];
    }

    public function colour(string $name, string $label): self
    {
        return $this->add($name, ColorType::class, [
            'label' => $label,
            'constraints' => [Rules::colour($label)],
        ]);
    }

    /**
     * A text in every language of the shop.
     *
     * @param class-string $type
     * @param array<string, mixed> $attr
     */
    public function texts(string $name, string $type, string $label, int $most, array $attr = [], ?string $help = null): self
    {
        return $this->add($name, TranslatableType::class, [
            'label' => $label,
            'help' => $help ?? Words::say('A language without a text has the one of the shop\'s default language.'),
            'type' => $type,
            'use_tabs' => false,
            'options' => [
                'required' => false,
                'empty_data' => '',
                'attr' => ['maxlength' => $most, 'aria-label' => $label] + $attr,
                'constraints' => [Rules::text($label, $most)],
            ],
        ]);
    }
}
