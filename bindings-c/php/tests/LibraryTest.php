<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Library;
use PHPUnit\Framework\TestCase;

/** Where the library is found, and what is said where it is not. Each case is a PHP of its own. */
final class LibraryTest extends TestCase
{
    private const SCRIPT = <<<'PHP'
        require $argv[1];
        try {
            if (isset($argv[2])) { BilanProfessionnel\Library::use($argv[2]); }
            echo 'loaded ', BilanProfessionnel\Library::version();
        } catch (BilanProfessionnel\LibraryException $exception) {
            echo $exception->getMessage();
        }
        PHP;

    public function testTheHeaderOfThePackageIsThatOfTheLibrary(): void
    {
        $folder = dirname(__DIR__);
        self::assertFileEquals("{$folder}/../include/bilan.ffi.h", "{$folder}/resources/bilan.ffi.h");
        self::assertSame(Library::ABI_VERSION, Library::ffi()->BILAN_ABI_VERSION);
    }

    public function testThePathComesFromTheProgramTheEnvironmentOrTheSettings(): void
    {
        $library = (string) getenv('BILAN_LIBRARY');
        self::assertStringStartsWith('loaded ', $this->php([], '', $library));
        self::assertStringStartsWith('loaded ', $this->php([], $library));
        self::assertStringStartsWith('loaded ', $this->php(["bilan.library={$library}"], ''));
        self::assertStringStartsWith('loaded ', $this->php(['bilan.library=/nowhere'], '/nowhere', $library));
    }

    public function testARelativePathIsRefused(): void
    {
        self::assertStringContainsString('chemin absolu', $this->php([], 'libbilan.so'));
        self::assertStringContainsString('chemin absolu', $this->php(['bilan.library=lib/libbilan.so'], ''));
        self::assertStringContainsString('chemin absolu', $this->php([], '', './libbilan.so'));
    }

    public function testAMissingLibraryIsSaidToBeMissing(): void
    {
        self::assertStringContainsString('introuvable', $this->php([], '/nowhere/libbilan.so'));
        self::assertStringContainsString('introuvable', $this->php([], '', '/nowhere/libbilan.so'));
    }

    public function testAFileThatIsNoLibraryIsRefused(): void
    {
        self::assertStringContainsString('ne peut pas servir', $this->php([], __FILE__));
    }

    public function testAnotherLibraryIsRefused(): void
    {
        $lines = file('/proc/self/maps') ?: [];
        preg_match('~/\S+libc[.-]\S*~', implode('', preg_grep('~/libc[.-]~', $lines) ?: []), $found);
        self::assertStringContainsString('n’est pas bilan', $this->php([], $found[0]));
    }

    public function testALibraryOfAnotherAbiIsRefused(): void
    {
        $folder = sys_get_temp_dir() . '/bilan-abi-' . bin2hex(random_bytes(6));
        mkdir($folder);
        $header = (string) file_get_contents(dirname(__DIR__) . '/resources/bilan.ffi.h');
        preg_match_all('/\bbilan_\w+(?=\()/', $header, $functions);
        $source = "unsigned bilan_abi_version(void) { return 999; }\n";
        foreach (array_diff($functions[0], ['bilan_abi_version']) as $function) {
            $source .= "void {$function}(void) {}\n";
        }
        file_put_contents("{$folder}/other.c", $source);
        exec("cc -shared -fPIC -o {$folder}/other.so {$folder}/other.c 2>&1", $output, $status);
        self::assertSame(0, $status, implode("\n", $output));
        $said = $this->php([], "{$folder}/other.so");
        array_map(unlink(...), glob("{$folder}/*") ?: []);
        rmdir($folder);
        self::assertStringContainsString('est de version d’ABI 999 ; ce paquet PHP attend la version 1', $said);
    }

    public function testWhereFfiIsForbiddenItIsSaidHowToAllowIt(): void
    {
        $said = $this->php(['ffi.enable=false'], (string) getenv('BILAN_LIBRARY'));
        self::assertStringContainsString('opcache.preload', $said);
    }

    /** @param list<string> $settings */
    private function php(array $settings, string $environment, ?string $path = null): string
    {
        $command = 'BILAN_LIBRARY=' . escapeshellarg($environment) . ' ' . escapeshellarg(PHP_BINARY);
        foreach ($settings as $setting) {
            $command .= ' -d ' . escapeshellarg($setting);
        }
        $arguments = [dirname(__DIR__) . '/autoload.php', ...($path === null ? [] : [$path])];
        $command .= ' -r ' . escapeshellarg(self::SCRIPT) . ' --';
        foreach ($arguments as $argument) {
            $command .= ' ' . escapeshellarg($argument);
        }
        return (string) shell_exec($command . ' 2>&1');
    }
}
