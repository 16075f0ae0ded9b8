<?php

namespace PlainChat;

/** The Lua scripts. Their digests stand here, so that no request reads or hashes them; a test compares. */
enum Script: string
{
    case Admit = 'admit';
    case Poll = 'poll';
    case Due = 'due';
    case Seed = 'seed';
    case Tell = 'tell';

    public function digest(): string
    {
        return match ($this) {
            self::Admit => 'af145f090f5372ee9a3608c0063d5ad0df840289',
            self::Poll => '0d067348b3a93c14f1c8f14b2d68e26428508561',
            self::Due => 'd3e421ff17160009106f163578d4e01441dcda36',
            self::Seed => 'b43f2574b0ae63f37f13b8df378e0c4a441fa082',
            self::Tell => 'c28f13be65991a4dcdb508341957a9f6fb70d7b2',
        };
    }

    public function source(): string
    {
        $source = file_get_contents(__DIR__ . "/scripts/$this->value.lua");
        return match ($this) {
            self::Admit, self::Poll => file_get_contents(__DIR__ . '/scripts/limit.lua') . $source,
            default => $source,
        };
    }
}
