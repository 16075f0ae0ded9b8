<?php

/* php zip.php FOLDER ARCHIVE: the folder, with its name, as a zip. Phar needs no extension of its own. */

[, $folder, $archive] = $argv;
$zip = new PharData($archive, 0, null, Phar::ZIP);
$zip->buildFromIterator(
    new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)),
    dirname($folder)
);
