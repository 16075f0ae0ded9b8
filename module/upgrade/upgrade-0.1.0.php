<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

/** From any version before 0.1.0. */
function upgrade_module_0_1_0(Onlinechat $module): bool
{
    return $module->catchUp();
}
