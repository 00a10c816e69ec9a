<?php

/**
 * answers.php AUTOLOAD: the answer to every vector, a line each, its request handed over as an array. The program asks
 * for the locale of its environment, as a page may.
 */

declare(strict_types=1);

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Json;
use BilanProfessionnel\Tests\Support\Vectors;

require $argv[1];

if (getenv('LC_ALL') !== false && setlocale(LC_ALL, '') === false) {
    fwrite(STDERR, "no such locale\n");
    exit(1);
}

foreach (Vectors::all() as [$operation, $request, , $document]) {
    try {
        $catalogue = $document === null ? Catalogue::default() : Catalogue::parse($document);
        $method = $operation === 'catalogue' ? 'documentText' : "{$operation}Text";
        $request = $request instanceof stdClass ? (array) $request : $request;
        if (is_array($request) && method_exists($catalogue, $method)) {
            echo $catalogue->{$method}(Json::encode($request)), "\n";
        } else {
            echo $catalogue->answerLine(Json::encode(['operation' => $operation, 'request' => $request])), "\n";
        }
    } catch (BilanException $exception) {
        echo $exception->getDocument(), "\n";
    }
}
