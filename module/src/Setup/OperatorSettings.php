<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Operator\ProfileRules;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use PrestaShop\Module\OnlineChat\Shop\Publisher;

/** The form of operators and mail: shown and kept for the shop, group or all shops that the back office is set to. */
final class OperatorSettings
{
    private const FLAGS = [
        'prefer_known' => ChatSettings::PREFER_KNOWN,
        'prefer_language' => ChatSettings::PREFER_LANGUAGE,
        'sound_message' => ChatSettings::SOUND_MESSAGE,
        'sound_conversation' => ChatSettings::SOUND_CONVERSATION,
        'mail_unread' => ChatSettings::MAIL_UNREAD,
    ];

    /** @return array<string, mixed> */
    public function values(): array
    {
        return [
            'operator_name' => (string) \json_decode((string) \Configuration::get(ChatSettings::OPERATOR_NAME)),
            'capacity' => (int) \Configuration::get(ChatSettings::CAPACITY),
            'queue_limit' => (int) \Configuration::get(ChatSettings::QUEUE_LIMIT),
            'mail_to' => (string) \Configuration::get(ChatSettings::MAIL_TO),
            'mail_address' => \Context::getContext()->link->getModuleLink('onlinechat', 'mail', ['token' => ChatSettings::mailToken()]),
        ] + \array_map(static fn (string $name) => (bool) \Configuration::get($name), self::FLAGS);
    }

    /**
     * @param array<string, mixed> $form
     *
     * @return string|null why not
     */
    public function save(array $form): ?string
    {
        $capacity = (int) ($form['capacity'] ?? 0);
        $limit = (int) ($form['queue_limit'] ?? 0);
        $to = \trim((string) ($form['mail_to'] ?? ''));
        if ($capacity < 1 || $capacity > 1000) {
            return 'capacity: 1 to 1000';
        }
        if ($limit < 1 || $limit > 10000) {
            return 'queue_limit: 1 to 10000';
        }
        if ($to !== '' && !\Validate::isEmail($to)) {
            return 'mail_to: an email address, or nothing';
        }
        try {
            $name = ProfileRules::name($form['operator_name'] ?? '');
            \Configuration::updateValue(ChatSettings::OPERATOR_NAME, (string) \json_encode($name, JSON_HEX_TAG));
            \Configuration::updateValue(ChatSettings::CAPACITY, (string) $capacity);
            \Configuration::updateValue(ChatSettings::QUEUE_LIMIT, (string) $limit);
            \Configuration::updateValue(ChatSettings::MAIL_TO, $to);
            foreach (self::FLAGS as $field => $key) {
                \Configuration::updateValue($key, empty($form[$field]) ? '0' : '1');
            }
            (new Publisher(new ChatFactory()))->publishAll();
        } catch (\RuntimeException|\OnlineChat\Exception $e) {
            return $e->getMessage();
        }

        return null;
    }
}
