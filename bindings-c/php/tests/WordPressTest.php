<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Tests\Support\Site;
use PHPUnit\Framework\TestCase;

/** The plugin of examples/wordpress, packed and loaded as WordPress loads it, beside stand-ins of WordPress’s functions. */
final class WordPressTest extends TestCase
{
    private const FOLDER = __DIR__ . '/../../../examples/wordpress';

    private static string $folder;

    public static function setUpBeforeClass(): void
    {
        self::$folder = sys_get_temp_dir() . '/bilan-wordpress-' . bin2hex(random_bytes(6));
        mkdir(self::$folder);
        file_put_contents(self::$folder . '/simulateur.js', "export {};\n");
        file_put_contents(self::$folder . '/simulateur.wasm', "\0asm");
        self::assertSame(0, self::pack(self::$folder . '/simulateur.js', $said), implode("\n", $said));
        require_once __DIR__ . '/Support/wordpress.php';
        require self::plugin();
        Site::start();
    }

    public static function tearDownAfterClass(): void
    {
        foreach (['.js', '.wasm', '.php'] as $ending) {
            unlink(self::$folder . '/bilan-simulateur/bilan-simulateur' . $ending);
        }
        array_map(unlink(...), glob(self::$folder . '/*.*') ?: []);
        rmdir(self::$folder . '/bilan-simulateur');
        rmdir(self::$folder);
    }

    /** @return iterable<string, array{string, string}> */
    public static function shortcodes(): iterable
    {
        yield 'nothing said' => ['[bilan_simulateur]', ''];
        yield 'the client' => ['[bilan_simulateur client="affiliee"]', ' client="affiliee"'];
        yield 'single quotes' => ["[bilan_simulateur client='nonAffiliee']", ' client="nonAffiliee"'];
        yield 'the counsellor’s page' => ['[bilan_simulateur mode="expert"]', ' mode="expert"'];
        yield 'two' => ['[bilan_simulateur variant="horizon" date="2026-11-23"]', ' variant="horizon" date="2026-11-23"'];
        yield 'a name in capitals' => ['[bilan_simulateur CLIENT=affiliee]', ' client="affiliee"'];
        yield 'a catalogue by its path' => [
            '[bilan_simulateur catalogue="/fichiers/catalogue.json?v=2"]', ' catalogue-src="/fichiers/catalogue.json?v=2"',
        ];
        yield 'a catalogue by its address' => [
            '[bilan_simulateur catalogue="https://centre.example/c.json"]', ' catalogue-src="https://centre.example/c.json"',
        ];
    }

    /** @dataProvider shortcodes */
    public function testAShortcodeIsTheElementWithItsAttributes(string $written, string $attributes): void
    {
        Site::visit(isAuthor: true);
        $shown = Site::shown("<p>Avant</p>{$written}<p>Après</p>");
        self::assertStringStartsWith("<p>Avant</p><bilan-simulateur{$attributes}><noscript>", $shown);
        self::assertStringEndsWith('</noscript></bilan-simulateur><p>Après</p>', $shown);
    }

    /** @return iterable<string, array{string}> */
    public static function refused(): iterable
    {
        foreach (
            [
                'onclick="alert(1)"', 'style="display:none"', 'class=x', 'bonjour', 'mode="debug"', 'mode=""', 'variant="a b"',
                'variant="Affiliee"', 'variant="&quot; onclick=alert(1)"', 'variant="' . str_repeat('a', 65) . '"', 'variant="é"',
                'date="23/11/2026"', 'date="2026-02-30"', 'date=”2026-11-23”', "date=\"2026-11-23\n\"",
                'catalogue="https://ailleurs.example/c.json"', 'catalogue="//ailleurs.example/c.json"',
                'catalogue="/\\ailleurs.example/c.json"', "catalogue=\"/\t/ailleurs.example/c.json\"",
                'catalogue="http://centre.example/c.json"', 'catalogue="https://centre.example:8443/c.json"',
                'catalogue="https://moi@centre.example/c.json"', 'catalogue="javascript:alert(1)"',
                'catalogue="data:application/json,{}"', 'catalogue="c.json"', 'catalogue=""',
            ] as $attribute
        ) {
            yield $attribute => [$attribute];
        }
    }

    /** @dataProvider refused */
    public function testWhatIsNotAllowedIsLeftOutAndToldToTheAuthorAlone(string $attribute): void
    {
        Site::visit();
        $shown = Site::shown("[bilan_simulateur {$attribute} client=affiliee]");
        self::assertStringStartsWith('<bilan-simulateur client="affiliee"><noscript>', $shown);
        foreach ([[true, 7, 1], [true, false, 0]] as [$isAuthor, $page, $count]) {
            Site::visit($isAuthor, $page);
            $shown = Site::shown("[bilan_simulateur client=affiliee {$attribute}]");
            self::assertSame($count, preg_match_all('~<p role="note">[^<]*<strong>[^<]*</strong>[^<]*</p>~u', $shown), $shown);
            self::assertStringEndsWith('</bilan-simulateur>', $shown);
            self::assertSame(1, preg_match('~<bilan-simulateur client="affiliee">~', $shown), $shown);
        }
    }

