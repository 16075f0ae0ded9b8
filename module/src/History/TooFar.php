<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** A page of several shops that lies too many lines away from those that are known. */
final class TooFar extends \RuntimeException
{
}
