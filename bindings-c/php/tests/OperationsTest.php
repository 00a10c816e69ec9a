<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Json;
use PHPUnit\Framework\TestCase;

/** What an HR officer asks, in arrays. */
final class OperationsTest extends TestCase
{
    private Catalogue $catalogue;

    protected function setUp(): void
    {
        $this->catalogue = Catalogue::default();
    }

    public function testTheFinistereOffersFiveVariants(): void
    {
        $variants = array_column($this->catalogue->document()['variants'], 'code');
        self::assertSame(['evolution', 'prevention', 'reorientation', 'developpement', 'horizon'], $variants);
    }

    public function testHealthAndAProjectLeadToPrevention(): void
    {
        ['ranking' => $ranking] = $this->catalogue->recommend(['needs' => ['preserverSante', 'construireProjet']]);
        self::assertSame('prevention', $ranking[0]['variant']);
        self::assertSame(['construireProjet', 'preserverSante'], $ranking[0]['served']);
        self::assertCount(5, $ranking);
    }

    public function testFundingOfARecognisedDisabledWorkerIsPossibleAndItsProofExpires(): void
    {
        $assessment = $this->catalogue->funding([
            'on' => '2026-12-01',
            'until' => '2027-05-31',
            'facts' => ['rqth' => true, 'statut' => 'fonctionnaire', 'tauxIncapacitePermanente' => 12.5],
            'validUntil' => ['rqth' => '2027-01-31'],
        ]);
        self::assertSame('possible', $assessment['outcome']);
        self::assertSame(['rqth'], $assessment['met']);
        self::assertNull($assessment['nextQuestion']);
        self::assertSame([['fact' => 'rqth', 'validUntil' => '2027-01-31']], $assessment['expiring']);
        self::assertCount(11, $assessment['situations']);
    }

    public function testAPlanSharesTwentyHoursAndKeepsWhatTheCounsellorFixed(): void
    {
        $plan = $this->catalogue->plan([
            'variant' => 'evolution',
            'hours' => 20,
            'kickoffMeeting' => false,
            'fixed' => ['analyseDemande' => 1.5, 'recherches' => 0],
        ]);
        self::assertSame(['min' => 15.5, 'max' => 26.5], $plan['range']);
        self::assertSame(1.5, $plan['steps'][0]['hours']);
        self::assertEquals(20, array_sum(array_column($plan['steps'], 'hours')));
        self::assertSame('outsideExampleRange', $plan['warnings'][0]['code']);
    }

    public function testTheCoachingOfDeveloppementLastsFourHoursAndAHalf(): void
    {
        $steps = array_column($this->catalogue->plan(['variant' => 'developpement'])['steps'], 'hours', 'code');
        self::assertSame(4.5, $steps['misesEnSituation']);
    }

    public function testAmountsAreTextsAndOnlyAnIntervalIsGivenAwayFromTheReferenceHours(): void
    {
        $published = $this->catalogue->quote(['variant' => 'evolution', 'client' => 'affiliee']);
        self::assertSame(['published', '2040.50', null], [
            $published['status'], $published['amount'], $published['indicative'],
        ]);
        $other = $this->catalogue->quote(['variant' => 'evolution', 'hours' => 20, 'client' => 'affiliee']);
        self::assertSame(['onQuote', null, ['low' => '2040.50', 'high' => '2354.42']], [
            $other['status'], $other['amount'], $other['indicative'],
        ]);
    }

    public function testTheFirstSessionIsFourWeeksAfterTheLastExchange(): void
    {
        $schedule = $this->catalogue->schedule([
            'plan' => ['variant' => 'evolution'],
            'exchangesOn' => '2026-12-01',
            'startOn' => '2027-01-11',
            'weekday' => 'tuesday',
            'closures' => [['from' => '2027-02-15', 'to' => '2027-02-26']],
        ]);
        self::assertSame('2026-12-29', $schedule['earliestStart']);
        self::assertSame('2027-01-12', $schedule['startsOn']);
        self::assertTrue($schedule['withinUsualDuration']);
    }

    public function testTheInvoiceIsDueThirtyDaysAfterItsReceipt(): void
    {
        $settlement = $this->catalogue->settle([
            'plan' => ['variant' => 'evolution'],
            'attended' => [['date' => '2027-01-12', 'hours' => 1]],
            'invoiceReceivedOn' => '2027-06-10',
        ]);
        self::assertSame(['planned' => 13, 'done' => 1], $settlement['attendance']['accompanied']);
        self::assertSame('2027-07-10', $settlement['payment']['dueOn'] ?? null);
    }

    public function testTheRecordOfADossierHoldsAndFailsWhenTheCaseChanges(): void
    {
        $case = [
            'on' => '2026-11-23',
            'needs' => ['faireLePoint'],
            'client' => 'affiliee',
            'facts' => [],
            'validUntil' => [],
            'fixed' => [],
            'calendar' => ['exchangesOn' => '2026-12-01', 'closures' => []],
        ];
        $dossier = $this->catalogue->simulate($case);
        $parts = ['recommendation', 'funding', 'plan', 'quote', 'schedule', 'warnings', 'record'];
        self::assertSame($parts, array_keys($dossier));
        $replay = $this->catalogue->replay(['case' => $case, 'record' => $dossier['record']]);
        self::assertSame([true, false], [$replay['holds'], isset($replay['engine'])]);

        $older = ['engine' => '0.0.1'] + $dossier['record'];
        $replay = $this->catalogue->replay(['case' => $case, 'record' => $older]);
        self::assertSame([true, '0.0.1'], [$replay['holds'], $replay['engine']['recorded'] ?? null]);

        $replay = $this->catalogue->replay(['case' => ['hours' => 19.0] + $case, 'record' => $dossier['record']]);
        self::assertFalse($replay['holds']);
        self::assertSame(['request', 'result'], $replay['differs'] ?? null);
    }

