<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** The shops of the present context that this employee may see: never more (design.md, several shops). */
final class Shops
{
    public function __construct(private \Context $context)
    {
    }

    /** @return array<int, string> name by id */
    public function shown(): array
    {
        $employee = $this->context->employee;
        $names = [];
        foreach (\array_map('intval', \Shop::getContextListShopID()) as $id) {
            if ($employee instanceof \Employee && $employee->hasAuthOnShop($id)) {
                $names[$id] = (string) (\Shop::getShop($id)['name'] ?? $id);
            }
        }

        return $names;
    }
}
