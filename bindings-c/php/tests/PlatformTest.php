<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Platform;
use PHPUnit\Framework\TestCase;

/** Which of the package's libraries a system gets. Packages are copies whose libraries are that of the tests, or none. */
final class PlatformTest extends TestCase
{
    private const SCRIPT = <<<'PHP'
        require $argv[1];
        try {
            echo 'loaded ', BilanProfessionnel\Library::version();
        } catch (BilanProfessionnel\LibraryException $exception) {
            echo $exception->getMessage();
        }
        PHP;

    private string $package;

    protected function setUp(): void
    {
        $this->package = sys_get_temp_dir() . '/bilan-platform-' . bin2hex(random_bytes(6));
        mkdir($this->package);
    }

    protected function tearDown(): void
    {
        exec('rm -rf ' . escapeshellarg($this->package));
    }

    /** @return iterable<string, array{string, string, int, bool, ?string}> */
    public static function systems(): iterable
    {
        $machines = ['x86_64' => 'x64', 'AMD64' => 'x64', 'amd64' => 'x64', 'aarch64' => 'arm64', 'arm64' => 'arm64', 'ARM64' => 'arm64'];
        $systems = ['Linux' => 'linux', 'Windows' => 'win', 'Darwin' => 'osx'];
        foreach ($systems as $system => $short) {
            foreach ($machines as $machine => $name) {
                yield "{$system} {$machine}" => [$system, $machine, 64, false, "{$short}-{$name}"];
                yield "{$system} {$machine}, a PHP of 32 bits" => [$system, $machine, 32, false, null];
            }
            foreach (['i686', 'armv7l', 'riscv64', 'ppc64le', 's390x', ''] as $machine) {
                yield "{$system} {$machine}" => [$system, $machine, 64, false, null];
            }
        }
        yield 'Alpine on x86-64' => ['Linux', 'x86_64', 64, true, 'linux-musl-x64'];
        yield 'Alpine on ARM' => ['Linux', 'aarch64', 64, true, 'linux-musl-arm64'];
        yield 'Alpine on RISC-V' => ['Linux', 'riscv64', 64, true, null];
        yield 'musl means nothing on macOS' => ['Darwin', 'arm64', 64, true, 'osx-arm64'];
        foreach (['BSD', 'Solaris', 'Unknown', ''] as $system) {
            yield "system « {$system} »" => [$system, 'x86_64', 64, false, null];
        }
    }

    /** @dataProvider systems */
    public function testASystemGetsTheLibraryOfItsKindMachineAndLibc(
        string $system,
        string $machine,
        int $bits,
        bool $isMusl,
        ?string $expected,
    ): void {
        self::assertSame($expected, Platform::name($system, $machine, $bits, $isMusl));
    }

    public function testEveryNameIsOneForWhichAReleaseIsBuilt(): void
    {
        $table = (string) file_get_contents(dirname(__DIR__, 3) . '/tools/release/platforms.txt');
        preg_match_all('/^([a-z]+-[a-z0-9-]+)\s*\|/m', $table, $built);
        $names = [];
        foreach (self::systems() as [$system, $machine, $bits, $isMusl]) {
            $names[] = Platform::name($system, $machine, $bits, $isMusl);
        }
        $names = array_unique(array_filter($names));
        sort($names);
        sort($built[1]);
        self::assertSame($built[1], $names);
    }

    public function testAPackageWithLibrariesAsksForNothingElse(): void
    {
        $this->packed([$this->here()]);
        self::assertStringStartsWith('loaded ', $this->load());
        self::assertStringStartsWith('loaded ', $this->load('open_basedir=' . $this->package));
    }

    public function testAPathThatIsGivenGoesBeforeTheLibraryOfThePackage(): void
    {
        $this->packed([$this->here()]);
        self::assertStringContainsString('/nowhere/libbilan.so', $this->load('bilan.library=/nowhere/libbilan.so'));
    }

    public function testASystemWithoutALibraryInThePackageIsToldWhatToDo(): void
    {
        $this->packed(['win-x64', 'osx-arm64']);
        $said = $this->load();
        self::assertStringContainsString('pas de bibliothèque pour ce système : ' . PHP_OS_FAMILY, $said);
        self::assertStringContainsString(php_uname('m'), $said);
        self::assertStringContainsString('Il en a pour : osx-arm64, win-x64.', $said);
        self::assertStringContainsString('BILAN_LIBRARY', $said);
    }

    public function testAPackageWithoutLibrariesAsksTheSystemsLoader(): void
    {
        $this->packed([]);
        self::assertStringContainsString('« libbilan.so.1 » ne peut pas servir', $this->load());
        symlink((string) getenv('BILAN_LIBRARY'), "{$this->package}/libbilan.so.1");
        self::assertStringStartsWith('loaded ', $this->load(null, ['LD_LIBRARY_PATH' => $this->package]));
    }

    /** The platform of the tests: a folder of each that this machine may be is tried nowhere else. */
    private function here(): string
    {
        $musl = str_contains((string) file_get_contents('/proc/self/maps'), '/ld-musl-');
        $name = Platform::name(PHP_OS_FAMILY, php_uname('m'), 64, $musl);
        self::assertNotNull($name);
        return $name;
    }

    /** @param list<string> $platforms */
    private function packed(array $platforms): void
    {
        $sources = dirname(__DIR__);
        exec('cp -r ' . implode(' ', array_map(escapeshellarg(...), [
            "{$sources}/src",
            "{$sources}/resources",
            "{$sources}/autoload.php",
            $this->package,
        ])));
        foreach ($platforms as $platform) {
            mkdir("{$this->package}/lib/{$platform}", 0777, true);
            copy((string) getenv('BILAN_LIBRARY'), "{$this->package}/lib/{$platform}/libbilan.so");
        }
    }

    /** @param array<string, string> $environment */
    private function load(?string $setting = null, array $environment = []): string
    {
        $command = [PHP_BINARY, ...($setting === null ? [] : ['-d', $setting])];
        $pipes = [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]];
        $process = proc_open(
            [...$command, '-r', self::SCRIPT, '--', "{$this->package}/autoload.php"],
            $pipes,
            $ends,
            null,
            $environment + ['BILAN_LIBRARY' => ''] + getenv(),
        );
        self::assertIsResource($process);
        $said = (string) stream_get_contents($ends[1]);
        proc_close($process);
        return $said;
    }
}
