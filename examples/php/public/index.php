<?php

/**
 * A page for a centre’s counsellors: an agent’s situation in, the verdict, the price and the plan out.
 *
 * The case is posted and never kept; no fact about an agent enters an address, a cookie or a log.
 */

declare(strict_types=1);

namespace Exemple;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;

require __DIR__ . '/../../../bindings-c/php/autoload.php';
require __DIR__ . '/../src/case.php';
require __DIR__ . '/../src/safety.php';
require __DIR__ . '/../src/words.php';

guard();
check();
$isPosted = $_SERVER['REQUEST_METHOD'] === 'POST';
$token = token();

$catalogue = Catalogue::default();
$offer = $catalogue->document();
$today = date('Y-m-d');
$questions = $catalogue->funding(['on' => $today])['situations'];
$form = new Form($isPosted ? $_POST : ['on' => $today, 'client' => $offer['clients'][0]['code']]);

$dossier = null;
$error = null;
if ($isPosted) {
    try {
        $dossier = $catalogue->simulate(caseOf($form, $questions));
    } catch (BilanException $error) {
        http_response_code(422);
    }
}

require __DIR__ . '/../src/page.php';
