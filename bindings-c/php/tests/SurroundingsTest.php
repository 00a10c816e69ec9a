<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Tests\Support\Fpm;
use BilanProfessionnel\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

/** Whatever php.ini, the locale, the time zone and the folder are, arrays are answered by the same bytes. */
final class SurroundingsTest extends TestCase
{
    private const PACKAGE = __DIR__ . '/..';

    private static string $folder;

    private static ?string $expected = null;

    public static function setUpBeforeClass(): void
    {
        self::$folder = sys_get_temp_dir() . '/bilan-around-' . bin2hex(random_bytes(6));
        mkdir(self::$folder);
    }

    public static function tearDownAfterClass(): void
    {
        exec('rm -rf ' . escapeshellarg(self::$folder));
    }

    /** @return iterable<string, array{array<string, string>}> settings of php.ini */
    public static function settings(): iterable
    {
        $table = [
            ...array_map(static fn (string $digits) => ['serialize_precision' => $digits], ['0', '1', '2', '14', '17', '100', '-1']),
            ...array_map(static fn (string $digits) => ['precision' => $digits], ['0', '1', '14', '40', '-1']),
            ...array_map(static fn (string $value) => ['zend.assertions' => $value], ['-1', '0', '1']),
            ['default_charset' => 'ISO-8859-1'],
            ['internal_encoding' => 'UTF-16LE', 'input_encoding' => 'EUC-JP', 'output_encoding' => 'ISO-8859-15'],
            ['mbstring.language' => 'Japanese', 'mbstring.substitute_character' => '65'],
            ['mbstring.strict_detection' => '1', 'mbstring.encoding_translation' => '1'],
            ['date.timezone' => 'Pacific/Kiritimati'],
            ['pcre.jit' => '0', 'pcre.backtrack_limit' => '1000'],
            ['memory_limit' => '64M', 'zend.enable_gc' => '0'],
            ['opcache.enable_cli' => '1', 'opcache.jit' => 'tracing', 'opcache.jit_buffer_size' => '32M'],
            ['opcache.enable_cli' => '1', 'opcache.optimization_level' => '-1', 'opcache.save_comments' => '0'],
            ['error_reporting' => '-1', 'display_errors' => '1', 'html_errors' => '1'],
            ['disable_functions' => 'exec,system,shell_exec,proc_open,putenv,tempnam,set_time_limit'],
            ['disable_functions' => 'ini_get,ini_set,ini_get_all,php_uname'],
            ['auto_globals_jit' => '0', 'short_open_tag' => '1', 'zend.exception_ignore_args' => '1'],
        ];
        foreach ($table as $settings) {
            yield http_build_query($settings, '', ', ') => [$settings];
        }
    }

    /**
     * @dataProvider settings
     *
     * @param array<string, string> $settings
     */
    public function testTheSettingsOfPhpChangeNoAnswer(array $settings): void
    {
        $this->assertAnswers($settings);
    }

    /** As on servers that are shared. */
    public function testFunctionsThatAreForbiddenKeepNoLibraryFromBeingFound(): void
    {
        $package = self::$folder . '/forbidden';
        exec('cp -r ' . escapeshellarg((string) realpath(self::PACKAGE)) . ' ' . escapeshellarg($package));
        foreach (['linux-x64', 'linux-arm64', 'linux-musl-x64', 'linux-musl-arm64'] as $platform) {
            mkdir("{$package}/lib/{$platform}", 0777, true);
            copy((string) getenv('BILAN_LIBRARY'), "{$package}/lib/{$platform}/libbilan.so");
        }
        $code = 'require $argv[1]; try { echo BilanProfessionnel\Library::version(); } '
            . 'catch (BilanProfessionnel\LibraryException $exception) { echo $exception->getMessage(); }';
        $said = static fn (array $settings): string => self::php(
            $settings,
            ['BILAN_LIBRARY' => ''],
            null,
            '-r',
            $code,
            "{$package}/autoload.php",
        );
        $version = $said([]);
        self::assertMatchesRegularExpression('/^\d+\.\d+\.\d+$/', $version);
        foreach (['php_uname', 'getenv', 'ini_get', 'getenv,ini_get,php_uname,glob'] as $forbidden) {
            self::assertSame($version, $said(['disable_functions' => $forbidden]), $forbidden);
        }
        self::assertStringContainsString('disable_classes', $said(['disable_classes' => 'FFI']));
    }

    public function testALocaleWithACommaChangesNoAnswer(): void
    {
        $locale = self::$folder . '/fr_FR.UTF-8';
        exec('localedef --inputfile=fr_FR --charmap=UTF-8 ' . escapeshellarg($locale) . ' 2>&1', $said, $status);
        self::assertSame(0, $status, implode("\n", $said));
        $environment = ['LC_ALL' => 'fr_FR.UTF-8', 'LOCPATH' => self::$folder];
        $code = 'setlocale(LC_ALL, ""); printf("%.1f", 1.5);';
        self::assertSame('1,5', self::php([], $environment, null, '-r', $code), 'the locale is in force');
        $this->assertAnswers([], $environment);
        $this->assertAnswers(['serialize_precision' => '2'], $environment);
    }