    public function testAnEmptyArrayIsTheObjectOrTheListThatTheContractExpects(): void
    {
        $known = ['on' => '2026-12-01', 'facts' => [], 'validUntil' => []];
        self::assertSame('undetermined', $this->catalogue->funding($known)['outcome']);
        self::assertSame('undetermined', $this->catalogue->funding(['facts' => new \stdClass()] + $known)['outcome']);
        $plan = ['plan' => ['variant' => 'horizon', 'fixed' => []], 'attended' => []];
        self::assertSame(0, $this->catalogue->settle($plan)['attendance']['accompanied']['done']);
    }

    public function testAListWithGapsIsAList(): void
    {
        $needs = array_filter(['dormir', 'preserverSante', '', 'construireProjet'], static fn ($need) => strlen($need) > 6);
        self::assertSame([1, 3], array_keys($needs));
        self::assertSame(
            $this->catalogue->recommend(['needs' => ['preserverSante', 'construireProjet']]),
            $this->catalogue->recommend(['needs' => $needs]),
        );
        $closed = [2 => ['from' => '2027-01-01', 'to' => '2027-01-31']];
        $calendar = ['plan' => ['variant' => 'evolution'], 'exchangesOn' => '2026-12-01'];
        self::assertSame(
            $this->catalogue->schedule($calendar + ['closures' => array_values($closed)]),
            $this->catalogue->schedule($calendar + ['closures' => $closed]),
        );
    }

    /** @return iterable<string, array{array<array-key, string>}> */
    public static function arraysThatAreNoLists(): iterable
    {
        yield 'keys that are texts' => [['a' => 'preserverSante']];
        yield 'keys in another order' => [[1 => 'preserverSante', 0 => 'construireProjet']];
        yield 'a key below zero' => [[-1 => 'preserverSante']];
    }

    /**
     * @dataProvider arraysThatAreNoLists
     *
     * @param array<array-key, string> $needs
     */
    public function testAnArrayOfOtherKeysIsNoList(array $needs): void
    {
        try {
            $this->catalogue->recommend(['needs' => $needs]);
            self::fail('answered');
        } catch (BilanException $exception) {
            self::assertSame(['wrongType', 'needs'], [$exception->getErrorCode(), $exception->getPath()]);
        }
    }

    /** @return iterable<string, array{float|int, string}> */
    public static function numbers(): iterable
    {
        yield 'whole' => [18.0, '18'];
        yield 'an integer' => [18, '18'];
        yield 'a half' => [4.5, '4.5'];
        yield 'a rate' => [9.96, '9.96'];
        yield 'of 15 digits' => [0.1, '0.1'];
        yield 'of 16 digits' => [1 / 3, '0.3333333333333333'];
        yield 'of 17 digits' => [0.1 + 0.2, '0.30000000000000004'];
        yield 'a third of a hundred' => [100 / 3, '33.333333333333336'];
        yield 'large' => [1e300, '1.0E+300'];
        yield 'zero below' => [-0.0, '-0'];
    }

    /** @dataProvider numbers */
    public function testANumberIsWrittenShortAndReadsBackTheSame(float|int $number, string $text): void
    {
        self::assertSame("{\"hours\":{$text}}", Json::encode(['hours' => $number]));
        self::assertSame((float) $number, (float) json_decode($text));
    }

    public function testEnumsOfThePackageMayStandForTheirCodes(): void
    {
        $facts = [\BilanProfessionnel\Fact::Aah->value => true];
        self::assertSame(['aah'], $this->catalogue->funding(['on' => '2026-12-01', 'facts' => $facts])['met']);
    }

    public function testTheTextOfAnArrayIsTheTextOfTheSameRequestWrittenByHand(): void
    {
        $text = '{"on":"2026-12-01","facts":{"tauxIncapacitePermanente":4.5,"renteIncapacitePermanente":true}}';
        $request = ['on' => '2026-12-01'];
        $request['facts'] = ['tauxIncapacitePermanente' => 4.5, 'renteIncapacitePermanente' => true];
        $answer = $this->catalogue->fundingText($text);
        self::assertSame(json_decode($answer, true), $this->catalogue->funding($request));
        self::assertSame($answer, $this->catalogue->answerLine("{\"operation\":\"funding\",\"request\":{$text}}"));
    }

    public function testACatalogueReadFromItsOwnTextAnswersTheSame(): void
    {
        $text = $this->catalogue->documentText();
        $read = Catalogue::parse($text);
        self::assertSame($text, $read->documentText());
        $request = '{"on":"2026-12-01","variant":"horizon","client":"affiliee"}';
        self::assertSame($this->catalogue->simulateText($request), $read->simulateText($request));
    }
}
