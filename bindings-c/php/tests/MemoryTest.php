<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Fact;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Tests\Support\Memory;
use PHPUnit\Framework\TestCase;

/** Nothing that the library gives is kept: thousands of calls, over and over, in the memory of one round. */
final class MemoryTest extends TestCase
{
    /** What a round may leave to the allocators, in kilobytes. The smallest piece of memory takes 32 bytes. */
    private const SLACK = 512;

    /** So many smallest pieces take three times the slack. */
    private const TURNS = 50_000;

    public function testVerdictsLeaveNothing(): void
    {
        $known = Fact::word(Fact::Rqth, Fact::Statut);
        $growth = Memory::growth(static fn (int $i) => Funding::decide($known, $i), self::TURNS);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testTextCallsLeaveNothing(): void
    {
        $catalogue = Catalogue::default();
        $requests = [
            '{"on":"2026-12-01","facts":{"rqth":true}}',
            '{"on":"2026-12-01","facts":{"rqth":"oui"}}',
        ];
        $growth = Memory::growth(static function (int $i) use ($catalogue, $requests): void {
            try {
                $catalogue->fundingText($requests[$i % 10 === 0 ? 1 : 0]);
            } catch (BilanException) {
            }
        }, self::TURNS);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testArrayCallsLeaveNothing(): void
    {
        $catalogue = Catalogue::default();
        $request = ['variant' => 'evolution', 'client' => 'affiliee'];
        $growth = Memory::growth(static fn () => $catalogue->quote($request), self::TURNS);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testCataloguesMadeReadAndForgottenLeaveNothing(): void
    {
        $text = Catalogue::default()->documentText();
        $growth = Memory::growth(static function (int $i) use ($text): void {
            Catalogue::default();
            if ($i % 2000 === 0) {
                Catalogue::parse($text);
                try {
                    Catalogue::parse("{$text}!");
                } catch (BilanException) {
                }
            }
        }, self::TURNS);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testPackedVerdictsLeaveNothing(): void
    {
        $growth = Memory::growth(static function (int $i): void {
            Funding::decideWord($i, $i);
            Funding::decideOn('2026-12-01', $i, $i);
        }, self::TURNS);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testColumnsOfAMillionAgentsLeaveNothing(): void
    {
        $column = str_repeat(pack('L', Fact::Rqth->bit()), 1_000_000);
        $growth = Memory::growth(static fn () => Funding::decideColumns($column, $column), 20);
        self::assertLessThan(self::SLACK, $growth);
    }
}
