<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/** The verdict on one agent, exact over every completion of the unknown facts. */
final class Verdict
{
    /** All the listed situations. */
    private const SITUATIONS = 64173;

    private const NOT_MET_SHIFT = 16;

    /** @param int $word as Funding::decideWord() gives it: situations met in bits 0 to 15, not met in 16 to 31 */
    public function __construct(public readonly int $word)
    {
    }

    public function outcome(): Outcome
    {
        return match (true) {
            ($this->word & self::SITUATIONS) !== 0 => Outcome::Possible,
            ($this->word >> self::NOT_MET_SHIFT & self::SITUATIONS) === self::SITUATIONS => Outcome::NotListed,
            default => Outcome::Undetermined,
        };
    }

    public function status(Situation $situation): Status
    {
        return match (true) {
            ($this->word & $situation->bit()) !== 0 => Status::Met,
            ($this->word >> self::NOT_MET_SHIFT & $situation->bit()) !== 0 => Status::NotMet,
            default => Status::Undetermined,
        };
    }

    /** @return list<Situation> the situations met, in the order of the contract */
    public function met(): array
    {
        return $this->situations(Status::Met);
    }

    /** @return list<Situation> the situations not met */
    public function notMet(): array
    {
        return $this->situations(Status::NotMet);
    }

    /** @return list<Situation> the situations that depend on facts not known */
    public function undetermined(): array
    {
        return $this->situations(Status::Undetermined);
    }

    /** @return list<Situation> */
    private function situations(Status $status): array
    {
        $isSo = fn (Situation $situation): bool => $this->status($situation) === $status;
        return array_values(array_filter(Situation::cases(), $isSo));
    }
}
