<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Symfony\Component\Form\AbstractType;
use Symfony\Component\Form\CallbackTransformer;
use Symfony\Component\Form\Extension\Core\Type\HiddenType;
use Symfony\Component\Form\FormBuilderInterface;
use Symfony\Component\OptionsResolver\OptionsResolver;
use Symfony\Component\Validator\Constraints\Callback;
use Symfony\Component\Validator\Context\ExecutionContextInterface;

/** The configuration form: its data are the values of Store, texts by ISO code. */
class SettingsType extends AbstractType
{
    /** @param array<string, mixed> $options */
    public function buildForm(FormBuilderInterface $builder, array $options): void
    {
        $adder = new FieldAdder($builder, $options['partial'], $options['inherited']);
        GuideFields::stepA($adder);
        GuideFields::stepB($adder);
        GuideFields::stepC($adder);
        BeyondFields::hours($adder);
        BeyondFields::pages($adder);
        BeyondFields::place($adder);
        BeyondFields::people($adder);
        BeyondFields::privacy($adder);
        GuideFields::operators($adder);
        $builder->add('context', HiddenType::class, [
            'mapped' => false,
            'data' => Store::context(),
            'constraints' => [Rules::check(static fn (mixed $opened) => Store::moved($opened))],
        ]);
        foreach (Fields::TEXTS as $name) {
            $builder->get($name)->addModelTransformer(new CallbackTransformer([Texts::class, 'byId'], [Texts::class, 'byCode']));
        }
    }

    public function configureOptions(OptionsResolver $resolver): void
    {
        $resolver->setDefaults([
            'partial' => false,
            'inherited' => [],
            'constraints' => [new Callback([self::class, 'requiredIsAsked']), new Callback([self::class, 'groupsAreNamed'])],
        ]);
        $resolver->setAllowedTypes('partial', 'bool');
        $resolver->setAllowedTypes('inherited', 'array');
    }

    /** The form's name, so that a field is called onlinechat[maximum]. */
    public function getBlockPrefix(): string
    {
        return 'onlinechat';
    }

    public static function requiredIsAsked(mixed $values, ExecutionContextInterface $context): void
    {
        foreach (\array_diff($values['require'] ?? [], $values['ask'] ?? []) as $field) {
            $said = Words::say('%field%: what is not asked for cannot be required.', ['%field%' => AskType::labels()[$field]]);
            $context->buildViolation('%said%')->setParameter('%said%', $said)->atPath('[require]')->addViolation();
        }
    }

    public static function groupsAreNamed(mixed $values, ExecutionContextInterface $context): void
    {
        if (($values['offer'] ?? '') === Offer::GROUPS && ($values['offer_groups'] ?? []) === []) {
            $said = Words::say('%field%: at least one.', ['%field%' => Words::say('Groups')]);
            $context->buildViolation('%said%')->setParameter('%said%', $said)->atPath('[offer_groups]')->addViolation();
        }
    }
}
