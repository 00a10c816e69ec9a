<?php

/**
 * A page for an HR office: an agent’s situation in, the verdict, the price and the plan out.
 *
 * The case is posted and never kept; no fact about an agent enters an address.
 */

declare(strict_types=1);

namespace Exemple;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;

require __DIR__ . '/../../../bindings-c/php/autoload.php';
require __DIR__ . '/../src/case.php';
require __DIR__ . '/../src/words.php';

header('Content-Type: text/html; charset=utf-8');
header("Content-Security-Policy: default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'");
header('Cache-Control: no-store');

$catalogue = Catalogue::default();
$offer = $catalogue->document();
$today = date('Y-m-d');
$questions = $catalogue->funding(['on' => $today])['situations'];
$form = new Form($_SERVER['REQUEST_METHOD'] === 'POST' ? $_POST : ['on' => $today, 'affiliated' => 'oui']);

$dossier = null;
$error = null;
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    try {
        $dossier = $catalogue->simulate(caseOf($form, $questions));
    } catch (BilanException $error) {
        http_response_code(422);
    }
}

require __DIR__ . '/../src/page.php';
