<?php

declare(strict_types=1);

namespace BilanProfessionnel;

use FFI;

/**
 * Might the FIPHFP pay: verdicts on words of facts, for many agents at once. No text, no catalogue.
 *
 * A word is Fact bits added up: `known`, the facts that are known; `values`, those of them that hold. The rate of
 * incapacity holds from 10 %, the status for a fonctionnaire. Bits that are not known, or not facts, have no effect.
 * For reasons, proofs with dates and the next question to ask, see Catalogue::funding().
 */
final class Funding
{
    /** Agents at once: bounds what PHP's pack() is given on its stack. */
    private const CHUNK = 4096;

    /** Bytes of a word. */
    private const WORD = 4;

    /** The verdict on one agent. */
    public static function decide(int $known, int $values): Verdict
    {
        return new Verdict(self::decideWord($known, $values));
    }

    /**
     * The verdict on one agent as a word, without an object: see Verdict. For loops over agents one by one; where there
     * are many, decideColumns().
     */
    public static function decideWord(int $known, int $values): int
    {
        /** @var FFI|null $ffi */
        static $ffi = null;
        return ($ffi ??= Library::ffi())->bilan_funding_decide($known, $values);
    }

    /**
     * The verdict on one agent by the rules in force on a day, `YYYY-MM-DD`: a situation that is not in force that day
     * is not met. decide() goes by the whole table of the library.
     *
     * @throws BilanException `wrongType` or `outOfRange`, at `day`, for what is no date or no day of the calendar
     */
    public static function decideOn(string $day, int $known, int $values): Verdict
    {
        if (preg_match('/^\d{4}-\d\d-\d\d$/D', $day) !== 1) {
            throw BilanException::of('wrongType', 'day', 'Il faut une date au format AAAA-MM-JJ.');
        }
        $ffi = Library::ffi();
        $verdict = $ffi->new('uint32_t');
        $number = (int) str_replace('-', '', $day);
        return match ($ffi->bilan_funding_decide_on($number, $known, $values, FFI::addr($verdict))) {
            $ffi->BILAN_OK => new Verdict($verdict->cdata),
            $ffi->BILAN_INVALID_ARGUMENT => throw BilanException::of(
                'outOfRange',
                'day',
                'Il faut une date qui existe, de 1583-01-01 à 9999-12-31.',
            ),
            default => throw self::internal(),
        };
    }

    /**
     * The verdicts on many agents, by one call of the library.
     *
     * @param list<int> $known
     * @param list<int> $values as many
     *
     * @return list<int> a word for each agent, in order; `new Verdict($word)` reads it
     *
     * @throws BilanException `invalidArgument` if the two are not as long as one another
     */
    public static function decideMany(array $known, array $values): array
    {
        return self::words(self::decideColumns(self::column($known), self::column($values)));
    }

    /**
     * The same on columns: strings of 32-bit words in the order of the machine, as column() packs and words() unpacks
     * them. What to use for hundreds of thousands of agents.
     *
     * @throws BilanException `invalidArgument` if the columns are not as long as one another, or are cut in a word
     */
    public static function decideColumns(string $known, string $values): string
    {
        $bytes = strlen($known);
        if ($bytes !== strlen($values)) {
            throw BilanException::of('invalidArgument', 'values', 'Il faut deux colonnes de même longueur.');
        }
        if ($bytes % self::WORD !== 0) {
            throw BilanException::of('invalidArgument', 'known', 'Il faut des colonnes de mots entiers, de 4 octets.');
        }
        if ($bytes === 0) {
            return '';
        }
        $ffi = Library::ffi();
        $count = intdiv($bytes, self::WORD);
        $columns = $ffi->new('uint32_t[3][' . $count . ']');
        FFI::memcpy($columns[0], $known, $bytes);
        FFI::memcpy($columns[1], $values, $bytes);
        $status = $ffi->bilan_funding_decide_many($columns[0], $columns[1], $count, $columns[2]);
        if ($status !== $ffi->BILAN_OK) {
            throw self::internal();
        }
        return FFI::string($columns[2], $bytes);
    }

    /**
     * @param list<int> $words
     *
     * @throws \TypeError for a word that is no integer
     */
    public static function column(array $words): string
    {
        $column = '';
        foreach (array_chunk($words, self::CHUNK) as $chunk) {
            $column .= self::packed(...$chunk);
        }
        return $column;
    }

    /** pack() takes a text for a number, and makes 0 of it: PHP checks these. */
    private static function packed(int ...$words): string
    {
        return pack('L*', ...$words);
    }

    /** @return list<int> */
    public static function words(string $column): array
    {
        return array_values(unpack('L*', $column) ?: []);
    }

    private static function internal(): BilanException
    {
        return BilanException::of('internal', '', "Erreur interne de la bibliothèque\u{A0}: merci de la signaler.");
    }
}
