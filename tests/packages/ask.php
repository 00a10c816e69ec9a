<?php

/** What a user of the package writes, with Composer's autoloader and nothing else. */

declare(strict_types=1);

use BilanProfessionnel\Catalogue;

require dirname(__DIR__) . '/vendor/autoload.php';

$assessment = Catalogue::default()->funding(['on' => '2026-12-01', 'facts' => ['rqth' => true]]);
echo $assessment['outcome'], ' ', implode(',', $assessment['met']), "\n";
