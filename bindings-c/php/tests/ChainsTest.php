<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Catalogue;
use PHPUnit\Framework\TestCase;

/** What one operation says, the next accepts and agrees with, as arrays and without a change. */
final class ChainsTest extends TestCase
{
    private const CALENDAR = ['exchangesOn' => '2026-12-01', 'weekday' => 'tuesday'];

    private Catalogue $catalogue;

    protected function setUp(): void
    {
        $this->catalogue = Catalogue::default();
    }

    /** @return iterable<string, array{array<string, mixed>}> plans of every variant */
    public static function plans(): iterable
    {
        foreach (['evolution', 'prevention', 'reorientation', 'developpement', 'horizon'] as $variant) {
            yield $variant => [['variant' => $variant]];
        }
        yield 'of twenty hours, without a kickoff' => [
            ['variant' => 'evolution', 'hours' => 20, 'kickoffMeeting' => false],
        ];
        yield 'with hours that a counsellor fixed' => [
            ['variant' => 'horizon', 'fixed' => ['analyseDemande' => 1.5, 'recherches' => 0]],
        ];
    }

    /**
     * @dataProvider plans
     *
     * @param array{variant: string, hours?: float|int, kickoffMeeting?: bool, fixed?: array<string, float|int>} $request
     */
    public function testWhoAttendsEverySessionHasMissedNothing(array $request): void
    {
        $plan = $this->catalogue->plan($request);
        $schedule = $this->catalogue->schedule(['plan' => $request] + self::CALENDAR);
        $kickoff = array_values(array_filter($plan['steps'], static fn (array $step) => $step['kickoff'] !== null));
        $held = array_map(
            static fn (array $step) => ['date' => '2026-12-01', 'hours' => $step['hours'], 'step' => $step['code']],
            $kickoff,
        );
        $attendance = $this->catalogue->settle([
            'plan' => $request,
            'attended' => [...$held, ...$schedule['sessions']],
            'autonomousHours' => array_sum(array_column($schedule['autonomous'], 'hours')),
        ])['attendance'];
        self::assertTrue($attendance['complete']);
        self::assertSame($plan['totals']['accompanied'], $attendance['accompanied']['planned']);
        self::assertSame($attendance['accompanied']['planned'], $attendance['accompanied']['done']);
        self::assertEquals($plan['totals']['autonomous'], $attendance['autonomous']['done']);
        self::assertSame($schedule['endsOn'], $attendance['lastOn']);

        $missed = ['plan' => $request, 'attended' => [...$held, ...array_slice($schedule['sessions'], 1)]];
        self::assertFalse($this->catalogue->settle($missed)['attendance']['complete']);
    }

    /**
     * @dataProvider plans
     *
     * @param array{variant: string, hours?: float|int, kickoffMeeting?: bool, fixed?: array<string, float|int>} $request
     */
    public function testThePriceIsThatOfThePlan(array $request): void
    {
        $plan = $this->catalogue->plan($request);
        $fixed = array_column($plan['steps'], 'hours', 'code');
        $asked = ['client' => 'affiliee', 'on' => '2026-12-01'];
        $quote = $this->catalogue->quote($asked + ['plan' => $request]);
        self::assertSame([$plan['variant'], $plan['hours']], [$quote['variant'], $quote['hours']]);
        // The steps that the plan has, each with its hours, are that plan.
        $written = [
            'variant' => $plan['variant'],
            'hours' => $plan['hours'],
            'kickoffMeeting' => $plan['kickoffMeeting'],
            'fixed' => $fixed + ($request['fixed'] ?? []),
        ];
        self::assertSame($quote, $this->catalogue->quote($asked + ['plan' => $written]));
    }

    /**
     * @dataProvider plans
     *
     * @param array{variant: string, hours?: float|int, kickoffMeeting?: bool, fixed?: array<string, float|int>} $request
     */
    public function testADossierIsItsParts(array $request): void
    {
        $facts = ['rqth' => true, 'tauxIncapacitePermanente' => 12.5];
        $needs = ['faireLePoint', 'explorerPistes'];
        $on = '2026-11-23';
        $case = ['on' => $on, 'needs' => $needs, 'client' => 'affiliee', 'facts' => $facts, 'calendar' => self::CALENDAR];
        $dossier = $this->catalogue->simulate($case + $request);
        $schedule = $this->catalogue->schedule(['plan' => $request] + self::CALENDAR);
        $parts = [
            'recommendation' => $this->catalogue->recommend(['needs' => $needs, 'facts' => $facts, 'on' => $on]),
            'funding' => $this->catalogue->funding(['on' => $on, 'facts' => $facts, 'until' => $schedule['endsOn']]),
            'plan' => $this->catalogue->plan($request),
            'quote' => $this->catalogue->quote(['plan' => $request, 'client' => 'affiliee', 'on' => $on]),
            'schedule' => $schedule,
        ];
        foreach ($parts as $name => $part) {
            self::assertSame($part, $dossier[$name] ?? null, $name);
        }
        self::assertTrue($this->catalogue->replay(['case' => $case + $request, 'record' => $dossier['record']])['holds']);
    }
}
