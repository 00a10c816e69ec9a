<?php

/**
 * host.php [CATALOGUE]: answers the request lines of the standard input, a line each.
 *
 * A line {"operation":"plan","request":…} goes to the method of its operation, planText(), with the request as written;
 * every other line to answerLine(). A catalogue that is refused is refused by every answer.
 */

declare(strict_types=1);

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Contract;

require __DIR__ . '/../../../../bindings-c/php/autoload.php';

// Errors of the text itself name positions, which are those of the line and not of the request in it.
const ABOUT_TEXT = ['invalidJson', 'invalidUtf8', 'tooLarge'];

function answer(Catalogue $catalogue, string $line): string
{
    foreach (Contract::OPERATIONS as $operation => $method) {
        $prefix = "{\"operation\":\"{$operation}\",\"request\":";
        if (!str_starts_with($line, $prefix) || !str_ends_with($line, '}')) {
            continue;
        }
        $request = substr($line, strlen($prefix), -1);
        if (trim($request) === 'null') {
            break; // no request at all: a fault of the line
        }
        try {
            return $catalogue->{"{$method}Text"}($request);
        } catch (BilanException $exception) {
            if (!in_array($exception->getErrorCode(), ABOUT_TEXT, true)) {
                return $exception->getDocument();
            }
        }
    }
    return $catalogue->answerLine($line);
}

$catalogue = null;
$refusal = '';
try {
    $catalogue = isset($argv[1]) ? Catalogue::parse((string) file_get_contents($argv[1])) : Catalogue::default();
} catch (BilanException $exception) {
    $refusal = $exception->getDocument();
}
while (($line = fgets(STDIN)) !== false) {
    if (str_ends_with($line, "\n")) {
        $line = substr($line, 0, str_ends_with($line, "\r\n") ? -2 : -1);
    }
    fwrite(STDOUT, ($catalogue === null ? $refusal : answer($catalogue, $line)) . "\n");
}
