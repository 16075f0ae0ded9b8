<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Operator\Profile;
use Symfony\Component\Form\Extension\Core\Type\EmailType;
use Symfony\Component\Form\Extension\Core\Type\TextareaType;
use Symfony\Component\Form\Extension\Core\Type\TextType;

/** The guide's three steps (G3 to G8, G10), and how operators work. */
final class GuideFields
{
    private const HEADER_LENGTH = 60;
    private const WELCOME_LENGTH = 500;

    public static function stepA(FieldAdder $form): void
    {
        $name = Words::say('Operator name');
        $form
            ->add('operator_name', TextType::class, [
                'label' => $name,
                'help' => Words::say('Visitors see it under the messages. Empty: each employee\'s own name.'),
                'empty_data' => '',
                'attr' => ['maxlength' => Profile::NAME_LENGTH, 'autocomplete' => 'off'],
                'constraints' => [Rules::line($name, Profile::NAME_LENGTH)],
            ])
            ->flag('sound_message', Words::say('Sound for a new message'))
            ->flag('sound_conversation', Words::say('Sound for a new conversation'))
            ->number('maximum', Words::say('Visitors who chat at the same time, at most'), 1, 10000, Measured::text())
            ->flag('offline_mode', Words::say('Offline mode'), Words::say(
                'On: visitors see a contact form while nobody is online or the maximum is reached. Off: they see nothing then.'
            ));
    }

    public static function stepB(FieldAdder $form): void
    {
        $form
            ->texts('header', TextType::class, Words::say('Header'), self::HEADER_LENGTH)
            ->texts('welcome', TextareaType::class, Words::say('Welcome text'), self::WELCOME_LENGTH, ['rows' => 4])
            ->colour('header_background', Words::say('Header: background'))
            ->colour('header_text', Words::say('Header: text'))
            ->colour('operator_background', Words::say('Operator\'s messages: background'))
            ->colour('operator_text', Words::say('Operator\'s messages: text'))
            ->colour('visitor_background', Words::say('Customer\'s messages: background'))
            ->colour('visitor_text', Words::say('Customer\'s messages: text'));
    }

    public static function stepC(FieldAdder $form): void
    {
        $to = Words::say('Address for messages left');
        $asked = Words::say('Fields asked for');
        $required = Words::say('Fields that must be filled in');
        $form
            ->add('mail_to', EmailType::class, [
                'label' => $to,
                'help' => Words::say('Empty: the shop\'s own address.'),
                'empty_data' => '',
                'constraints' => [Rules::email($to)],
            ])
            ->texts('form_header', TextType::class, Words::say('Header of the contact form'), self::HEADER_LENGTH)
            ->texts('form_welcome', TextareaType::class, Words::say('Welcome text of the contact form'), self::WELCOME_LENGTH, ['rows' => 4])
            ->add('ask', AskType::class, [
                'label' => $asked,
                'attr' => FieldAdder::group($asked),
                'help' => Words::say('A form without its message would be empty: it is always asked for.'),
                'fixed' => ['message'],
            ])
            ->add('require', AskType::class, ['label' => $required, 'attr' => FieldAdder::group($required)])
            ->colour('form_header_background', Words::say('Header of the contact form: background'))
            ->colour('form_header_text', Words::say('Header of the contact form: text'));
    }

    public static function operators(FieldAdder $form): void
    {
        $form
            ->number('capacity', Words::say('Conversations of an operator at the same time'), 1, 1000)
            ->flag('queue', Words::say('Visitors may wait for a place'))
            ->number('queue_limit', Words::say('Visitors who may wait, at most'), 1, 10000)
            ->flag('prefer_known', Words::say('Prefer the operator who served the customer before'))
            ->flag('prefer_language', Words::say('Prefer operators who speak the customer\'s language'))
            ->flag('mail_unread', Words::say('Mail answers that a customer left without reading'));
    }
}
