<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Fact;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Library;
use BilanProfessionnel\Outcome;
use BilanProfessionnel\Situation;
use BilanProfessionnel\SituationStatus;
use BilanProfessionnel\Verdict;
use PHPUnit\Framework\TestCase;

/** Verdicts on words of facts. */
final class FundingTest extends TestCase
{
    /** @return iterable<string, array{list<Fact>, list<Fact>, Outcome, list<Situation>}> facts that hold, that do not */
    public static function agents(): iterable
    {
        $all = Fact::cases();
        $reclassement = [Fact::PreparationReclassement, Fact::Reclassement];
        yield 'nothing is known' => [[], [], Outcome::Undetermined, []];
        yield 'nothing holds' => [[], $all, Outcome::NotListed, []];
        yield 'everything holds' => [$all, [], Outcome::Possible, Situation::cases()];
        yield 'recognised as a disabled worker' => [[Fact::Rqth], [], Outcome::Possible, [Situation::Rqth]];
        yield 'a rate without its annuity' => [[Fact::TauxIncapacitePermanente], [], Outcome::Undetermined, []];
        yield 'a rate of 10 % and its annuity' => [
            [Fact::TauxIncapacitePermanente, Fact::RenteIncapacitePermanente], [], Outcome::Possible,
            [Situation::AccidentOuMaladie],
        ];
        yield 'redeployment either way, status unknown' => [
            $reclassement, [], Outcome::Possible, [Situation::Reclassement],
        ];
        yield 'redeployment neither way, status unknown' => [
            [], array_filter($all, static fn (Fact $fact) => $fact !== Fact::Statut), Outcome::NotListed, [],
        ];
    }

    /**
     * @dataProvider agents
     *
     * @param list<Fact> $holding
     * @param list<Fact> $failing
     * @param list<Situation> $met
     */
    public function testTheVerdictIsExactOverTheUnknowns(
        array $holding,
        array $failing,
        Outcome $outcome,
        array $met,
    ): void {
        $verdict = Funding::decide(Fact::word(...$holding, ...$failing), Fact::word(...$holding));
        self::assertSame($outcome, $verdict->outcome());
        self::assertSame($met, $verdict->met());
        self::assertCount(11, [...$verdict->met(), ...$verdict->notMet(), ...$verdict->undetermined()]);
    }

    public function testTheVerdictOfAWordIsThatOfTheExplainedAnswer(): void
    {
        $catalogue = Catalogue::default();
        mt_srand(29);
        for ($i = 0; $i < 500; $i++) {
            [$known, $values] = [mt_rand(0, (1 << 18) - 1), mt_rand(0, (1 << 18) - 1)];
            $facts = [];
            foreach (Fact::cases() as $fact) {
                if (($known & $fact->bit()) !== 0) {
                    $holds = ($values & $fact->bit()) !== 0;
                    $facts[$fact->value] = match ($fact) {
                        Fact::TauxIncapacitePermanente => $holds ? 10 : 9.5,
                        Fact::Statut => $holds ? 'fonctionnaire' : 'contractuel',
                        default => $holds,
                    };
                }
            }
            $assessment = $catalogue->funding(['on' => '2026-12-01', 'facts' => $facts]);
            $verdict = Funding::decide($known, $values);
            self::assertSame($assessment['outcome'], $verdict->outcome()->value);
            foreach ($assessment['situations'] as $report) {
                self::assertSame(SituationStatus::from($report['status']), $verdict->status(Situation::from($report['code'])));
            }
        }
    }

    public function testAVerdictOnADayOfTodaysRulesIsThatOfTheWholeTable(): void
    {
        mt_srand(31);
        for ($i = 0; $i < 500; $i++) {
            [$known, $values] = [mt_rand(0, (1 << 18) - 1), mt_rand(0, (1 << 18) - 1)];
            self::assertEquals(Funding::decide($known, $values), Funding::decideOn('2026-12-01', $known, $values));
        }
    }

    /** @return iterable<string, array{string, string}> */
    public static function daysThatAreNone(): iterable
    {
        yield 'nothing' => ['', 'wrongType'];
        yield 'a day in the French manner' => ['01/12/2026', 'wrongType'];
        yield 'a day and a line break' => ["2026-12-01\n", 'wrongType'];
        yield 'an Arabic day' => ['٢٠٢٦-١٢-٠١', 'wrongType'];
        yield '29 February of a common year' => ['2027-02-29', 'outOfRange'];
        yield 'the month 13' => ['2026-13-01', 'outOfRange'];
        yield 'before the calendar' => ['1582-12-31', 'outOfRange'];
        yield 'the year 0' => ['0000-00-00', 'outOfRange'];
    }

    /** @dataProvider daysThatAreNone */
    public function testADayThatIsNoneIsRefused(string $day, string $code): void
    {
        try {
            Funding::decideOn($day, 0, 0);
            self::fail('answered');
        } catch (BilanException $exception) {
            self::assertSame([$code, 'day'], [$exception->getErrorCode(), $exception->getPath()]);
        }
    }

