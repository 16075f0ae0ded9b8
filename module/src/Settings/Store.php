<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Settings;

/** The fields' values in PrestaShop's configuration: a shop's own, else its group's, else those of all shops. */
final class Store
{
    /** Whether the form is for a shop or a group among several: then each field may have a value of its own. */
    public static function partial(): bool
    {
        return \Shop::isFeatureActive() && \Shop::getContext() !== \Shop::CONTEXT_ALL;
    }

    /** What the back office is set to, in all of the employee's tabs at once. */
    public static function context(): string
    {
        if (!self::partial()) {
            return 'all';
        }

        return \Shop::getContext() === \Shop::CONTEXT_GROUP
            ? 'group ' . (int) \Shop::getContextShopGroupID() : 'shop ' . (int) \Shop::getContextShopID();
    }

    /**
     * Another tab may have set the back office to another shop since a form was opened: what is typed is not that shop's.
     *
     * @param mixed $opened what context() was then
     *
     * @return string|null why nothing is saved
     */
    public static function moved(mixed $opened): ?string
    {
        return $opened === self::context() ? null : Words::say(
            'The back office has been set to another shop since this page was opened. Nothing is saved: open the page anew.'
        );
    }

    /**
     * What holds where the back office is set to.
     *
     * @return array<string, mixed>
     */
    public static function values(): array
    {
        $values = [];
        foreach (Fields::names() as $field) {
            $values[$field] = Fields::decode($field, \Configuration::get(Fields::key($field)));
        }
        $values['zone'] = $values['zone'] ?: Hours::usualZone();

        return $values;
    }

    public static function of(\Shop $shop, string $field): mixed
    {
        return Fields::decode($field, Settings::of((int) $shop->id, Fields::key($field)));
    }

    /** @return list<string> the fields without a value of their own where the back office is set to */
    public static function inherited(): array
    {
        if (!self::partial()) {
            return [];
        }

        return \array_values(\array_filter(Fields::names(), static fn (string $field) => !\Configuration::hasKey(
            Fields::key($field),
            null,
            \Shop::getContext() === \Shop::CONTEXT_GROUP ? \Shop::getContextShopGroupID() : null,
            \Shop::getContext() === \Shop::CONTEXT_SHOP ? \Shop::getContextShopID() : null
        )));
    }

    /**
     * @param array<string, mixed> $values
     * @param list<string> $inherited those that are to have the value of the group or of all shops
     */
    public static function save(array $values, array $inherited): void
    {
        // All of them before the first is written: what cannot be kept changes nothing.
        $kept = \array_map([Fields::class, 'encode'], \array_intersect_key($values, \array_flip(Fields::names())));
        foreach (Fields::names() as $field) {
            if (\in_array($field, $inherited, true)) {
                \Configuration::deleteFromContext(Fields::key($field));
            } elseif (isset($kept[$field])) {
                \Configuration::updateValue(Fields::key($field), $kept[$field]);
            }
        }
        // What was deleted is still in the core's list.
        \Configuration::loadConfiguration();
    }
}
