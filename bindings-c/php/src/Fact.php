<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/** A fact that a verdict rests on, by its code in the contract. In the order of the contract. */
enum Fact: string
{
    /** The fitness opinion states objective elements on capacity for the present post. */
    case AvisElementsObjectifs = 'avisElementsObjectifs';

    /** That opinion proposes an adaptation of the post. */
    case AvisAdaptationPoste = 'avisAdaptationPoste';

    /** Recognised as a disabled worker (RQTH) by the CDAPH. */
    case Rqth = 'rqth';

    /** Rate of permanent incapacity; its bit holds from 10 %. */
    case TauxIncapacitePermanente = 'tauxIncapacitePermanente';

    /** Receives the annuity for that incapacity. */
    case RenteIncapacitePermanente = 'renteIncapacitePermanente';

    /** Receives an invalidity pension. */
    case PensionInvalidite = 'pensionInvalidite';

    /** That invalidity reduces working capacity by two thirds at least. */
    case ReductionCapaciteDeuxTiers = 'reductionCapaciteDeuxTiers';

    /** Former military. */
    case AncienMilitaire = 'ancienMilitaire';

    /** Receives a military invalidity pension. */
    case PensionMilitaireInvalidite = 'pensionMilitaireInvalidite';

    /** Has been a volunteer firefighter. */
    case SapeurPompierVolontaire = 'sapeurPompierVolontaire';

    /** Receives an invalidity allowance or annuity for an accident in, or a disease from, that service. */
    case AllocationOuRenteService = 'allocationOuRenteService';

    /** Victim of an act of terrorism. */
    case VictimeTerrorisme = 'victimeTerrorisme';

    /** Holds the carte mobilité inclusion marked « invalidité ». */
    case CmiInvalidite = 'cmiInvalidite';

    /** Receives the allocation aux adultes handicapés. */
    case Aah = 'aah';

    /** Receives an allocation temporaire d’invalidité. */
    case Ati = 'ati';

    /** Civil servant or contract agent; its bit holds for a civil servant (fonctionnaire). */
    case Statut = 'statut';

    /** In a period of preparation for redeployment (PPR). */
    case PreparationReclassement = 'preparationReclassement';

    /** Being redeployed. */
    case Reclassement = 'reclassement';

    private const BITS = [
        'avisElementsObjectifs' => 1 << 0,
        'avisAdaptationPoste' => 1 << 1,
        'rqth' => 1 << 2,
        'tauxIncapacitePermanente' => 1 << 3,
        'renteIncapacitePermanente' => 1 << 4,
        'pensionInvalidite' => 1 << 5,
        'reductionCapaciteDeuxTiers' => 1 << 6,
        'ancienMilitaire' => 1 << 7,
        'pensionMilitaireInvalidite' => 1 << 8,
        'sapeurPompierVolontaire' => 1 << 9,
        'allocationOuRenteService' => 1 << 10,
        'victimeTerrorisme' => 1 << 11,
        'cmiInvalidite' => 1 << 12,
        'aah' => 1 << 13,
        'ati' => 1 << 14,
        'statut' => 1 << 15,
        'preparationReclassement' => 1 << 16,
        'reclassement' => 1 << 17,
    ];

    /** Its bit in the words `known` and `values`. */
    public function bit(): int
    {
        return self::BITS[$this->value];
    }

    /** The word of these facts together. */
    public static function word(self ...$facts): int
    {
        $word = 0;
        foreach ($facts as $fact) {
            $word |= $fact->bit();
        }
        return $word;
    }
}
