<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Gateway;

/** The words behind "onlinechat". */
final class Arguments
{
    private const TEXTS = ['root', 'listen', 'metrics'];
    private const NUMBERS = ['heartbeat', 'buffer', 'grace', 'most-streams', 'streams-person', 'streams-address', 'shed', 'memory'];

    public bool $check = false;
    public string $root;
    /** @var array<string, int|string> options of OnlineChat\Gateway as it names them */
    public array $options = [];
    /** @var list<string> */
    public array $proxies = [];

    /**
     * @param list<string> $words
     *
     * @throws Usage
     */
    public function __construct(array $words, string $root)
    {
        $this->root = $root;
        if (\array_shift($words) !== 'gateway') {
            throw new Usage('the only command is "gateway"');
        }
        while ($words !== []) {
            $word = \array_shift($words);
            if ($word === 'check' && !$this->check) {
                $this->check = true;
                continue;
            }
            $parts = \explode('=', $word, 2);
            $this->take($parts[0], (string) ($parts[1] ?? \array_shift($words)));
        }
    }

    private function take(string $word, string $value): void
    {
        $name = \substr($word, 2);
        if (\strncmp($word, '--', 2) !== 0 || !\in_array($name, ['proxy', ...self::TEXTS, ...self::NUMBERS], true)) {
            throw new Usage("unknown word \"$word\"");
        }
        if ($value === '') {
            throw new Usage("$word: a value is missing");
        }
        if ($name === 'root') {
            $this->root = \rtrim($value, '/');
        } elseif ($name === 'proxy') {
            $this->proxies[] = $value;
        } elseif (\in_array($name, self::NUMBERS, true)) {
            $this->options[\strtr($name, '-', '_')] = self::number($word, $value);
        } else {
            $this->options[$name] = $value;
        }
    }

    private static function number(string $word, string $value): int
    {
        if (\preg_match('/^[1-9]\d{0,8}$/D', $value) !== 1) {
            throw new Usage("$word: a whole number above 0, got \"$value\"");
        }

        return (int) $value;
    }
}
