<?php

declare(strict_types=1);

namespace BilanProfessionnel;

use FFI;

/**
 * The system for which a library is built, by the name that its folder of the package has: `linux-x64`,
 * `linux-musl-arm64`, `win-x64`, `osx-arm64`.
 *
 * @internal
 */
final class Platform
{
    private const SYSTEMS = ['Linux' => 'linux', 'Windows' => 'win', 'Darwin' => 'osx'];

    private const MACHINES = ['x86_64' => 'x64', 'amd64' => 'x64', 'aarch64' => 'arm64', 'arm64' => 'arm64'];

    private const FILES = ['linux' => 'libbilan.so', 'win' => 'bilan.dll', 'osx' => 'libbilan.dylib'];

    private function __construct()
    {
    }

    /**
     * The library of the package for the process that runs; null where the package was not packed with libraries, as
     * in its sources.
     *
     * @param string $folder that of the libraries, with one folder for each platform
     * @throws LibraryException if it was, and has none for this system
     */
    public static function library(string $folder): ?string
    {
        // Where open_basedir keeps the folder from being seen, the system's loader is asked, as without libraries.
        if (!@is_dir($folder)) {
            return null;
        }
        [$system, $machine] = [PHP_OS_FAMILY, self::machine()];
        $isMusl = $system === 'Linux' && self::isMusl();
        $name = self::name($system, $machine, PHP_INT_SIZE * 8, $isMusl);
        $file = $name === null ? null : "{$folder}/{$name}/" . self::FILES[strtok($name, '-')];
        if ($file === null || !is_file($file)) {
            throw new LibraryException(sprintf(
                'Ce paquet n’a pas de bibliothèque pour ce système : %s, machine « %s », PHP de %d bits%s. Il en a pour : %s. '
                . 'Compilez-la depuis les sources (bindings-c/install), puis indiquez son chemin absolu dans la variable '
                . 'BILAN_LIBRARY ou dans le réglage bilan.library de php.ini.',
                $system,
                $machine,
                PHP_INT_SIZE * 8,
                $isMusl ? ', bibliothèque C musl' : '',
                implode(', ', array_map(basename(...), glob("{$folder}/*", GLOB_ONLYDIR) ?: [])),
            ));
        }
        return $file;
    }

    /**
     * The name of a platform, by what PHP says of it; null for one that no release is built for.
     *
     * @param string $system as PHP_OS_FAMILY names it
     * @param string $machine as php_uname('m') names it
     * @param int $bits of the process: a machine of 64 bits also runs programs of 32
     */
    public static function name(string $system, string $machine, int $bits, bool $isMusl): ?string
    {
        $system = self::SYSTEMS[$system] ?? null;
        $machine = self::MACHINES[strtolower($machine)] ?? null;
        if ($system === null || $machine === null || $bits !== 64) {
            return null;
        }
        return $isMusl && $system === 'linux' ? "linux-musl-{$machine}" : "{$system}-{$machine}";
    }

    /** The machine as php_uname('m') names it. Servers that are shared may forbid that function. */
    private static function machine(): string
    {
        return match (true) {
            function_exists('php_uname') => php_uname('m'),
            function_exists('posix_uname') => posix_uname()['machine'] ?? 'inconnue',
            default => 'inconnue',
        };
    }

    /**
     * Whether the C library of the process is musl, as on Alpine. The process is asked and not the file system: musl may
     * be installed beside glibc, and open_basedir may hide both.
     */
    private static function isMusl(): bool
    {
        try {
            FFI::cdef('const char *gnu_get_libc_version(void);');
            return false;
        } catch (FFI\ParserException | FFI\Exception $exception) {
            // FFI that is not allowed here says nothing of the C library; what is opened next says it better.
            return !str_contains($exception->getMessage(), 'restricted');
        }
    }
}
