<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use PHPUnit\Framework\TestCase;

/** Each error has its stable code and its path. */
final class ErrorsTest extends TestCase
{
    /** @return iterable<string, array{string, array<string, mixed>, string, string}> */
    public static function requestsThatCannotBeAnswered(): iterable
    {
        $plan = ['variant' => 'evolution'];
        $exchanges = ['plan' => $plan, 'exchangesOn' => '2026-12-01'];
        $on = ['on' => '2026-12-01'];
        yield 'no need' => ['recommend', ['needs' => []], 'noNeeds', 'needs'];
        yield 'a need that does not exist' => ['recommend', ['needs' => ['dormir']], 'unknownCode', 'needs[0]'];
        yield 'the same need twice' => [
            'recommend', ['needs' => ['transmettre', 'transmettre']], 'duplicateCode', 'needs[1]',
        ];
        yield 'no date' => ['funding', [], 'missingField', 'on'];
        yield 'a date in the French manner' => ['funding', ['on' => '01/12/2026'], 'wrongType', 'on'];
        yield 'a fact that does not exist' => [
            'funding', $on + ['facts' => ['gaucher' => true]], 'unknownField', 'facts.gaucher',
        ];
        yield 'a fact as a word' => ['funding', $on + ['facts' => ['rqth' => 'oui']], 'wrongType', 'facts.rqth'];
        yield 'facts as a list' => ['funding', $on + ['facts' => ['rqth']], 'wrongType', 'facts'];
        yield 'a status that does not exist' => [
            'funding', $on + ['facts' => ['statut' => 'stagiaire']], 'unknownCode', 'facts.statut',
        ];
        yield 'a rate over 100' => [
            'funding', $on + ['facts' => ['tauxIncapacitePermanente' => 100.5]], 'outOfRange',
            'facts.tauxIncapacitePermanente',
        ];
        yield 'an end before the assessment' => ['funding', $on + ['until' => '2026-11-30'], 'outOfRange', 'until'];
        yield 'a proof of the status' => [
            'funding', $on + ['validUntil' => ['statut' => '2027-01-01']], 'unknownField', 'validUntil.statut',
        ];
        yield 'a variant that does not exist' => ['plan', ['variant' => 'repos'], 'unknownVariant', 'variant'];
        yield 'a step that does not exist' => [
            'plan', $plan + ['fixed' => ['sieste' => 1]], 'unknownStep', 'fixed.sieste',
        ];
        yield 'développement without kickoff' => [
            'plan', ['variant' => 'developpement', 'kickoffMeeting' => false], 'kickoffRequired', 'kickoffMeeting',
        ];
        yield 'a quarter of an hour' => ['plan', $plan + ['hours' => 18.25], 'hoursGranularity', 'hours'];
        yield 'a step of 41 hours' => [
            'plan', $plan + ['fixed' => ['synthese' => 41]], 'hoursOutOfRange', 'fixed.synthese',
        ];
        yield 'a budget out of reach' => ['plan', $plan + ['hours' => 31], 'budgetInfeasible', 'hours'];
        yield 'a quote for nobody' => ['quote', $plan, 'missingField', 'client'];
        yield 'a client of no kind' => ['quote', $plan + ['client' => 'amie'], 'unknownCode', 'client'];
        yield 'a closure that ends before it begins' => [
            'schedule', $exchanges + ['closures' => [['from' => '2027-02-02', 'to' => '2027-02-01']]], 'outOfRange',
            'closures[0].to',
        ];
        yield 'closed for ever' => [
            'schedule', $exchanges + ['closures' => [['from' => '2026-01-01', 'to' => '2036-01-01']]], 'noOpenDay',
            'closures',
        ];
        yield 'the error of a plan inside a calendar' => [
            'schedule', ['plan' => ['variant' => 'repos']] + $exchanges, 'unknownVariant', 'plan.variant',
        ];
        yield 'a session of 25 hours' => [
            'settle', ['plan' => $plan, 'attended' => [['date' => '2027-01-12', 'hours' => 25]]], 'hoursOutOfRange',
            'attended[0].hours',
        ];
        yield 'a case without variant or needs' => ['simulate', $on, 'missingField', 'variant'];
        yield 'a replay without record' => ['replay', ['case' => $on + $plan], 'missingField', 'record'];
    }

    /**
     * @dataProvider requestsThatCannotBeAnswered
     *
     * @param array<string, mixed> $request
     */
    public function testTheErrorSaysWhatAndWhere(string $operation, array $request, string $code, string $path): void
    {
        try {
            Catalogue::default()->{$operation}($request);
            self::fail('answered');
        } catch (BilanException $exception) {
            self::assertSame($code, $exception->getErrorCode(), $exception->getMessage());
            self::assertSame($path, $exception->getPath());
            self::assertStringEndsWith('.', $exception->getMessage());
            $document = json_decode($exception->getDocument(), true)['error'];
            self::assertSame([$code, $path, $exception->getMessage()], [
                $document['code'], $document['path'], $document['message'],
            ]);
        }
    }

    public function testABudgetOutOfReachSaysWhatIsPossible(): void
    {
        try {
            Catalogue::default()->plan(['variant' => 'evolution', 'kickoffMeeting' => false, 'hours' => 30]);
            self::fail('answered');
        } catch (BilanException $exception) {
            self::assertSame(['min' => 17, 'max' => 29], $exception->getDetails());
        }
    }

    public function testAWrongCatalogueIsRefusedAtTheMemberAtFault(): void
    {
        $text = Catalogue::default()->documentText();
        foreach (
            [
                'invertedRange' => ['"hours":{"min":1,"max":2}', '"hours":{"min":3,"max":2}'],
                'totalOutOfReach' => ['"statedHours":18', '"statedHours":99'],
                'duplicateCode' => ['"code":"identifierRessources"', '"code":"faireLePoint"'],
                'unknownField' => ['"edition":', '"millesime":'],
            ] as $code => [$right, $wrong]
        ) {
            try {
                Catalogue::parse(str_replace($right, $wrong, $text));
                self::fail("{$code}: accepted");
            } catch (BilanException $exception) {
                self::assertSame($code, $exception->getErrorCode());
                self::assertNotSame('', $exception->getPath());
            }
        }
    }

    public function testACheckTellsEveryFaultOfACatalogueWithItsPlace(): void
    {
        $text = Catalogue::default()->documentText();
        $sound = Catalogue::check($text);
        self::assertSame([[], 'cdg29', 5], [$sound['faults'], $sound['summary']['id'], $sound['summary']['variants']]);
        $wrong = str_replace(['"edition":"2026-11"', '"statedHours":18'], ['"edition":""', '"statedHours":99'], $text);
        $report = Catalogue::check($wrong);
        self::assertNull($report['summary']);
        self::assertGreaterThan(2, count($report['faults']));
        $first = $report['faults'][0];
        self::assertSame(['edition', 1], [$first['path'], $first['line']]);
        self::assertSame(strpos($wrong, '""') + 1, $first['column']);
        self::assertSame('invalidJson', Catalogue::check('{')['faults'][0]['code']);
    }
}
