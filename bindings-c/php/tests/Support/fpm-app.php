<?php

/** Served by PHP-FPM in the tests: `?operation=funding` answers the request in the body, `?pid` names the worker. */

declare(strict_types=1);

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Json;
use BilanProfessionnel\LibraryException;

require __DIR__ . '/autoload.php';

/** Ends the request in an error that PHP does not go on from, while a catalogue is alive. */
function fatal(Catalogue $catalogue, string $kind): string
{
    match ($kind) {
        'memory' => str_repeat('x', PHP_INT_MAX >> 8),
        'compile' => eval('class Twice {} class Twice {}'),
        'user' => trigger_error('the end', E_USER_ERROR),
        'uncaught' => throw new Error('the end'),
        'exit' => exit,
        'late' => register_shutdown_function(static function () use ($catalogue): void {
            echo strlen($catalogue->documentText());
        }) ?? trigger_error('the end', E_USER_ERROR),
    };
    return '';
}

header('Content-Type: application/json');
$body = (string) file_get_contents('php://input');
try {
    echo match ($_GET['operation'] ?? '') {
        'pid' => getmypid(),
        'decide' => Funding::decide(...json_decode($body))->outcome()->value,
        'line' => Catalogue::default()->answerLine($body),
        'funding' => Catalogue::default()->fundingText($body),
        'simulate' => Catalogue::default()->simulateText($body),
        'fundingArray' => Catalogue::default()->fundingText(Json::encode(json_decode($body, true))),
        'simulateArray' => Catalogue::default()->simulateText(Json::encode(json_decode($body, true))),
        'fatal' => fatal(Catalogue::parse(Catalogue::default()->documentText()), $body),
        'foreign' => FFI::cdef('int getpid(void);')->getpid(),
        default => 'unknown operation',
    };
} catch (BilanException $exception) {
    echo $exception->getDocument();
} catch (LibraryException | FFI\Exception $exception) {
    echo $exception::class, ': ', $exception->getMessage();
}
