<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Gateway;

/** The gateway cannot start as this server is set up; starting it again will not help. */
final class Misconfigured extends \RuntimeException
{
}
