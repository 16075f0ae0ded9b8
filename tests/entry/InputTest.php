<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Entry;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Entry\Input;
use PrestaShop\Module\OnlineChat\Entry\Problem;

require_once __DIR__ . '/../../module/src/Entry/Input.php';
require_once __DIR__ . '/../../module/src/Entry/Problem.php';

/** Bodies as they are read, without a server. */
final class InputTest extends TestCase
{
    /** @dataProvider good */
    public function testGood(string $json): void
    {
        self::assertSame('x', Input::parse($json)->text('a'));
    }

    public static function good(): array
    {
        return [
            'plain' => ['{"a":"x"}'],
            'space' => [" {\n\t\"a\" : \"x\" }\r\n"],
            'the same name at another level' => ['{"a":"x","b":{"a":1},"c":{"a":1}}'],
            'names and marks in text' => ['{"a":"x","b":"\\"a\\": {\\\\","c":"}:{"}'],
            'names in lists' => ['{"a":"x","b":[{"a":1},{"a":1},["a"]]}'],
            'number as name' => ['{"1":2,"a":"x","01":3}'],
            'empty name' => ['{"":2,"a":"x"}'],
            'seven deep' => ['{"a":"x","b":[[[[[[1]]]]]]}'],
        ];
    }

    /** @dataProvider bad */
    public function testBad(string $json, string $field, string $detail): void
    {
        $document = self::refusal(static fn () => Input::parse($json));
        self::assertSame('malformed', $document['code']);
        self::assertSame($field, $document['field'] ?? '');
        self::assertStringContainsString($detail, $document['detail']);
    }

    public static function bad(): array
    {
        return [
            'nothing' => ['', '', 'syntax error'],
            'half' => ['{"a":', '', 'syntax error'],
            'two' => ['{"a":"x"}{}', '', 'syntax error'],
            'list' => ['[]', '', 'JSON object'],
            'text' => ['"a"', '', 'JSON object'],
            'null' => ['null', '', 'JSON object'],
            'too deep' => ['{"a":[[[[[[[[1]]]]]]]]}', '', 'depth'],
            'name with a zero byte first' => ['{"\u0000a":1}', '', 'property name'],
            'lone surrogate' => ['{"a":"\ud800"}', '', 'surrogate'],
            'control character' => ["{\"a\":\"\x01\"}", '', 'control character'],
            'twice' => ['{"a":"x","a":"x"}', 'a', 'more than once'],
            'twice, once escaped' => ['{"text":"x","t\u0065xt":"y"}', 'text', 'more than once'],
            'twice further in' => ['{"a":{"b":1,"c":{},"b":2}}', 'b', 'more than once'],
            'twice in a list' => ['{"a":[{"b":1},{"b":1,"b":2}]}', 'b', 'more than once'],
            'invalid UTF-8' => ["{\"key\":\"k\",\"text\":\"caf\xe9\"}", 'text', 'valid UTF-8'],
            'invalid UTF-8 further in' => ["{\"a\":\"b\",\"about\":{\"email\":\"\xff\"}}", 'about', 'valid UTF-8'],
            'invalid UTF-8 in a name' => ["{\"a\xc3\":1}", "a\u{fffd}", 'valid UTF-8'],
        ];
    }

    /** @dataProvider wrongTypes */
    public function testWrongTypes(string $member, callable $read, string $code, string $detail): void
    {
        $document = self::refusal(static fn () => $read(Input::parse("{\"n\":$member}")));
        self::assertSame([$code, 'n'], [$document['code'], $document['field'] ?? '']);
        self::assertStringContainsString($detail, $document['detail']);
    }

    public static function wrongTypes(): array
    {
        $number = static fn (Input $input) => $input->number('n', 1);
        $text = static fn (Input $input) => $input->text('n', 'x');
        $flag = static fn (Input $input) => $input->flag('n', null);

        return [
            'text as number' => ['"1"', $number, 'malformed', 'whole number'],
            'fraction' => ['1.5', $number, 'malformed', 'whole number'],
            'whole fraction' => ['1.0', $number, 'malformed', 'whole number'],
            'true as number' => ['true', $number, 'malformed', 'whole number'],
            'list as number' => ['[1]', $number, 'malformed', 'whole number'],
            'negative' => ['-1', $number, 'invalid', 'from 0 to 9007199254740991'],
            'past 2^53' => ['9007199254740992', $number, 'invalid', 'from 0 to'],
            'past 2^64' => ['18446744073709551616', $number, 'invalid', 'from 0 to'],
            'far past' => ['-1e300', $number, 'invalid', 'from 0 to'],
            'number as text' => ['1', $text, 'malformed', 'text'],
            'object as text' => ['{}', $text, 'malformed', 'text'],
            'number as flag' => ['1', $flag, 'malformed', 'true or false'],
            'text as flag' => ['"true"', $flag, 'malformed', 'true or false'],
            'missing flag' => ['null', $flag, 'malformed', 'missing'],
            'missing number' => ['null', static fn (Input $input) => $input->number('n'), 'malformed', 'missing'],
            'missing text' => ['null', static fn (Input $input) => $input->text('n'), 'malformed', 'missing'],
            'list as object' => ['["a"]', static fn (Input $input) => $input->texts('n', ['email']), 'malformed', 'object'],
        ];
    }

    public function testDefaults(): void
    {
        $input = Input::parse('{"none":null,"about":{"email":"a@example.com","more":[1]}}');
        self::assertSame(7, $input->number('none', 7));
        self::assertSame('', $input->text('gone', ''));
        self::assertTrue($input->flag('gone', true));
        self::assertNull($input->optional('none'));
        self::assertNull($input->optionalNumber('gone'));
        self::assertSame(['email' => 'a@example.com'], $input->texts('about', ['email', 'phone']));
        self::assertSame([], $input->texts('none', ['email']));
    }

    /** @return array<string, mixed> the document of what it throws */
    private static function refusal(callable $read): array
    {
        try {
            $read();
        } catch (Problem $problem) {
            $document = new \ReflectionMethod($problem, 'document');
            $document->setAccessible(true);

            return $document->invoke($problem, 400, '');
        }
        self::fail('nothing was refused');
    }
}
