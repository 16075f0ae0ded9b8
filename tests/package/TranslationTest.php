<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

use PHPUnit\Framework\TestCase;

/** French is complete: every text that the module's PHP and templates hand to the translator has one. */
final class TranslationTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';

    public function testEveryTextHasItsFrench(): void
    {
        $french = self::catalogue('fr-FR');
        $missing = [];
        foreach (self::texts() as $text => $file) {
            if (trim($french[$text] ?? '') === '') {
                $missing[] = "$file: $text";
            }
        }
        $this->assertSame([], $missing);
    }

    public function testPlaceholdersAreTheSame(): void
    {
        foreach (self::catalogue('fr-FR') as $source => $target) {
            $this->assertEqualsCanonicalizing(self::placeholders($source), self::placeholders($target), $source);
        }
    }

    public function testFrenchOfCanadaAndBelgiumIsFrench(): void
    {
        exec(escapeshellarg(self::ROOT . '/tools/package') . ' 2>&1', $output, $status);
        $this->assertSame(0, $status, implode("\n", $output));
        $package = self::ROOT . '/build/module/onlinechat';
        foreach (['fr-CA', 'fr-BE'] as $locale) {
            $this->assertSame(self::catalogue('fr-FR'), self::catalogue($locale, "$package/translations"));
        }
        $this->assertFileEquals("$package/mails/fr/onlinechat_offline.html", "$package/mails/qc/onlinechat_offline.html");
    }

    /** @return array<string, string> by their English */
    private static function catalogue(string $locale, string $folder = self::ROOT . '/module/translations'): array
    {
        $texts = [];
        foreach (glob("$folder/$locale/*.$locale.xlf") ?: [] as $file) {
            foreach (simplexml_load_file($file)->file as $part) {
                foreach ($part->body->{'trans-unit'} as $unit) {
                    $texts[(string) $unit->source] = (string) $unit->target;
                }
            }
        }
        self::assertNotSame([], $texts, "$folder has no $locale");

        return $texts;
    }

    /** @return array<string, string> text => where it stands; texts that are put together at run time are not seen */
    private static function texts(): array
    {
        $quoted = "'((?:[^'\\\\]|\\\\.)+)'";
        $texts = [];
        $files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator(self::ROOT . '/module', \FilesystemIterator::SKIP_DOTS));
        foreach ($files as $file) {
            $pattern = match ($file->getExtension()) {
                'php' => "/(?:\\bsay|->trans)\\(\\s*$quoted/",
                'twig' => "/$quoted\\|trans/",
                default => null,
            };
            if ($pattern !== null && preg_match_all($pattern, (string) file_get_contents((string) $file), $found)) {
                foreach ($found[1] as $text) {
                    $texts[stripslashes($text)] = $file->getFilename();
                }
            }
        }

        return $texts;
    }

    /** @return list<string> */
    private static function placeholders(string $text): array
    {
        preg_match_all('/%\w+%|\{\w+\}/', $text, $found);

        return array_values(array_unique($found[0]));
    }
}
