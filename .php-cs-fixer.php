<?php

/* PrestaShop's own rules for a module: Symfony's, with the four points where PrestaShop differs. */

declare(strict_types=1);

return (new PhpCsFixer\Config())
    ->setCacheFile(__DIR__ . '/build/php-cs-fixer.cache')
    ->setFinder(PhpCsFixer\Finder::create()->in(__DIR__ . '/module')->exclude(['vendor', 'views/js']))
    ->setRules([
        '@Symfony' => true,
        'array_indentation' => true,
        'concat_space' => ['spacing' => 'one'],
        'phpdoc_align' => ['align' => 'left'],
        'phpdoc_summary' => false,
        'yoda_style' => false,
    ]);
