<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Shop\Rows;

/** Lines as the table's cells want them. */
final class Records
{
    private const SHORT = 140;

    public function __construct(private \Context $context)
    {
    }

    /**
     * @param list<Line> $lines
     * @param string $wanted what was looked for, to be marked
     *
     * @return list<array<string, mixed>>
     */
    public function of(array $lines, string $wanted): array
    {
        $there = $this->customers($lines);

        return \array_map(fn (Line $line) => [
            'key' => $line->key(),
            'shop' => $line->shopName,
            'name' => $line->thread->name,
            'customer' => $line->thread->customer,
            'customer_page' => isset($there[$line->thread->customer ?? 0]),
            'thread' => $line->thread->id,
            'at' => Moment::text($line->thread->lastAt),
            'at_exact' => Moment::exact($line->thread->lastAt),
            'text' => self::excerpt($line, $wanted),
            'email' => $line->thread->email,
            'phone' => $line->thread->phone,
            'kind' => $line->thread->kind,
            'state' => $line->thread->message?->state,
            'reason' => $line->thread->message?->reason,
        ], $lines);
    }

    /** @return list<array{text: string, hit: bool}> around the hit, or the beginning of the customer's last message */
    private static function excerpt(Line $line, string $wanted): array
    {
        $text = $line->thread->hit ?? $line->thread->lastText;
        if ($line->thread->hit === null && \mb_strlen($text) > self::SHORT) {
            $text = \rtrim(\mb_substr($text, 0, self::SHORT)) . ' …';
        }

        return Marker::parts($text, $line->thread->hit === null ? '' : $wanted);
    }

    /**
     * The customers whose page can be opened: the account is there, and the employee may see it.
     *
     * @param list<Line> $lines
     *
     * @return array<int, true>
     */
    private function customers(array $lines): array
    {
        $ids = \array_filter(\array_map(static fn (Line $line) => $line->thread->customer, $lines));
        $may = \Access::isGranted('ROLE_MOD_TAB_ADMINCUSTOMERS_READ', (int) $this->context->employee?->id_profile);
        if ($ids === [] || !$may) {
            return [];
        }
        $rows = Rows::of('SELECT `id_customer` FROM `PREFIX_customer` WHERE `deleted` = 0 AND `id_customer` IN (' . \implode(',', \array_unique($ids)) . ')');

        return \array_fill_keys(\array_map('intval', \array_column($rows, 'id_customer')), true);
    }
}
