<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Package;

use PHPUnit\Framework\TestCase;

/** The archive that the module manager takes, by the marketplace's rules. */
final class ModuleTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';

    private static string $archive;
    /** @var array<string, string> path in the archive => content; folders end with a slash */
    private static array $files = [];

    public static function setUpBeforeClass(): void
    {
        exec(self::ROOT . '/tools/package', $said, $status);
        if ($status !== 0) {
            throw new \RuntimeException(implode("\n", $said));
        }
        self::$archive = end($said);
        self::$files = [];
        $phar = new \PharData(self::$archive);
        $inside = 'phar://' . self::$archive . '/';
        foreach (new \RecursiveIteratorIterator($phar) as $file) {
            self::$files[substr($file->getPathname(), strlen($inside))] = (string) file_get_contents($file->getPathname());
        }
    }

    /** @return array<string, string> */
    private static function named(string $pattern): array
    {
        return array_filter(self::$files, static fn (string $path): bool => preg_match($pattern, $path) === 1, ARRAY_FILTER_USE_KEY);
    }

    public function testAllIsInOneFolderWithTheModulesName(): void
    {
        $this->assertSame(self::$files, self::named('~^onlinechat/~'));
    }

    public function testWhatTheModuleManagerReadsIsThere(): void
    {
        foreach (['onlinechat.php', 'logo.png', 'LICENSE', 'vendor/autoload.php', 'config/routes.yml', 'config/services.yml',
            'entry.php', '.htaccess', 'bin/onlinechat', 'docs/gateway.txt', 'docs/onlinechat-gateway.service', 'views/js/widget.js', 'views/js/window.js', 'views/js/console.js', 'views/js/preview.js', 'views/js/statistics.js'] as $path) {
            $this->assertArrayHasKey("onlinechat/$path", self::$files);
        }
        $this->assertSame([140, 140], array_slice(getimagesizefromstring(self::$files['onlinechat/logo.png']), 0, 2));
    }

    /** Who reads a guide in the shop's folder, or at the shop, gets where it leads. */
    public function testGuidesLeadToWhatIsPacked(): void
    {
        $guides = self::named('~^onlinechat/docs/\w+\.txt$~');
        $this->assertSame(['configuration', 'gateway', 'history', 'install', 'statistics'], array_map(static fn (string $path): string => basename($path, ".txt"), self::sorted(array_keys($guides))));
        foreach ($guides as $path => $text) {
            preg_match_all('/\]\((?!https?:)([^)#]+)/', $text, $links);
            foreach ($links[1] as $link) {
                $this->assertArrayHasKey("onlinechat/docs/$link", self::$files, "$path leads to $link");
            }
            $this->assertDoesNotMatchRegularExpression('/\b(configuration|gateway|history|install|statistics)\.md\b|<!--/', $text, $path);
        }
    }

    public function testThePagesNameGuidesThatArePacked(): void
    {
        $named = [];
        foreach (self::named('~^onlinechat/(src|views/templates|translations)/~') as $path => $text) {
            $this->assertDoesNotMatchRegularExpression('~docs/(configuration|gateway|history|install|statistics)\.md~', $text, $path);
            preg_match_all('~modules/onlinechat/(docs/\w+\.txt)~', $text, $files);
            $named = [...$named, ...$files[1]];
        }
        foreach (array_unique($named) as $file) {
            $this->assertArrayHasKey("onlinechat/$file", self::$files);
        }
        preg_match("/GUIDES = \[(.+)\]/", self::$files['onlinechat/src/Guide/Project.php'], $list);
        preg_match_all("/'(\w+)'/", $list[1], $listed);
        foreach ($listed[1] as $name) {
            $this->assertArrayHasKey("onlinechat/docs/$name.txt", self::$files);
            $this->assertStringContainsString(" $name: ", self::$files['onlinechat/views/templates/admin/configuration/_help.html.twig']);
        }
    }

    /** What the FAQ calls a card of the page is that card's heading. */
    public function testTheFaqNamesTheHeadingsThereAre(): void
    {
        foreach (['en' => ['under', 'Operators and mail', 'Servers'], 'fr' => ['sous', 'Opérateurs et e-mails', 'Serveurs']] as $language => [$under, $operators, $servers]) {
            preg_match_all("/\\b$under (\\p{Lu}[^.]+)\\./u", self::$files["onlinechat/data/faq.$language.json"], $found);
            $this->assertSame([$operators, $servers], $found[1], $language);
        }
    }

    /**
     * @param list<string> $names
     *
     * @return list<string>
     */
    private static function sorted(array $names): array
    {
        sort($names);

        return $names;
    }

    public function testNoFolderListsItself(): void
    {
        $folders = array_unique(array_map('dirname', array_keys(self::$files)));
        foreach ($folders as $folder) {
            $this->assertArrayHasKey("$folder/index.php", self::$files);
        }
    }

    public function testEveryClassIsInTheLoadersMap(): void
    {
        $map = self::$files['onlinechat/vendor/composer/autoload_classmap.php'];
        foreach (self::named('~^onlinechat/src/(?!.*index\.php$).*\.php$~') as $path => $text) {
            preg_match('/^namespace (.+);$/m', $text, $space);
            $this->assertStringContainsString(str_replace('\\', '\\\\', $space[1]) . '\\\\' . basename($path, '.php') . "'", $map);
        }
    }

    /** Run by their address, these do nothing: what runs without PrestaShop only declares. */
    public function testFilesThatMeetPrestaShopRefuseToRunAlone(): void
    {
        foreach (self::named('~\.php$~') as $path => $text) {
            if (preg_match('~/(index|entry)\.php$|/vendor/|/translations/~', $path) || self::onlyDeclares($text)) {
                continue;
            }
            $this->assertMatchesRegularExpression("/if \(!defined\('_PS_VERSION_'\)\) \{\s+exit;\s+\}/", $text, $path);
        }
    }

    private static function onlyDeclares(string $text): bool
    {
        return preg_match('/^(abstract |final )?(class|interface|trait|enum) /m', $text) === 1
            && preg_match('/\\\\(Configuration|Context|Db|Tools|Module|Shop)::|extends \\\\?[A-Z]\w*(Controller|Module)\b/', $text) === 0;
    }

    public function testEveryFileSaysItsLicence(): void
    {
        foreach (self::named('~^onlinechat/(?!vendor/).*\.(php|tpl|twig|js|css)$~') as $path => $text) {
            if (basename($path) !== 'index.php') {
                $this->assertStringContainsString('MIT', substr($text, 0, 400), "$path says no licence");
            }
        }
    }

    public function testNothingOfTheWorkshopIsInIt(): void
    {
        $this->assertSame([], self::named('~/(node_modules|tests?|\.git|\.idea)/|\.(map|log|orig|swp)$|console\.log~'));
        foreach (self::named('~^onlinechat/src/.*\.php$~') as $path => $text) {
            $this->assertDoesNotMatchRegularExpression('/\b(var_dump|print_r|dump|dd|unserialize|eval)\(/', $text, $path);
        }
    }

    public function testOneVersionEverywhere(): void
    {
        $read = static function (string $file, string $pattern): string {
            preg_match($pattern, (string) file_get_contents(self::ROOT . "/$file"), $found);
            return $found[1] ?? "none in $file";
        };
        $said = [
            'module' => $read('module/onlinechat.php', "/version = '([^']+)'/"),
            'needed extension' => $read('module/src/Setup/Requirement.php', "/VERSION = '([^']+)'/"),
            'extension' => $read('ext/php_onlinechat.h', '/PHP_ONLINECHAT_VERSION "([^"]+)"/'),
            'package' => $read('package.xml', '~<release>([^<]+)</release>~'),
            'api' => $read('package.xml', '~<api>([^<]+)</api>~'),
        ];
        $this->assertCount(1, array_unique($said), json_encode($said, JSON_THROW_ON_ERROR));
    }
}
