<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Doc.php';
require_once __DIR__ . '/Pecl.php';

/** The extension as a server's owner gets it: pecl package, pecl install. */
final class PeclTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';

    private Pecl $pecl;

    protected function setUp(): void
    {
        $this->pecl = new Pecl();
    }

    protected function tearDown(): void
    {
        $this->pecl->clear();
    }

    public function testPeclAcceptsThePackage(): void
    {
        $said = $this->pecl->pecl('package-validate', realpath(self::ROOT) . '/package.xml');
        $this->assertStringContainsString('0 error(s)', $said);
        // Releases are made on the day they name: nothing else is worth a warning.
        $this->assertSame([], array_values(array_filter(
            preg_grep('/^Warning/', explode("\n", $said)),
            static fn (string $line): bool => !str_contains($line, 'is not today')
        )));
    }

    public function testThePackedExtensionInstallsAndLoads(): void
    {
        $before = $this->pecl->machinesExtensions();
        $this->pecl->standIn(realpath(self::ROOT));
        $commands = Doc::commandsOf('pecl');
        $this->assertCount(2, $commands, 'docs/install.md packs, then installs');
        foreach ($commands as $command) {
            $said = $this->pecl->pecl(...array_slice(explode(' ', $command), 1));
        }

        $this->assertStringContainsString('install ok', $said);
        $this->assertStringNotContainsString(' warning: unused', $said);
        $this->assertFileExists($this->pecl->extension());
        $this->assertSame($before, $this->pecl->machinesExtensions(), "the machine's own extensions changed");

        $version = $this->pecl->run(
            PHP_BINARY,
            '-n',
            '-d',
            'extension=' . $this->pecl->extension(),
            '-r',
            'echo phpversion("onlinechat"), class_exists(OnlineChat\Chat::class) ? " with Chat" : "";'
        );
        $this->assertSame((string) simplexml_load_file(self::ROOT . '/package.xml')->version->release . ' with Chat', $version);
    }

    public function testThePackageHoldsNothingTwice(): void
    {
        $names = [];
        foreach (simplexml_load_file(self::ROOT . '/package.xml')->contents->dir->file as $file) {
            $names[] = (string) $file['name'];
            $this->assertFileExists(self::ROOT . '/' . $file['name']);
        }
        $this->assertSame(array_unique($names), $names);
    }
}
