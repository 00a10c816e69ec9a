<?php

/**
 * For servers with `ffi.enable=preload`, the default of PHP: `opcache.preload=/…/preload.php` in php.ini.
 *
 * PHP then lets this package's own code, and no other, use FFI. The library is that of the package, unless
 * `BILAN_LIBRARY` or `bilan.library` in php.ini names another; see the README. Include it from your own preload script if you have one.
 */

declare(strict_types=1);

require_once __DIR__ . '/autoload.php';

foreach (glob(__DIR__ . '/src/*.php') ?: [] as $file) {
    require_once $file;
}

BilanProfessionnel\Library::preload();
