<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

/** A password is never sent back to a page: this stands for "as it is". */
final class Secret
{
    public const SHOWN = '••••••••';
}
