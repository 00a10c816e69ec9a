<?php

/**
 * Loads the package's classes on demand where Composer is not used: `require '…/bindings-c/php/autoload.php';`.
 */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $prefixes = ['BilanProfessionnel\\Tests\\' => '/tests/', 'BilanProfessionnel\\' => '/src/'];
    foreach ($prefixes as $prefix => $folder) {
        if (str_starts_with($class, $prefix)) {
            $file = __DIR__ . $folder . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
            if (is_file($file)) {
                require $file;
            }
            return;
        }
    }
});
