<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Library;
use PHPUnit\Framework\TestCase;

/** The package as Composer installs it: in a new project, from a folder, without a network. */
final class ComposerTest extends TestCase
{
    private const NAME = 'bilan-professionnel/bilan-professionnel';

    private const SCRIPT = <<<'PHP'
        <?php
        require __DIR__ . '/vendor/autoload.php';
        $assessment = BilanProfessionnel\Catalogue::default()->funding([
            'on' => '2026-12-01',
            'facts' => [BilanProfessionnel\Fact::Rqth->value => true],
        ]);
        echo $assessment['outcome'], ' ', implode(',', $assessment['met']);
        PHP;

    private static string $project;

    /** What Composer said when it installed the package, and its status. */
    private static string $said;

    private static int $status;

    public static function setUpBeforeClass(): void
    {
        self::$project = sys_get_temp_dir() . '/bilan-composer-' . bin2hex(random_bytes(6));
        mkdir(self::$project);
        $package = dirname(__DIR__);
        $manifest = [
            'require' => [self::NAME => '^' . Library::version()],
            'repositories' => [
                [
                    'type' => 'path',
                    'url' => $package,
                    'options' => ['symlink' => false, 'versions' => [self::NAME => Library::version()]],
                ],
                ['packagist.org' => false],
            ],
        ];
        file_put_contents(self::$project . '/composer.json', json_encode($manifest, JSON_THROW_ON_ERROR));
        file_put_contents(self::$project . '/ask.php', self::SCRIPT);
        [self::$status, self::$said] = self::composer('install', '--no-progress', '--working-dir=' . self::$project);
    }

    public static function tearDownAfterClass(): void
    {
        exec('rm -rf ' . escapeshellarg(self::$project));
    }

    public function testTheManifestIsValid(): void
    {
        [$status, $said] = self::composer('validate', '--strict', '--working-dir=' . dirname(__DIR__));
        self::assertSame(0, $status, $said);
    }

    public function testANewProjectInstallsThePackageAndItsVersionIsThatOfTheLibrary(): void
    {
        self::assertSame(0, self::$status, self::$said);
        [$status, $said] = self::composer('show', self::NAME, '--format=json', '--working-dir=' . self::$project);
        self::assertSame(0, $status, $said);
        self::assertSame([Library::version()], json_decode($said, true)['versions'] ?? null);
        [$status, $said] = self::composer('check-platform-reqs', '--working-dir=' . self::$project);
        self::assertSame(0, $status, $said);
    }

    public function testAScriptOfThatProjectAsksWhetherTheFundMightPay(): void
    {
        self::assertSame([0, 'possible rqth'], self::shell(PHP_BINARY, self::$project . '/ask.php'));
    }

    public function testTheProgramOfThePackageIsInstalledAndPrintsTheHeader(): void
    {
        [$status, $header] = self::shell(self::$project . '/vendor/bin/bilan-ffi-header');
        self::assertSame(0, $status, $header);
        self::assertSame(rtrim(Library::header()), $header);
    }

    public function testThePreloadingScriptIsWhereTheReadmeSays(): void
    {
        $script = self::$project . '/vendor/' . self::NAME . '/preload.php';
        $code = 'require $argv[1]; echo BilanProfessionnel\Library::version();';
        self::assertSame([0, Library::version()], self::shell(PHP_BINARY, '-r', $code, '--', $script));
    }

    public function testTestsAndBenchesAreLeftOutOfAnArchive(): void
    {
        $folders = ['--working-dir=' . dirname(__DIR__), '--dir=' . self::$project];
        [$status, $said] = self::composer('archive', '--format=tar', '--file=package', ...$folders);
        self::assertSame(0, $status, $said);
        [, $list] = self::shell('tar', '--list', '--file=' . self::$project . '/package.tar');
        $found = array_unique(array_map(static fn (string $path): string => strtok($path, '/'), explode("\n", $list)));
        self::assertSame([], array_intersect(['tests', 'bench', 'phpunit.xml.dist'], $found));
        self::assertSame([], array_diff(['src', 'resources', 'bin', 'preload.php', 'README.md'], $found), $list);
    }

    /** @return array{int, string} the status, and what was said */
    private static function composer(string ...$arguments): array
    {
        return self::shell('composer', '--no-interaction', '--no-ansi', ...$arguments);
    }

    /** @return array{int, string} */
    private static function shell(string ...$command): array
    {
        $settings = [
            'COMPOSER_ALLOW_SUPERUSER' => '1',
            'COMPOSER_DISABLE_NETWORK' => '1',
            'COMPOSER_HOME' => self::$project . '/home',
        ];
        $line = 'env';
        foreach ($settings as $name => $value) {
            $line .= ' ' . escapeshellarg("{$name}={$value}");
        }
        exec($line . ' ' . implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $lines, $status);
        return [$status, implode("\n", $lines)];
    }
}
