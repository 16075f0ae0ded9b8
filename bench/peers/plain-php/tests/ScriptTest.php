<?php

namespace PlainChat\Tests;

use PHPUnit\Framework\TestCase;
use PlainChat\Script;

require_once __DIR__ . '/../autoload.php';

final class ScriptTest extends TestCase
{
    public function testDigestsAreThoseOfTheFiles(): void
    {
        foreach (Script::cases() as $script) {
            $this->assertSame(sha1($script->source()), $script->digest(), "$script->value.lua: run digests.php");
        }
    }
}
