--TEST--
Patterns: PCRE2 as PHP has it, without delimiters; "could not decide" is an answer of its own
--EXTENSIONS--
onlinechat
--INI--
pcre.backtrack_limit=10000
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Pattern;

set_error_handler(static function (int $level, string $text): bool {
    echo 'warned: ', strtok($text, ':'), "\n";
    return true;
});
foreach (['^/product/\d+', 'a~b', '~', '\~', 'a/b#c', 'é+$', '(?i)SHOP', '(?<=a)b', "tab\there", str_repeat('a', 300)] as $pattern) {
    echo json_encode(substr($pattern, 0, 20)), ': ', json_encode(Pattern::problem($pattern)), "\n";
}
foreach (['a\\\\', '', '(', '[a', 'a\\', '*', "\xff", "a\x01b", "a\0b", str_repeat('a', 301)] as $pattern) {
    echo json_encode(substr($pattern, 0, 20), JSON_PARTIAL_OUTPUT_ON_ERROR), ': ', strtok((string) Pattern::problem($pattern), ':'), "\n";
}

$first = static fn (array $patterns, string $subject) => var_export(Pattern::first($patterns, $subject), true) . "\n";
echo $first([], 'x'), $first(['a', 'b$', 'b'], 'ab'), $first(['^b', 'c'], 'ab');
echo $first(['^.$'], 'é'), $first(['(?i)é'], 'É'), $first(['a~b'], 'a~b'), $first(['^$'], '');
echo 'at the limit: ', $first(['(a+)+$'], str_repeat('a', 50) . '!');
echo 'after a match: ', $first(['^a', '(a+)+$'], str_repeat('a', 50) . '!');
echo 'the limit first: ', $first(['(a+)+$', '^a'], str_repeat('a', 50) . '!');
var_dump(preg_match('~(~', '') === false);

try {
    Pattern::first(['a', '('], 'x');
} catch (OnlineChat\InvalidValue $e) {
    echo $e->field, ' ', substr($e->getMessage(), 0, 41), "\n";
}
thrown(static fn () => Pattern::first(['x' => 'a'], 'x'));
thrown(static fn () => Pattern::first([5], 'x'));
thrown(static fn () => Pattern::first(array_fill(0, 51, 'a'), 'x'));
thrown(static fn () => Pattern::first(['a'], "\xff"));
thrown(static fn () => Pattern::first(['a'], str_repeat('x', 65537)));
thrown(static fn () => new Pattern());
?>
===DONE===
--EXPECT--
"^\/product\/\\d+": null
"a~b": null
"~": null
"\\~": null
"a\/b#c": null
"\u00e9+$": null
"(?i)SHOP": null
"(?<=a)b": null
"tab\there": "must not hold control characters"
"aaaaaaaaaaaaaaaaaaaa": null
"a\\\\": 
"": must not be empty
"(": Compilation failed
"[a": Compilation failed
"a\\": must not end with a backslash
"*": Compilation failed
null: Compilation failed
"a\u0001b": must not hold control characters
"a\u0000b": must not hold control characters
"aaaaaaaaaaaaaaaaaaaa": at most 300 bytes, got 301
NULL
0
NULL
0
0
0
0
at the limit: false
after a match: 0
the limit first: false
warned: preg_match()
bool(true)
patterns patterns: pattern 2: Compilation failed: 
OnlineChat\InvalidValue [field patterns]: patterns: must be a list of at most 50 patterns
OnlineChat\InvalidValue [field patterns]: patterns: pattern 1 must be text
OnlineChat\InvalidValue [field patterns]: patterns: must be a list of at most 50 patterns
OnlineChat\InvalidValue [field subject]: subject: must be UTF-8
OnlineChat\InvalidValue [field subject]: subject: at most 65536 bytes, got 65537
Error: OnlineChat\Pattern objects are made by the chat only
===DONE===
