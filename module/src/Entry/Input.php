<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

/** What a request asks, with the types the protocol says; a wrong one is refused by name. Rules are the extension's. */
final class Input
{
    public const LARGEST = 16384;
    /** What every client's numbers can hold exactly. */
    private const NUMBER = 9007199254740991;
    private const DEPTH = 8;

    /** @var array<int|string, mixed> */
    private array $members;
    /** In a query all values are text. */
    private bool $query;

    /** @param array<int|string, mixed> $members */
    private function __construct(array $members, bool $query)
    {
        $this->members = $members;
        $this->query = $query;
    }

    public static function query(): self
    {
        return new self($_GET, true);
    }

    /** @param bool $beacon the body may be called text/plain, as navigator.sendBeacon does */
    public static function body(bool $beacon = false): self
    {
        self::checkType($_SERVER['CONTENT_TYPE'] ?? '', $beacon);
        if ((int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > self::LARGEST) {
            throw self::tooLarge();
        }
        $json = \file_get_contents('php://input', false, null, 0, self::LARGEST + 1);
        if ($json === false || \strlen($json) > self::LARGEST) {
            throw self::tooLarge();
        }

        return self::parse($json);
    }

    public static function parse(string $json): self
    {
        // As objects: PHP's arrays cannot tell {} from [].
        $members = \json_decode($json, false, self::DEPTH);
        if (\json_last_error() !== JSON_ERROR_NONE) {
            throw self::notJson($json);
        }
        if (!$members instanceof \stdClass) {
            throw self::malformed('the body must be a JSON object');
        }
        $repeated = self::repeated($json);
        if ($repeated !== null) {
            throw self::malformed("$repeated: given more than once", $repeated);
        }

        return new self((array) $members, false);
    }

    public function text(string $name, ?string $default = null): string
    {
        $value = $this->members[$name] ?? $default ?? throw $this->missing($name, 'text');
        if (!\is_string($value)) {
            throw self::malformed("$name: must be text", $name);
        }

        return $value;
    }

    /** Text, or null if it is missing. */
    public function optional(string $name): ?string
    {
        return isset($this->members[$name]) ? $this->text($name) : null;
    }

    public function number(string $name, ?int $default = null): int
    {
        $value = $this->members[$name] ?? null;
        if ($value === null) {
            return $default ?? throw $this->missing($name, 'a number');
        }
        if ($this->query && \is_string($value)) {
            $digits = $value !== '' && $value[0] === '-' ? \substr($value, 1) : $value;
            // Text of more digits than any number has becomes one that is past the limit.
            $value = \ctype_digit($digits) ? (\strlen($digits) < 18 ? (int) $value : (float) $value) : $value;
        }
        if (!\is_int($value) && !(\is_float($value) && \abs($value) > self::NUMBER)) {
            throw self::malformed("$name: must be a whole number", $name);
        }
        if ($value < 0 || $value > self::NUMBER) {
            require_once __DIR__ . '/Problem.php';
            throw new Problem('invalid', "$name: must be from 0 to " . self::NUMBER, $name);
        }

        return (int) $value;
    }

    public function optionalNumber(string $name): ?int
    {
        return isset($this->members[$name]) ? $this->number($name) : null;
    }

    public function flag(string $name, ?bool $default = false): bool
    {
        $value = $this->members[$name] ?? $default ?? throw $this->missing($name, 'true or false');
        if ($this->query && ($value === '0' || $value === '1')) {
            return $value === '1';
        }
        if (!\is_bool($value)) {
            throw self::malformed("$name: must be " . ($this->query ? '0 or 1' : 'true or false'), $name);
        }

        return $value;
    }

    /**
     * A list of texts, or null if it is missing.
     *
     * @return list<string>|null
     */
    public function optionalList(string $name): ?array
    {
        $list = $this->members[$name] ?? null;
        if ($list === null) {
            return null;
        }
        if (!\is_array($list) || $list !== \array_filter($list, 'is_string')) {
            throw self::malformed("$name: must be a list of texts", $name);
        }

        return \array_values($list);
    }

    /**
     * The texts of an object, those of the given names.
     *
     * @param list<string> $names
     *
     * @return array<string, string>
     */
    public function texts(string $name, array $names): array
    {
        $object = $this->members[$name] ?? new \stdClass();
        if (!$object instanceof \stdClass) {
            throw self::malformed("$name: must be an object", $name);
        }
        $texts = [];
        foreach ($names as $member) {
            $text = $object->$member ?? null;
            if ($text !== null && !\is_string($text)) {
                throw self::malformed("$name.$member: must be text", "$name.$member");
            }
            if ($text !== null) {
                $texts[$member] = $text;
            }
        }

        return $texts;
    }

    private static function checkType(string $type, bool $beacon): void
    {
        if ($type === 'application/json') {
            return;
        }
        $type = \strtolower(\rtrim(\explode(';', $type, 2)[0]));
        if ($type !== 'application/json' && !($beacon && $type === 'text/plain')) {
            require_once __DIR__ . '/Problem.php';
            throw new Problem('wrong-type', 'Content-Type: must be application/json', 'Content-Type');
        }
    }

    private static function tooLarge(): Problem
    {
        require_once __DIR__ . '/Problem.php';

        return new Problem('too-large', 'the body: at most ' . self::LARGEST . ' bytes');
    }

    private function missing(string $name, string $what): Problem
    {
        return self::malformed("$name: is missing, must be $what", $name);
    }

    private static function malformed(string $detail, string $field = ''): Problem
    {
        require_once __DIR__ . '/Problem.php';

        return new Problem('malformed', $detail, $field);
    }

    private static function notJson(string $json): Problem
    {
        $why = \lcfirst(\json_last_error_msg());
        if (\json_last_error() !== JSON_ERROR_UTF8) {
            return self::malformed("the body: $why");
        }
        // The member in which leaving out what is invalid and replacing it differ.
        $without = (array) \json_decode($json, false, self::DEPTH, JSON_INVALID_UTF8_IGNORE);
        $with = (array) \json_decode($json, false, self::DEPTH, JSON_INVALID_UTF8_SUBSTITUTE);
        foreach ($with as $name => $value) {
            // Objects compare by their members.
            if (!\array_key_exists($name, $without) || $without[$name] != $value) {
                return self::malformed("$name: must be valid UTF-8", (string) $name);
            }
        }

        return self::malformed('the body: must be valid UTF-8');
    }

    /**
     * The first name an object has twice: parsers differ in which value they take, and a key has to mean one body.
     *
     * @param string $json valid JSON
     */
    private static function repeated(string $json): ?string
    {
        $seen = [];
        $depth = 0;
        $name = '';
        $length = \strlen($json);
        for ($i = 0; ($i += \strcspn($json, '":{}', $i)) < $length;) {
            switch ($json[$i++]) {
                case '{':
                    $seen[++$depth] = [];
                    break;
                case '}':
                    --$depth;
                    break;
                case ':':
                    $name = \strpos($name, '\\') === false ? $name : \json_decode("\"$name\"");
                    if (isset($seen[$depth][$name])) {
                        return $name;
                    }
                    $seen[$depth][$name] = true;
                    break;
                default:
                    $from = $i;
                    while ($json[$i += \strcspn($json, '"\\', $i)] === '\\') {
                        $i += 2;
                    }
                    $name = \substr($json, $from, $i++ - $from);
            }
        }

        return null;
    }
}
