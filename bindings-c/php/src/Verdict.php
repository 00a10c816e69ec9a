<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/** The verdict on one agent, exact over every completion of the unknown facts. */
final class Verdict
{
    private const NOT_MET_SHIFT = 16;

    /** @param int $word as Funding::decideWord() gives it: situations met in bits 0 to 15, not met in 16 to 31 */
    public function __construct(public readonly int $word)
    {
    }

    public function outcome(): Outcome
    {
        return match (true) {
            ($this->word & Situation::ALL_BITS) !== 0 => Outcome::Possible,
            ($this->word >> self::NOT_MET_SHIFT & Situation::ALL_BITS) === Situation::ALL_BITS => Outcome::NotListed,
            default => Outcome::Undetermined,
        };
    }

    public function status(Situation $situation): SituationStatus
    {
        return match (true) {
            ($this->word & $situation->bit()) !== 0 => SituationStatus::Met,
            ($this->word >> self::NOT_MET_SHIFT & $situation->bit()) !== 0 => SituationStatus::NotMet,
            default => SituationStatus::Undetermined,
        };
    }

    /** @return list<Situation> the situations met, in the order of the contract */
    public function met(): array
    {
        return $this->situations(SituationStatus::Met);
    }

    /** @return list<Situation> the situations not met */
    public function notMet(): array
    {
        return $this->situations(SituationStatus::NotMet);
    }

    /** @return list<Situation> the situations that depend on facts not known */
    public function undetermined(): array
    {
        return $this->situations(SituationStatus::Undetermined);
    }

    /** @return list<Situation> */
    private function situations(SituationStatus $status): array
    {
        $isSo = fn (Situation $situation): bool => $this->status($situation) === $status;
        return array_values(array_filter(Situation::cases(), $isSo));
    }
}