    public function testTheCentresOwnWordsGoWhereTheElementShowsThem(): void
    {
        Site::visit();
        $words = '</p><p>Appelez le <a href="tel:+33200000000">service</a>.<script>alert(1)</script>';
        $shown = Site::shown("[bilan_simulateur]{$words}[/bilan_simulateur]");
        self::assertStringContainsString(
            '<div slot="contact"><p>Appelez le <a href="tel:+33200000000">service</a>.alert(1)</p></div><noscript>',
            $shown,
        );
    }

    public function testTheScriptIsAModuleOfThisSiteSealedByItsDigest(): void
    {
        Site::visit();
        Site::shown('[bilan_simulateur][bilan_simulateur mode="expert"]');
        $file = dirname(self::plugin()) . '/bilan-simulateur.js';
        self::assertFileEquals(self::$folder . '/simulateur.js', $file);
        $digest = 'sha384-' . base64_encode(hash_file('sha384', $file, true));
        self::assertSame(
            '<script type="module" src="https://centre.example/wp-content/plugins/bilan-simulateur/bilan-simulateur.js"'
            . " id=\"bilan-simulateur-js-module\" integrity=\"{$digest}\" crossorigin=\"anonymous\"></script>\n",
            Site::scripts(),
        );
    }

    public function testTheModuleThatReadsOtherCataloguesLiesBesideTheScriptUnderItsName(): void
    {
        $module = dirname(self::plugin()) . '/bilan-simulateur.wasm';
        self::assertFileEquals(self::$folder . '/simulateur.wasm', $module);
    }

    public function testOtherScriptsAndOtherPagesAreLeftAlone(): void
    {
        Site::visit();
        Site::shown('<p>Une page sans simulateur.</p>');
        self::assertSame('', Site::scripts());
        wp_register_script_module('theme', 'https://centre.example/theme.js', [], null);
        wp_enqueue_script_module('theme');
        self::assertSame(
            "<script type=\"module\" src=\"https://centre.example/theme.js\" id=\"theme-js-module\"></script>\n",
            Site::scripts(),
        );
    }

    public function testItNamesNoOtherSiteAndKeepsNothing(): void
    {
        $isComment = static fn (array|string $token): bool => in_array($token[0], [T_COMMENT, T_DOC_COMMENT], true);
        $code = '';
        foreach (token_get_all((string) file_get_contents(self::plugin())) as $token) {
            $code .= $isComment($token) ? '' : (is_array($token) ? $token[1] : $token);
        }
        $code = str_replace('__FILE__', '', $code);
        foreach (['http', 'cookie', 'session', 'option', 'wpdb', 'remote', 'mail', '$_', 'eval', 'file_', 'fopen'] as $word) {
            self::assertStringNotContainsStringIgnoringCase($word, $code);
        }
    }

    public function testWithoutItsDigestItShowsNothingAndSaysSoToTheAuthor(): void
    {
        $script = self::FOLDER . '/bilan-simulateur/bilan-simulateur.php';
        $program = 'require $argv[1]; require $argv[2]; require $argv[3];'
            . 'use BilanProfessionnel\Tests\Support\Site;'
            . 'Site::start(); foreach ([false, true] as $isAuthor) { Site::visit($isAuthor);'
            . 'echo Site::shown("[bilan_simulateur]"), "|", Site::scripts(), "|"; }';
        $support = __DIR__ . '/Support';
        $command = [PHP_BINARY, '-r', $program, "{$support}/Site.php", "{$support}/wordpress.php", $script];
        exec(implode(' ', array_map(escapeshellarg(...), $command)), $lines, $status);
        self::assertSame(0, $status);
        self::assertMatchesRegularExpression(
            '~^\|\|<p role="note"><strong>.*</strong> l’extension est incomplète.*</p>\|\|$~u',
            implode("\n", $lines),
        );
    }

    public function testAskedForByItsAddressItSaysNothing(): void
    {
        exec(implode(' ', array_map(escapeshellarg(...), [PHP_BINARY, self::plugin()])), $lines, $status);
        self::assertSame([[], 0], [$lines, $status]);
    }

    public function testAPluginIsNotPackedWithoutItsScript(): void
    {
        self::assertSame(1, self::pack(self::$folder . '/absent.js', $said));
        self::assertStringContainsString('absent.js', implode("\n", $said));
        file_put_contents(self::$folder . '/seul.js', "export {};\n");
        self::assertSame(1, self::pack(self::$folder . '/seul.js', $said));
        self::assertStringContainsString('seul.wasm', implode("\n", $said));
    }

    /** @param list<string>|null $said */
    private static function pack(string $script, ?array &$said): int
    {
        $command = array_map(escapeshellarg(...), [self::FOLDER . '/pack', $script, self::$folder]);
        $said = [];
        exec(implode(' ', $command) . ' 2>&1', $said, $status);
        return $status;
    }

    private static function plugin(): string
    {
        return self::$folder . '/bilan-simulateur/bilan-simulateur.php';
    }
}
