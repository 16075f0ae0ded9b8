<?php

/*
 * Build step: writes the Lua scripts and the schema's migrations into C, so that the extension is
 * one file. Called by Makefile.frag and config.w32:
 *
 *     php -n embed.php SCRIPTS SCHEMA OUTPUT      (three folders)
 *
 * A file is written only if its content changes, so that nothing is compiled again in vain.
 */

function fail(string $message): never
{
    fwrite(STDERR, "embed.php: $message\n");
    exit(1);
}

function text(string $file): string
{
    $text = file_get_contents($file);
    if ($text === false) {
        fail("cannot read $file");
    }
    $text = str_replace("\r\n", "\n", $text);
    if ($text === '' || str_contains($text, "\0")) {
        fail("$file is empty or holds a NUL byte");
    }
    return $text;
}

/** A C string literal, one line a source line: compilers limit the length of one literal. */
function literal(string $text): string
{
    $out = '';
    foreach (preg_split('/(?<=\n)/', $text, -1, PREG_SPLIT_NO_EMPTY) as $line) {
        // "?" is escaped against trigraphs, bytes past ASCII by octal codes of fixed length.
        $escaped = preg_replace_callback(
            '/[\x00-\x1f\x7f-\xff"\\\\?]/',
            static fn (array $m): string => match ($m[0]) {
                "\n" => '\n',
                "\t" => '\t',
                '"' => '\"',
                '\\' => '\\\\',
                '?' => '\?',
                default => sprintf('\%03o', ord($m[0])),
            },
            $line
        );
        $out .= "\n\t\"$escaped\"";
    }
    return $out;
}

/** @return array<string, string> file name without its end => text */
function folder(string $folder, string $end): array
{
    $all = [];
    foreach (glob("$folder/*$end") ?: [] as $file) {
        $all[basename($file, $end)] = text($file);
    }
    ksort($all);
    return $all;
}

function store(string $file, string $text): void
{
    if (is_file($file) && file_get_contents($file) === $text) {
        return;
    }
    if (file_put_contents("$file.new", $text) !== strlen($text) || !rename("$file.new", $file)) {
        fail("cannot write $file");
    }
}

if ($argc !== 4) {
    fail('usage: php -n embed.php SCRIPTS SCHEMA OUTPUT');
}
[, $scriptFolder, $schemaFolder, $output] = $argv;

$header = <<<'C'
/* This is a generated file, edit embed.php, scripts/ or schema/ instead. */
#ifndef OC_EMBEDDED_H
#define OC_EMBEDDED_H

#include <stddef.h>

/* A Lua script; sha is the digest Redis knows it by. */
typedef struct {
	const char *name, *text;
	size_t n;
	char sha[41];
} oc_script;

/* The statements that bring the tables from version - 1 to version; "{p}" is the prefix. */
typedef struct {
	unsigned version;
	const char *text;
	size_t n;
} oc_migration;

extern const oc_migration oc_migrations[];
extern const unsigned oc_migrations_n;


C;
$source = "/* This is a generated file, edit embed.php, scripts/ or schema/ instead. */\n#include \"store/oc_embedded.h\"\n";

foreach (folder($scriptFolder, '.lua') as $name => $text) {
    if (!preg_match('/^[a-z][a-z0-9_]*$/D', $name)) {
        fail("$scriptFolder/$name.lua: a script's name is lower-case letters, digits and _");
    }
    $header .= "extern const oc_script oc_script_$name;\n";
    $source .= sprintf(
        "\nconst oc_script oc_script_%s = {\"%s\",%s,\n\t%d, \"%s\"};\n",
        $name,
        $name,
        literal($text),
        strlen($text),
        sha1($text)
    );
}

$rows = '';
$expected = 1;
foreach (folder($schemaFolder, '.sql') as $name => $text) {
    if ($name !== sprintf('%03d', $expected)) {
        fail("$schemaFolder/$name.sql: migrations are named 001.sql, 002.sql, … without a gap");
    }
    $rows .= sprintf("\t{%d,%s,\n\t%d},\n", $expected, literal($text), strlen($text));
    $expected++;
}
if ($rows === '') {
    fail("$schemaFolder has no migration");
}
$source .= "\nconst oc_migration oc_migrations[] = {\n$rows};\nconst unsigned oc_migrations_n = " . ($expected - 1) . ";\n";

store("$output/oc_embedded.h", $header . "\n#endif\n");
store("$output/oc_embedded.c", $source);
