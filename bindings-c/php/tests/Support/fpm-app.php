<?php

/** Served by PHP-FPM in the tests: `?operation=funding` answers the request in the body, `?pid` names the worker. */

declare(strict_types=1);

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Funding;
use BilanProfessionnel\LibraryException;

require __DIR__ . '/autoload.php';

header('Content-Type: application/json');
$body = (string) file_get_contents('php://input');
try {
    echo match ($_GET['operation'] ?? '') {
        'pid' => getmypid(),
        'decide' => Funding::decide(...json_decode($body))->outcome()->value,
        'line' => Catalogue::default()->answerLine($body),
        'funding' => Catalogue::default()->fundingText($body),
        'simulate' => Catalogue::default()->simulateText($body),
        'foreign' => FFI::cdef('int getpid(void);')->getpid(),
        default => 'unknown operation',
    };
} catch (BilanException $exception) {
    echo $exception->getDocument();
} catch (LibraryException | FFI\Exception $exception) {
    echo $exception::class, ': ', $exception->getMessage();
}