    public function testTheTimeZoneAndTheHomeOfTheProcessChangeNoAnswer(): void
    {
        $this->assertAnswers([], ['TZ' => 'America/Adak', 'HOME' => '/nowhere', 'TMPDIR' => '/nowhere', 'LANG' => 'C']);
    }

    public function testTheWorkingFolderChangesNoAnswer(): void
    {
        $gone = self::$folder . '/gone';
        mkdir($gone);
        $this->assertAnswers([], [], '/');
        $this->assertAnswers([], [], $gone);
    }

    public function testOpenBasedirKeepsNoLibraryFromBeingLoaded(): void
    {
        $outside = self::$folder . '/libbilan.so';
        copy((string) getenv('BILAN_LIBRARY'), $outside);
        // What the test itself reads: the vectors, and the offers that some are asked of.
        $read = [self::PACKAGE, Vectors::FOLDER, Vectors::FOLDER . '/../examples/catalogues'];
        $open = implode(PATH_SEPARATOR, array_map('realpath', $read));
        $this->assertAnswers(['open_basedir' => $open], ['BILAN_LIBRARY' => $outside]);
        $this->assertAnswers(['open_basedir' => $open, 'bilan.library' => $outside], ['BILAN_LIBRARY' => '']);
    }

    /** @return iterable<string, array{array<string, string>}> */
    public static function servers(): iterable
    {
        $preload = ['ffi.enable' => 'preload', 'opcache.enable' => '1', 'opcache.preload' => '{folder}/preload.php'];
        yield 'precision of 2' => [$preload + ['serialize_precision' => '2']];
        yield 'precision of 14' => [$preload + ['serialize_precision' => '14', 'precision' => '3']];
        yield 'open_basedir, without a folder for temporary files' => [
            $preload + ['open_basedir' => '{folder}/src:{folder}/resources:{folder}/app.php:{folder}/autoload.php'
                . ':{folder}/preload.php'],
        ];
        yield 'open_basedir, nothing preloaded' => [
            ['ffi.enable' => 'true', 'open_basedir' => '{folder}/src:{folder}/resources:{folder}/app.php'
                . ':{folder}/autoload.php'],
        ];
    }

    /**
     * @dataProvider servers
     *
     * @param array<string, string> $settings
     */
    public function testAServerAnswersArraysByTheSameBytes(array $settings): void
    {
        $fpm = new Fpm($settings);
        self::assertTrue($fpm->isRunning, $fpm->log());
        $facts = '{"on":"2026-12-01","facts":{"tauxIncapacitePermanente":9.96,"renteIncapacitePermanente":true}}';
        $catalogue = \BilanProfessionnel\Catalogue::default();
        self::assertSame($catalogue->fundingText($facts), $fpm->client->post('operation=fundingArray', $facts));
        $case = '{"on":"2026-12-01","variant":"evolution","facts":{"tauxIncapacitePermanente":33.33}}';
        self::assertSame($catalogue->simulateText($case), $fpm->client->post('operation=simulateArray', $case));
    }

    /**
     * @param array<string, string> $settings
     * @param array<string, string> $environment
     */
    private function assertAnswers(array $settings, array $environment = [], ?string $folder = null): void
    {
        if (self::$expected === null) {
            self::$expected = '';
            foreach (Vectors::all() as [, , $answer]) {
                self::$expected .= "{$answer}\n";
            }
            self::assertGreaterThan(100, substr_count(self::$expected, "\n"));
        }
        $script = realpath(__DIR__ . '/Support/answers.php');
        $said = self::php($settings, $environment, $folder, $script, realpath(self::PACKAGE . '/autoload.php'));
        if ($said !== self::$expected) {
            $found = explode("\n", $said);
            foreach (explode("\n", self::$expected) as $line => $answer) {
                self::assertSame($answer, $found[$line] ?? null, "vector {$line}");
            }
            self::fail('more is said than asked');
        }
        $this->addToAssertionCount(1);
    }

    /**
     * @param array<string, string> $settings
     * @param array<string, string> $environment
     */
    private static function php(array $settings, array $environment, ?string $folder, string ...$arguments): string
    {
        $command = [PHP_BINARY];
        foreach ($settings as $name => $value) {
            array_push($command, '-d', "{$name}={$value}");
        }
        $process = proc_open(
            [...$command, ...$arguments],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            $folder,
            $environment + getenv(),
        );
        self::assertIsResource($process);
        if ($folder !== null && $folder !== '/') {
            rmdir($folder);
        }
        $said = (string) stream_get_contents($pipes[1]);
        proc_close($process);
        return $said;
    }
}
