<?php

declare(strict_types=1);

namespace BilanProfessionnel;

use FFI;

/**
 * The shared library, loaded once for the process, on first use.
 *
 * Where it is, the first that is given: Library::use(), the environment variable `BILAN_LIBRARY`, the setting
 * `bilan.library` of php.ini, each an absolute path; else that of the package for this system; else, in a package
 * without libraries, the system's loader finds it by its name.
 */
final class Library
{
    /** The version of the ABI that this package speaks. */
    public const ABI_VERSION = 1;

    private const SCOPE = 'BILAN';

    private const HEADER = __DIR__ . '/../resources/bilan.ffi.h';

    private static ?FFI $ffi = null;

    private static ?string $path = null;

    /**
     * Loads the library from that absolute path. To be called before anything else of this package.
     *
     * Whether the file is there and can be used is told on first use.
     *
     * @throws LibraryException if the path is not absolute, or another library is loaded
     */
    public static function use(string $path): void
    {
        if (self::$ffi !== null && self::$path !== $path) {
            throw new LibraryException('La bibliothèque bilan est déjà chargée : appelez Library::use() au démarrage.');
        }
        self::$path = self::checked($path, 'Library::use()');
    }

    /** The version of the library, `MAJOR.MINOR.PATCH`. */
    public static function version(): string
    {
        return self::ffi()->bilan_version();
    }

    /** @internal */
    public static function ffi(): FFI
    {
        return self::$ffi ??= self::open();
    }

    /**
     * Makes the library ready for the requests of a server; called by preload.php.
     *
     * PHP shares it between them at once where `opcache.preload_user` is not set. Where it is, as for servers started
     * by root, each request that uses the package loads the library by itself, unless `ffi.preload` names the file
     * that bin/bilan-ffi-header writes.
     *
     * @internal
     */
    public static function preload(): void
    {
        self::needFfi();
        if (self::setting('opcache.preload_user') !== '' || !self::isNameable(self::locate())) {
            self::open();
            return;
        }
        // Without a folder to write in, each request loads the library by itself.
        $header = @tempnam(sys_get_temp_dir(), 'bilan');
        if ($header === false || @file_put_contents($header, self::header()) === false) {
            self::open();
            return;
        }
        try {
            // While it preloads, PHP only warns of a library that it cannot load.
            $ffi = @FFI::load($header) ?? self::shared();
        } catch (FFI\Exception $exception) {
            throw self::unusable(self::locate(), $exception->getMessage(), $exception);
        } finally {
            unlink($header);
        }
        if ($ffi === null) {
            throw self::unusable(self::locate(), error_get_last()['message'] ?? '');
        }
        self::check($ffi, self::SCOPE);
    }

    /** @internal The declarations in the form that `ffi.preload` reads, which names the library and its scope. */
    public static function header(): string
    {
        self::needFfi();
        $library = self::locate();
        if (!self::isNameable($library)) {
            throw new LibraryException("Le chemin « {$library} » contient une espace ou un signe que PHP n’admet pas.");
        }
        $lines = sprintf("#define FFI_SCOPE \"%s\"\n#define FFI_LIB \"%s\"\n", self::SCOPE, $library);
        return $lines . self::declarations();
    }

    /** Whether a header may name that path. */
    private static function isNameable(string $library): bool
    {
        return preg_match('/["\\\\\s]/', $library) !== 1;
    }

    /**
     * The text that the library gave, which is given back.
     *
     * @internal
     */
    public static function take(FFI $ffi, FFI\CData $text, int $length): string
    {
        try {
            return FFI::string($text, $length);
        } finally {
            $ffi->bilan_text_free($text, $length);
        }
    }

    private static function open(): FFI
    {
        self::needFfi();
        return self::shared() ?? self::loaded();
    }

    private static function needFfi(): void
    {
        if (!extension_loaded('ffi')) {
            throw new LibraryException('L’extension FFI de PHP est absente : installez-la ou activez-la.');
        }
        if (!method_exists('FFI', 'cdef')) {
            throw new LibraryException('La classe FFI de PHP est interdite ici : retirez-la de disable_classes.');
        }
    }

