<?php

/** What a user of the package writes, with nothing to report: the analyser knows the shapes of Contract. */

declare(strict_types=1);

namespace Rh;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Contract;
use BilanProfessionnel\Fact;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Outcome;

/**
 * @phpstan-import-type Facts from Contract
 * @phpstan-import-type SimulateRequest from Contract
 * @phpstan-import-type DossierRecord from Contract
 * @phpstan-import-type FundingResult from Contract
 */
final class Dossiers
{
    public function __construct(private readonly Catalogue $catalogue)
    {
    }

    /** @param Facts $facts */
    public function sentence(string $on, array $facts): string
    {
        $assessment = $this->catalogue->funding(['on' => $on, 'facts' => $facts, 'validUntil' => ['rqth' => null]]);
        if ($assessment['outcome'] === 'undetermined') {
            return $assessment['nextQuestionDetail']['question'] ?? $assessment['explanation'];
        }
        return $assessment['explanation'] . self::proofs($assessment);
    }

    /** @param FundingResult $assessment */
    private static function proofs(array $assessment): string
    {
        $text = '';
        foreach ($assessment['expiring'] as $proof) {
            $text .= $proof['fact'] . ' : ' . $proof['validUntil'];
        }
        return $text;
    }

    public function amount(string $variant): ?string
    {
        $quote = $this->catalogue->quote(['variant' => $variant, 'client' => 'affiliee', 'hours' => 18.5]);
        return $quote['amount'] ?? $quote['indicative']['low'] ?? null;
    }

    public function hours(string $variant): float
    {
        $hours = 0.0;
        $fixed = ['synthese' => 2, 'recherches' => null];
        foreach ($this->catalogue->plan(['variant' => $variant, 'fixed' => $fixed])['steps'] as $step) {
            $hours += $step['accompanied'] ? $step['hours'] : 0;
        }
        return $hours;
    }

    /**
     * @param SimulateRequest $case
     *
     * @return DossierRecord
     */
    public function record(array $case): array
    {
        $dossier = $this->catalogue->simulate($case);
        return $dossier['record'];
    }

    /** @param SimulateRequest $case */
    public function endsOn(array $case): ?string
    {
        return $this->catalogue->simulate($case)['schedule']['endsOn'] ?? null;
    }

    /**
     * @param SimulateRequest $case
     * @param DossierRecord $record
     */
    public function madeBy(array $case, array $record): string
    {
        $replay = $this->catalogue->replay(['case' => $case, 'record' => $record]);
        return $replay['engine']['recorded'] ?? $record['engine'];
    }

    public function possible(int $known): bool
    {
        return Funding::decide($known, Fact::word(Fact::Rqth))->outcome() === Outcome::Possible;
    }

    public function possibleOn(string $day, int $known): bool
    {
        return Funding::decideOn($day, $known, Fact::word(Fact::Rqth))->met() !== [];
    }

    /** @return array<string, int|float> */
    public function limits(string $variant): array
    {
        try {
            return $this->catalogue->plan(['variant' => $variant])['range'];
        } catch (BilanException $exception) {
            return $exception->getDetails();
        }
    }
}
