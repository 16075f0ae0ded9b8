<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Doc.php';
require_once __DIR__ . '/Site.php';

/** What docs/install.md tells a server's owner to type and to write is true. PeclTest runs its pecl lines, tests/shop those of bin/console. */
final class InstallDocTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';

    public function testEveryCommandIsOneThatATestKnows(): void
    {
        $known = '~^(apt-get install |pecl |echo .extension=onlinechat|phpenmod onlinechat$|systemctl restart php|php --ri onlinechat$|tools/package$|bin/console --env=prod (prestashop:module install onlinechat|onlinechat:mail|onlinechat:expire)$)~';
        $this->assertSame([], array_values(preg_grep($known, Doc::commands(), PREG_GREP_INVERT)));
    }

    /** What is built here is built with what the page names. */
    public function testThePackagesAreThoseInstalledHere(): void
    {
        $here = (string) file_get_contents(self::ROOT . '/tools/install');
        foreach (explode(' ', substr(Doc::commandsOf('apt-get')[0], strlen('apt-get install '))) as $package) {
            $this->assertMatchesRegularExpression('/[( ]' . preg_quote($package, '/') . '[ )\n]/', $here);
        }
    }

    /** The README and the guide name the same versions. */
    public function testTheVersionsAreTheReadmes(): void
    {
        $words = static fn (string $text): string => (string) preg_replace('/\s+/', ' ', $text);
        $readme = $words((string) file_get_contents(self::ROOT . '/README.md'));
        foreach (['PHP 8.1 to 8.4', 'MySQL 8 or MariaDB 10.6 or newer', 'Redis 6.2 or newer', 'hiredis 0.14.1 or newer', 'libevent 2.1'] as $version) {
            $this->assertStringContainsString($version, $readme);
            $this->assertStringContainsString($version, $words(Doc::text()));
        }
    }

    public function testTheSettingsAreTheExtensions(): void
    {
        preg_match_all('/^\tLIMIT\((\w+), "(\d+)"/m', (string) file_get_contents(self::ROOT . '/ext/classes/oc_ini.c'), $limits);
        $written = [];
        preg_match_all('/^\| (`onlinechat\..+?) \| ([\d, ]+) \|/m', Doc::text(), $rows, PREG_SET_ORDER);
        foreach ($rows as [, $names, $values]) {
            preg_match_all('/onlinechat\.(\w+)/', $names, $name);
            $written += array_combine($name[1], explode(', ', $values));
        }
        $expected = array_combine($limits[1], $limits[2]);
        ksort($written);
        ksort($expected);
        $this->assertSame($expected, $written);
    }

    public function testNginxWithTheseLinesAnswersTheEntryOnly(): void
    {
        $site = new Site();
        try {
            $site->nginx(Doc::server('/^location /'));
            $this->tryThe($site);
        } finally {
            $site->end();
        }
    }

    public function testApacheWithTheseLinesAnswersTheEntryOnly(): void
    {
        if (!is_executable('/usr/sbin/apache2')) {
            $this->markTestSkipped('no /usr/sbin/apache2');
        }
        $site = new Site();
        try {
            $site->apache(Doc::server('/^</'));
            $this->tryThe($site);
        } finally {
            $site->end();
        }
    }

    private function tryThe(Site $site): void
    {
        $this->assertSame([200, "entry at 127.0.0.1:$site->port"], $site->ask('/modules/onlinechat/entry.php?action=status'));
        foreach (['/modules/onlinechat/src/Entry/Entry.php', '/modules/other/other.php'] as $path) {
            $this->assertSame(403, $site->ask($path)[0], $path);
        }
    }
}
