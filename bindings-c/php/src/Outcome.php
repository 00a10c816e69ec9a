<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/** What a verdict comes to. Funding is a possibility that the fund decides on, never a right. */
enum Outcome: string
{
    /** A listed situation is met: the FIPHFP might pay. */
    case Possible = 'possible';

    /** No listed situation is met, whatever the unknown facts: ask a counsellor. Not a refusal. */
    case NotListed = 'notListed';

    /** It depends on facts that are not known. */
    case Undetermined = 'undetermined';
}
