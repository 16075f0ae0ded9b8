<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Operator;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** What an employee set for themselves: display name, capacity and languages in each shop, and what they do not hear. */
final class Profile
{
    public const NAME_LENGTH = 80;
    public const MOST_LANGUAGES = 20;

    /** What holds in every shop stands in the row of this shop. */
    private const EVERYWHERE = 0;

    /** @var array<int, array<string, mixed>>|null by shop */
    private ?array $rows = null;

    public function __construct(private int $employee)
    {
    }

    /** @return array{name: string, capacity: int, languages: list<string>} "" and 0: the shop's own */
    public function inShop(int $shop): array
    {
        $row = $this->rows()[$shop] ?? [];

        return [
            'name' => (string) ($row['name'] ?? ''),
            'capacity' => (int) ($row['capacity'] ?? 0),
            'languages' => \array_values(\array_filter(\explode(',', (string) ($row['languages'] ?? '')))),
        ];
    }

    /** @return array{message: bool, conversation: bool} */
    public function muted(): array
    {
        $row = $this->rows()[self::EVERYWHERE] ?? [];

        return [
            'message' => (bool) ($row['mute_message'] ?? false),
            'conversation' => (bool) ($row['mute_conversation'] ?? false),
        ];
    }

    /** @param array<string, mixed> $change name, capacity and languages in this shop; those left out stay */
    public function change(int $shop, array $change): void
    {
        $now = \array_intersect_key($change, ['name' => 0, 'capacity' => 0, 'languages' => 0]) + $this->inShop($shop);
        $this->store($shop, [
            'name' => \pSQL(ProfileRules::name($now['name']), true),
            'capacity' => ProfileRules::capacity($now['capacity']),
            'languages' => \pSQL(\implode(',', ProfileRules::languages($now['languages']))),
        ]);
    }

    /** @param array<string, mixed> $mute message and conversation; those left out stay */
    public function mute(array $mute): void
    {
        $now = $mute + $this->muted();
        $this->store(self::EVERYWHERE, [
            'mute_message' => (int) ProfileRules::flag('mute.message', $now['message']),
            'mute_conversation' => (int) ProfileRules::flag('mute.conversation', $now['conversation']),
        ]);
    }

    /** @param array<string, int|string> $values escaped */
    private function store(int $shop, array $values): void
    {
        $row = ['id_employee' => $this->employee, 'id_shop' => $shop] + $values;
        if (!\Db::getInstance()->insert('onlinechat_profile', $row, false, true, \Db::ON_DUPLICATE_KEY)) {
            throw new \RuntimeException('profile not saved: ' . \Db::getInstance()->getMsgError());
        }
        $this->rows = null;
    }

    /** @return array<int, array<string, mixed>> */
    private function rows(): array
    {
        if ($this->rows === null) {
            /** @var list<array<string, mixed>>|false $found */
            $found = \Db::getInstance()->executeS(
                'SELECT * FROM `' . _DB_PREFIX_ . 'onlinechat_profile` WHERE `id_employee` = ' . $this->employee,
                true,
                false
            );
            $this->rows = \array_column($found ?: [], null, 'id_shop');
        }

        return $this->rows;
    }
}
