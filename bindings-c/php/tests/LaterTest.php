<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\ErrorCode;
use BilanProfessionnel\Fact;
use BilanProfessionnel\Json;
use BilanProfessionnel\Outcome;
use BilanProfessionnel\Situation;
use BilanProfessionnel\SituationStatus;
use PHPUnit\Framework\TestCase;

/** What a later library adds is handed on as it is written; `tryFrom` of an enumeration tells that it is not known. */
final class LaterTest extends TestCase
{
    /** @return iterable<string, array{class-string<\BackedEnum>}> */
    public static function enumerations(): iterable
    {
        foreach ([Fact::class, Situation::class, Outcome::class, SituationStatus::class, ErrorCode::class] as $enumeration) {
            yield $enumeration => [$enumeration];
        }
    }

    /**
     * @dataProvider enumerations
     *
     * @param class-string<\BackedEnum> $enumeration
     */
    public function testACodeThatIsAddedIsNoneOfThoseKnownAndEveryKnownOneIsItself(string $enumeration): void
    {
        self::assertNull($enumeration::tryFrom('codeNouveau'));
        foreach ($enumeration::cases() as $case) {
            self::assertSame($case, $enumeration::tryFrom($case->value));
            self::assertSame(ucfirst($case->value), $case->name);
        }
    }

    public function testAResultWithAnAddedFactSituationOutcomeStatusWarningAndMemberIsReadWhole(): void
    {
        $report = [
            'code' => 'situationNouvelle', 'group' => 'groupeNouveau', 'status' => 'statutNouveau',
            'missing' => ['faitNouveau', 'rqth'], 'membreNouveau' => [1],
        ];
        $document = [
            'outcome' => 'issueNouvelle', 'situations' => [$report], 'nextQuestion' => 'faitNouveau',
            'warnings' => [['code' => 'avertissementNouveau', 'message' => 'Nouveau.']], 'membreNouveau' => ['a' => null],
        ];
        $read = Json::decode((string) json_encode($document));
        self::assertSame($document, $read);
        $known = array_map(Fact::tryFrom(...), $read['situations'][0]['missing']);
        self::assertSame([null, Fact::Rqth], $known);
    }

    public function testAnErrorWithAnAddedCodeAndDetailIsAnExceptionLikeAnyOther(): void
    {
        $body = ['code' => 'erreurNouvelle', 'path' => 'hours', 'message' => 'Nouveau.', 'details' => ['seuil' => 2.5]];
        $exception = BilanException::fromDocument((string) json_encode(['error' => $body]));
        self::assertSame('erreurNouvelle', $exception->getErrorCode());
        self::assertSame(['seuil' => 2.5], $exception->getDetails());
        self::assertNull(ErrorCode::tryFrom($exception->getErrorCode()));
    }
}
