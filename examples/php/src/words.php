<?php

declare(strict_types=1);

namespace Exemple;

const STATUSES = ['met' => 'Oui', 'notMet' => 'Non', 'undetermined' => 'À préciser'];

/** A text, safe inside HTML. */
function h(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
}

/** Hours in French: 4,5 h. */
function hours(int|float $hours): string
{
    return str_replace('.', ',', (string) $hours) . "\u{A0}h";
}

/** What the agent does alone in a plan: within its total, or beside a total that counts accompanied hours only. */
function inAutonomy(array $plan): string
{
    $alone = $plan['totals']['autonomous'];
    if ($alone == 0) {
        return '';
    }
    return $plan['counts'] === 'accompanied'
        ? ', et ' . hours($alone) . ' en autonomie en plus'
        : ', dont ' . hours($alone) . ' en autonomie';
}

/** The field of the page that a path of the contract names: `facts.rqth` is the question `rqth`. */
function fieldOf(string $path): string
{
    return (string) preg_replace(['/^facts\./', '/\[\d+\]$/'], '', $path);
}
