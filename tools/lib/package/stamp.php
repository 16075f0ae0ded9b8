<?php

/*
 * php stamp.php FOLDER: every file of the module says its licence, as the marketplace asks. Done when packing:
 * in the repository, LICENSE says it once.
 */

declare(strict_types=1);

const NOTICE = 'Online Chat for PrestaShop. MIT licence: see the file LICENSE.';

/** @return string|null null: a form that is not stamped */
function stamped(string $path, string $text): ?string
{
    return match (pathinfo($path, PATHINFO_EXTENSION)) {
        'php' => preg_replace('/^<\?php\n/', "<?php\n/* " . NOTICE . " */\n", $text, 1),
        'js', 'css' => '/* ' . NOTICE . " */\n" . $text,
        'tpl' => '{* ' . NOTICE . " *}\n" . $text,
        'twig' => '{# ' . NOTICE . " #}\n" . $text,
        default => null,
    };
}

foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($argv[1], FilesystemIterator::SKIP_DOTS)) as $file) {
    $path = $file->getPathname();
    if (str_starts_with($path, "$argv[1]/vendor/") || $file->getFilename() === 'index.php') {
        continue;
    }
    $new = stamped($path, (string) file_get_contents($path));
    if ($new !== null) {
        file_put_contents($path, $new);
    }
}
