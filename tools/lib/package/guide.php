<?php

/*
 * php guide.php docs/NAME.md: the guide as it comes with the module. As text, which browsers show where they would save
 * a .md; without the pictures, which are not packed; and where it leads to is what is packed beside it.
 */

declare(strict_types=1);

$text = (string) file_get_contents($argv[1]);
$kept = [];
foreach (explode("\n\n", preg_replace('/<!--.*?-->/s', '', $text)) as $paragraph) {
    // A picture, or a list of the same in another language.
    if (preg_match('/^!\[/', $paragraph) === 0 && preg_match_all('~\]\(images/~', $paragraph) < 2) {
        $kept[] = preg_replace('~ \(\[[^]]*\]\(images/[^)]*\)\)~', '', $paragraph);
    }
}
$text = rtrim(implode("\n\n", $kept)) . "\n";
$text = preg_replace('/\b(configuration|gateway|history|install|statistics)\.md\b/', '$1.txt', $text);
echo preg_replace('~(\.\./)?packaging/(?=onlinechat-gateway\.service)~', '', $text);
