<?php

/** What a user of the package might write by mistake: each line that ends with « wrong » must be reported. */

declare(strict_types=1);

namespace Rh;

use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Verdict;

final class Mistakes
{
    public function __construct(private readonly Catalogue $catalogue)
    {
    }

    public function requests(): void
    {
        $this->catalogue->funding(['facts' => []]); // wrong
        $this->catalogue->funding(['on' => 20261201]); // wrong
        $this->catalogue->funding(['on' => '2026-12-01', 'facts' => ['rqth' => 'oui']]); // wrong
        $this->catalogue->funding(['on' => '2026-12-01', 'facts' => ['statut' => 'stagiaire']]); // wrong
        $this->catalogue->funding(['on' => '2026-12-01', 'validUntil' => ['gaucher' => '2027-01-01']]); // wrong
        $this->catalogue->quote(['variant' => 'evolution']); // wrong
        $this->catalogue->plan(['variant' => 'evolution', 'fixed' => ['synthese' => '2']]); // wrong
        $this->catalogue->schedule(['plan' => [], 'exchangesOn' => '2026-12-01']); // wrong
        $this->catalogue->recommend(['needs' => 'faireLePoint']); // wrong
    }

    public function amount(): float
    {
        return $this->catalogue->quote(['variant' => 'evolution', 'client' => 'affiliee'])['amount']; // wrong
    }

    public function absent(): mixed
    {
        return $this->catalogue->funding(['on' => '2026-12-01'])['granted']; // wrong
    }

    public function optional(): string
    {
        return $this->catalogue->simulate(['on' => '2026-12-01', 'variant' => 'horizon'])['quote']['variant']; // wrong
    }

    public function words(): Verdict
    {
        return Funding::decide('4', 4); // wrong
    }

    public function day(): Verdict
    {
        return Funding::decideOn(20261201, 4, 4); // wrong
    }
}
