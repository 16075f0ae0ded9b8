<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Reply;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Settings\Words;
use Symfony\Component\Form\AbstractType;
use Symfony\Component\Form\Extension\Core\Type\ChoiceType;
use Symfony\Component\Form\Extension\Core\Type\TextareaType;
use Symfony\Component\Form\Extension\Core\Type\TextType;
use Symfony\Component\Form\FormBuilderInterface;
use Symfony\Component\OptionsResolver\OptionsResolver;
use Symfony\Component\Validator\Constraints\Callback;
use Symfony\Component\Validator\Constraints\Length;
use Symfony\Component\Validator\Constraints\NotBlank;
use Symfony\Component\Validator\Constraints\Regex;
use Symfony\Component\Validator\Context\ExecutionContextInterface;

/** The form of one canned reply. */
class ReplyType extends AbstractType
{
    /** @param array<string, mixed> $options */
    public function buildForm(FormBuilderInterface $builder, array $options): void
    {
        $builder
            ->add('shortcut', TextType::class, [
                'label' => Words::say('Shortcut'),
                'help' => Words::say('Letters, digits, - and _, without the stroke: "hello" is offered after /hello.'),
                'attr' => ['maxlength' => 32, 'autocomplete' => 'off'],
                'constraints' => [
                    new NotBlank(['message' => Words::say('Shortcut: at least one letter or digit.')]),
                    new Regex(['pattern' => '/^[\p{L}\p{M}\p{N}_-]{1,32}$/u', 'message' => Words::say('Shortcut: up to 32 letters, digits, - and _.')]),
                ],
            ])
            ->add('language', ChoiceType::class, [
                'label' => Words::say('Language'),
                'choices' => self::languages($builder->getData()['language'] ?? ''),
                'choice_translation_domain' => false,
            ])
            ->add('text', TextareaType::class, [
                'label' => Words::say('Text'),
                'help' => Words::say('Filled in when inserted: {customer_firstname}, {operator}, {shop}, {product} (the product on the page being viewed).'),
                'attr' => ['rows' => 5, 'maxlength' => Replies::TEXT_LENGTH],
                'constraints' => [
                    new NotBlank(['message' => Words::say('Text: there is nothing to read in it.')]),
                    new Length(['max' => Replies::TEXT_LENGTH, 'maxMessage' => Words::say('Text: at most 4,000 characters.')]),
                    new Callback([self::class, 'knownPlaceholders']),
                ],
            ]);
        if (\Shop::isFeatureActive()) {
            $builder->add('id_shop', ChoiceType::class, [
                'label' => Words::say('Shop'),
                'choices' => [Words::say('All shops') => Replies::ALL_SHOPS] + \array_map('intval', \array_column(\Shop::getShops(), 'id_shop', 'name')),
                'choice_translation_domain' => false,
            ]);
        }
    }

    public function configureOptions(OptionsResolver $resolver): void
    {
        $resolver->setDefaults(['constraints' => [new Callback([self::class, 'ownShortcut'])]]);
    }

    /** A placeholder with a mistake in it would be sent to the customer as it is. */
    public static function knownPlaceholders(?string $text, ExecutionContextInterface $context): void
    {
        \preg_match_all('/\{(\w+)\}/', (string) $text, $found);
        $unknown = \array_diff($found[1], Replies::PLACEHOLDERS);
        if ($unknown !== []) {
            $context->addViolation(\sprintf(Words::say('Text: there is no placeholder {%s}.'), \current($unknown)));
        }
    }

    public static function ownShortcut(mixed $reply, ExecutionContextInterface $context): void
    {
        $id = isset($reply['id_reply']) ? (int) $reply['id_reply'] : null;
        if (Replies::taken($id, (int) ($reply['id_shop'] ?? 0), (string) ($reply['language'] ?? ''), (string) ($reply['shortcut'] ?? ''))) {
            $context->buildViolation(Words::say('Shortcut: another reply of this language has it already.'))->atPath('[shortcut]')->addViolation();
        }
    }

    /** @return array<string, string> ISO code by name: the shop's languages, those of the starter set, and the reply's own */
    public static function languages(string $own): array
    {
        $languages = \array_column(\Language::getLanguages(false), 'iso_code', 'name');
        foreach (['English' => 'en', 'Français' => 'fr', $own => $own] as $name => $code) {
            if ($code !== '' && !\in_array($code, $languages, true)) {
                $languages[$name] = $code;
            }
        }

        return $languages;
    }
}
