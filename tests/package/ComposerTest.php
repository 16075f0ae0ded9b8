<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

use PHPUnit\Framework\TestCase;

/** composer.json says to PIE how the extension is built. */
final class ComposerTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';
    /** What PIE knows. */
    private const PIE = ['extension-name', 'priority', 'support-zts', 'support-nts', 'build-path', 'download-url-method',
        'os-families', 'os-families-exclude', 'configure-options'];

    /** @return array<string, mixed> */
    private static function manifest(): array
    {
        return json_decode((string) file_get_contents(self::ROOT . '/composer.json'), true, 16, JSON_THROW_ON_ERROR);
    }

    /** "php-ext" is younger than many a Composer, so its rules are asked for without those of publishing. */
    public function testComposerAcceptsIt(): void
    {
        exec('composer validate --strict --no-check-publish --no-interaction --working-dir=' . escapeshellarg(self::ROOT) . ' 2>&1', $said, $status);
        $this->assertSame(0, $status, implode("\n", $said));
    }

    public function testItDescribesThisExtension(): void
    {
        ['type' => $type, 'require' => $require, 'php-ext' => $extension] = self::manifest();
        $this->assertSame('php-ext', $type);
        $this->assertSame('onlinechat', $extension['extension-name']);
        $this->assertSame([], array_diff(array_keys($extension), self::PIE));
        $package = simplexml_load_file(self::ROOT . '/package.xml');
        $php = simplexml_load_file(self::ROOT . '/package.xml')->dependencies->required->php;
        [$major, $minor] = explode('.', (string) $php->max);
        $this->assertSame(sprintf('>=%s,<%d.%d', substr((string) $php->min, 0, 3), $major, $minor + 1), $require['php']);
    }

    public function testTheOptionsAreThoseOfConfigure(): void
    {
        preg_match_all('/AS_HELP_STRING\(\[--([\w-]+)\]/', (string) file_get_contents(self::ROOT . '/config.m4'), $known);
        $offered = array_column(self::manifest()['php-ext']['configure-options'], 'name');
        $this->assertSame([], array_diff($offered, $known[1]));
    }
}
