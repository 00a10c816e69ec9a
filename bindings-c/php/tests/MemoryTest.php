<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Fact;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Tests\Support\Memory;
use PHPUnit\Framework\TestCase;

/** Nothing that the library gives is kept: a million calls in the memory of one. */
final class MemoryTest extends TestCase
{
    /** What allocators keep for themselves, in kilobytes; a leak of one byte a call would be 977. */
    private const SLACK = 512;

    public function testAMillionVerdictsLeaveNothing(): void
    {
        $known = Fact::word(Fact::Rqth, Fact::Statut);
        $growth = Memory::growth(static fn (int $i) => Funding::decide($known, $i), 1_000_000);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testAMillionTextCallsLeaveNothing(): void
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
        }, 1_000_000);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testAHundredThousandArrayCallsLeaveNothing(): void
    {
        $catalogue = Catalogue::default();
        $request = ['variant' => 'evolution', 'client' => 'affiliee'];
        $growth = Memory::growth(static fn () => $catalogue->quote($request), 100_000);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testCataloguesMadeReadAndForgottenLeaveNothing(): void
    {
        $text = Catalogue::default()->documentText();
        $growth = Memory::growth(static function (int $i) use ($text): void {
            Catalogue::default();
            if ($i % 10 === 0) {
                Catalogue::parse($text);
                try {
                    Catalogue::parse("{$text}!");
                } catch (BilanException) {
                }
            }
        }, 20_000);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testAMillionPackedVerdictsLeaveNothing(): void
    {
        $decide = Funding::decider();
        $growth = Memory::growth(static fn (int $i) => $decide($i, $i) + Funding::decideWord($i, $i), 1_000_000);
        self::assertLessThan(self::SLACK, $growth);
    }

    public function testColumnsOfAMillionAgentsLeaveNothing(): void
    {
        $column = str_repeat(pack('L', Fact::Rqth->bit()), 1_000_000);
        $growth = Memory::growth(static fn () => Funding::decideColumns($column, $column), 100);
        self::assertLessThan(self::SLACK, $growth);
    }
}
