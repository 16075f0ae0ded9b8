<?php

/* PrestaShop of $root with its kernel, as its own command line has it. */

declare(strict_types=1);

$_SERVER['REQUEST_METHOD'] = 'GET';
require "$root/config/config.inc.php";
/** @var AppKernel $kernel */
global $kernel;
if (!$kernel) {
    $kernel = is_file("$root/app/AdminKernel.php") && class_exists('AdminKernel') ? new AdminKernel('prod', false) : new AppKernel('prod', false);
    $kernel->boot();
}