    /** @return iterable<string, array{mixed}> */
    public static function masksThatAreNone(): iterable
    {
        yield 'a text' => ['x'];
        yield 'a number as a text' => ['4'];
        yield 'a fraction' => [4.5];
        yield 'null' => [null];
        yield 'a list' => [[4]];
        yield 'a fact' => [Fact::Rqth];
    }

    /** @dataProvider masksThatAreNone */
    public function testAMaskThatIsNoIntegerIsRefusedAndNeverCountsAsNothing(mixed $mask): void
    {
        $calls = [
            static fn () => Funding::decide($mask, 4),
            static fn () => Funding::decideWord(4, $mask),
            static fn () => Funding::decideOn('2026-12-01', 4, $mask),
            static fn () => Funding::decideMany([4, $mask], [4, 4]),
            static fn () => Funding::decideMany([4, 4], [4, $mask]),
            static fn () => Funding::column([$mask]),
        ];
        foreach ($calls as $call) {
            try {
                $call();
                self::fail('answered');
            } catch (\TypeError $error) {
                self::assertStringContainsString('must be of type int', $error->getMessage());
            }
        }
    }

    /** @return iterable<string, array{int}> */
    public static function sizes(): iterable
    {
        foreach ([0, 1, 7, 8, 4095, 4096, 4097, 20_000] as $size) {
            yield "{$size} agents" => [$size];
        }
    }

    /** @dataProvider sizes */
    public function testManyAgentsAtOnceReceiveTheVerdictsOfEachAlone(int $size): void
    {
        mt_srand($size);
        $known = array_map(static fn () => mt_rand(0, (1 << 18) - 1), $size === 0 ? [] : range(1, $size));
        $values = array_map(static fn () => mt_rand(0, (1 << 18) - 1), $known);
        $verdicts = Funding::decideMany($known, $values);
        self::assertCount($size, $verdicts);
        foreach ($verdicts as $agent => $verdict) {
            if ($verdict !== Funding::decideWord($known[$agent], $values[$agent])) {
                self::fail("agent {$agent}");
            }
        }
        $columns = Funding::decideColumns(Funding::column($known), Funding::column($values));
        self::assertSame($verdicts, Funding::words($columns));
    }

    public function testBitsThatAreNotFactsHaveNoEffect(): void
    {
        $rqth = Fact::Rqth->bit();
        $expected = Funding::decideWord($rqth, $rqth);
        foreach ([1 << 18, 1 << 31, 1 << 32, 1 << 62, PHP_INT_MIN] as $stranger) {
            self::assertSame($expected, Funding::decideWord($rqth | $stranger, $rqth | $stranger));
            self::assertSame($expected, Funding::decideMany([$rqth | $stranger], [$rqth | $stranger])[0]);
        }
        self::assertSame(Funding::decideWord((1 << 18) - 1, 0), Funding::decideWord(-1, 0));
    }

    /** @return iterable<string, array{string, string, string}> */
    public static function columnsThatDoNotFit(): iterable
    {
        yield 'one agent more' => ['12345678', '1234', 'values'];
        yield 'no values' => ['1234', '', 'values'];
        yield 'half a word' => ['12', '34', 'known'];
    }

    /** @dataProvider columnsThatDoNotFit */
    public function testColumnsThatDoNotFitAreRefused(string $known, string $values, string $path): void
    {
        try {
            Funding::decideColumns($known, $values);
            self::fail('answered');
        } catch (BilanException $exception) {
            self::assertSame(['invalidArgument', $path], [$exception->getErrorCode(), $exception->getPath()]);
        }
    }

    public function testBitsAreThoseOfTheLibrary(): void
    {
        $ffi = Library::ffi();
        $name = static fn (string $code): string => strtoupper((string) preg_replace('/[A-Z]/', '_$0', $code));
        foreach (Fact::cases() as $fact) {
            self::assertSame($ffi->{'BILAN_FACT_' . $name($fact->value)}, $fact->bit());
        }
        foreach (Situation::cases() as $situation) {
            self::assertSame($ffi->{'BILAN_SITUATION_' . $name($situation->value)}, $situation->bit());
        }
        $verdict = new \ReflectionClass(Verdict::class);
        self::assertSame($ffi->BILAN_VERDICT_SITUATIONS, Situation::ALL_BITS);
        self::assertSame($ffi->BILAN_VERDICT_NOT_MET_SHIFT, $verdict->getConstant('NOT_MET_SHIFT'));
    }

    public function testCodesAreThoseOfTheContractInItsOrder(): void
    {
        $situations = Catalogue::default()->funding(['on' => '2026-12-01'])['situations'];
        $codes = array_map(static fn (Situation $situation) => $situation->value, Situation::cases());
        self::assertSame(array_column($situations, 'code'), $codes);
        $missing = Catalogue::default()->funding(['on' => '2026-12-01'])['missing'];
        self::assertSame($missing, array_map(static fn (Fact $fact) => $fact->value, Fact::cases()));
    }
}
