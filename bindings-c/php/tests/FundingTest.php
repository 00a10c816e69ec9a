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

    public function testTheLibrarysOwnFunctionGivesTheSameWords(): void
    {
        $decide = Funding::decider();
        mt_srand(31);
        for ($i = 0; $i < 2000; $i++) {
            [$known, $values] = [mt_rand(), mt_rand()];
            self::assertSame(Funding::decideWord($known, $values), $decide($known, $values));
        }
        self::assertSame([Fact::Rqth->bit()], array_map($decide, [Fact::Rqth->bit()], [Fact::Rqth->bit()]));
    }

    public function testTheLibrarysOwnFunctionMustBeGivenTwoWordsAndDoesNoHarmWithOthers(): void
    {
        $decide = Funding::decider();
        foreach ([[null, 4], ['x', 4], [[], 4], [0.5, 4]] as [$known, $values]) {
            self::assertSame(0, $decide($known, $values));
        }
        $this->expectException(\FFI\Exception::class);
        $decide(4);
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
        self::assertSame($ffi->BILAN_VERDICT_SITUATIONS, Situation::ALL_BITS);
        $verdict = new \ReflectionClass(Verdict::class);
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