    /** A setting of php.ini. Servers that are shared may forbid the function that asks what is in force. */
    private static function setting(string $name): string
    {
        return (string) (function_exists('ini_get') ? ini_get($name) : get_cfg_var($name));
    }

    /** The library that the server shares between its requests, if it does. */
    private static function shared(): ?FFI
    {
        $isServed = self::setting('opcache.preload') !== '' || self::setting('ffi.preload') !== '';
        if (self::$path !== null || !$isServed) {
            return null;
        }
        try {
            $ffi = FFI::scope(self::SCOPE);
        } catch (FFI\Exception) {
            return null;
        }
        self::check($ffi, self::SCOPE);
        return $ffi;
    }

    private static function loaded(): FFI
    {
        $library = self::locate();
        try {
            $ffi = FFI::cdef(self::declarations(), $library);
        } catch (FFI\Exception $exception) {
            throw self::unusable($library, $exception->getMessage(), $exception);
        }
        self::check($ffi, $library);
        return $ffi;
    }

    private static function locate(): string
    {
        if (self::$path !== null) {
            return self::$path;
        }
        $environment = function_exists('getenv') ? getenv('BILAN_LIBRARY') : ($_SERVER['BILAN_LIBRARY'] ?? '');
        if (is_string($environment) && $environment !== '') {
            return self::checked($environment, 'la variable BILAN_LIBRARY');
        }
        $setting = get_cfg_var('bilan.library');
        if (is_string($setting) && $setting !== '') {
            return self::checked($setting, 'le réglage bilan.library de php.ini');
        }
        return Platform::library(dirname(__DIR__) . '/lib') ?? match (PHP_OS_FAMILY) {
            'Windows' => 'bilan.dll',
            'Darwin' => 'libbilan.dylib',
            default => 'libbilan.so.' . self::ABI_VERSION,
        };
    }

    private static function checked(string $path, string $origin): string
    {
        if (preg_match('~^(/|[A-Za-z]:[/\\\\]|\\\\\\\\)~', $path) !== 1) {
            throw new LibraryException("Il faut un chemin absolu dans {$origin}, et non « {$path} ».");
        }
        if (str_contains($path, "\0")) {
            throw new LibraryException("Le chemin indiqué par {$origin} contient un caractère nul.");
        }
        return $path;
    }

    private static function declarations(): string
    {
        $header = file_get_contents(self::HEADER);
        return $header === false ? throw new LibraryException('Le fichier bilan.ffi.h est illisible.') : $header;
    }

    private static function check(FFI $ffi, string $library): void
    {
        $found = $ffi->bilan_abi_version();
        if ($found !== self::ABI_VERSION) {
            throw new LibraryException(sprintf(
                'La bibliothèque « %s » est de version d’ABI %d ; ce paquet PHP attend la version %d : installez '
                . 'le paquet et la bibliothèque d’une même livraison.',
                $library,
                $found,
                self::ABI_VERSION,
            ));
        }
    }

    private static function unusable(string $library, string $why, ?\Throwable $previous = null): LibraryException
    {
        $advice = match (true) {
            str_contains($why, 'restricted') => 'PHP n’autorise pas FFI ici (ffi.enable) : indiquez le fichier '
                . 'preload.php de ce paquet dans opcache.preload.',
            str_contains($why, 'Failed resolving') => 'Cette bibliothèque n’est pas bilan, ou pas de la bonne version.',
            default => 'Elle est introuvable, illisible ou faite pour un autre système : indiquez son chemin absolu dans '
                . 'la variable BILAN_LIBRARY ou dans le réglage bilan.library de php.ini.',
        };
        $message = "La bibliothèque « {$library} » ne peut pas servir. {$advice} ({$why})";
        return new LibraryException($message, 0, $previous);
    }
}
