<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/** Where one situation stands, exact over every completion of the unknown facts. */
enum Status: string
{
    case Met = 'met';
    case NotMet = 'notMet';
    case Undetermined = 'undetermined';
}
