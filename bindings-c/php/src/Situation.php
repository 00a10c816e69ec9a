<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/** A situation of the FIPHFP’s list, by its code in the contract. In the order of the contract. */
enum Situation: string
{
    /** Fit with restrictions. */
    case RestrictionsAptitude = 'restrictionsAptitude';

    /** Recognised as a disabled worker. */
    case Rqth = 'rqth';

    /** Work accident or occupational disease. */
    case AccidentOuMaladie = 'accidentOuMaladie';

    /** Invalidity pension. */
    case PensionInvalidite = 'pensionInvalidite';

    /** Military invalidity pension. */
    case PensionMilitaire = 'pensionMilitaire';

    /** Volunteer firefighter. */
    case SapeurPompier = 'sapeurPompier';

    /** Victim of terrorism. */
    case VictimeTerrorisme = 'victimeTerrorisme';

    /** Carte mobilité inclusion « invalidité ». */
    case CmiInvalidite = 'cmiInvalidite';

    /** Allocation aux adultes handicapés. */
    case Aah = 'aah';

    /** Allocation temporaire d’invalidité. */
    case Ati = 'ati';

    /** Redeployment. */
    case Reclassement = 'reclassement';

    private const BITS = [
        'restrictionsAptitude' => 1 << 0,
        'rqth' => 1 << 2,
        'accidentOuMaladie' => 1 << 3,
        'pensionInvalidite' => 1 << 5,
        'pensionMilitaire' => 1 << 7,
        'sapeurPompier' => 1 << 9,
        'victimeTerrorisme' => 1 << 11,
        'cmiInvalidite' => 1 << 12,
        'aah' => 1 << 13,
        'ati' => 1 << 14,
        'reclassement' => 1 << 15,
    ];

    /** Its bit in each half of a verdict. */
    public function bit(): int
    {
        return self::BITS[$this->value];
    }
}
