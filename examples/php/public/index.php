<?php

/**
 * A page for an HR office: an agent’s situation in, the verdict, the price and the plan out.
 *
 * The case is posted and never kept; no fact about an agent enters an address or a log.
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
$method = $_SERVER['REQUEST_METHOD'];
if (!in_array($method, ['GET', 'HEAD', 'POST'], true)) {
    header('Allow: GET, HEAD, POST');
    refuse(405, 'Cette page ne répond pas à cette demande.');
}
$isPosted = $method === 'POST';
$token = token();
if ($isPosted && !isOfThisPage($_POST, $token)) {
    refuse(403, 'Ce formulaire a expiré, ou ne vient pas de cette page. Revenez au formulaire et recommencez.');
}

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
