<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use PHPUnit\Framework\TestCase;

/** Whatever comes in: an exception with the right code, never a crash, never half an answer. */
final class HostileInputTest extends TestCase
{
    private const TEXT_OPERATIONS = [
        'documentText', 'recommendText', 'fundingText', 'planText', 'quoteText', 'scheduleText', 'settleText',
        'simulateText', 'replayText',
    ];

    /** @return iterable<string, array{string, string}> */
    public static function texts(): iterable
    {
        yield 'nothing' => ['', 'invalidJson'];
        yield 'half a document' => ['{"on":"2026-12-01"', 'invalidJson'];
        yield 'two documents' => ['{}{}', 'invalidJson'];
        yield 'bytes that are not UTF-8' => ["{\"on\":\"\xff\"}", 'invalidUtf8'];
        yield 'UTF-8 cut in a character' => ["{\"on\":\"\xc3", 'invalidUtf8'];
        yield 'an over-long form of UTF-8' => ["{\"on\":\"\xc0\xaf\"}", 'invalidUtf8'];
        yield 'UTF-16' => [mb_convert_encoding('{"on":"é"}', 'UTF-16LE', 'UTF-8'), 'invalidUtf8|invalidJson'];
        yield 'a byte order mark' => ["\u{FEFF}{}", 'invalidJson'];
        yield 'a NUL after the document' => ["{}\0", 'invalidJson'];
        yield 'a NUL inside the document' => ["{\"on\":\"2026-12-01\0\"}", 'invalidJson'];
        yield 'a lone surrogate escape' => ['{"on":"\ud800"}', 'invalidJson'];
        yield 'a lone low surrogate escape' => ['{"on":"\udc00"}', 'invalidJson'];
        yield 'surrogate escapes in the wrong order' => ['{"on":"\ude00\ud83d"}', 'invalidJson'];
        yield '100,000 lists inside each other' => [str_repeat('[', 100_000), 'invalidJson'];
        yield '100,000 objects inside each other' => [str_repeat('{"a":', 100_000), 'invalidJson'];
        yield '50 MB of text' => ['{"on":"' . str_repeat('a', 50_000_000) . '"}', 'tooLarge'];
        yield 'one byte over the limit' => [str_pad('{}', (1 << 20) + 1), 'tooLarge'];
        yield 'a key that stands twice' => ['{"on":"2026-12-01","on":"2026-12-01"}', 'duplicateField|unknownField'];
        yield 'a key of nobody' => ['{"__proto__":1}', 'unknownField|missingField'];
        yield 'a list' => ['[]', 'wrongType'];
        yield 'a text' => ['"{}"', 'wrongType'];
        yield 'null' => ['null', 'wrongType'];
        yield 'a number too large for a number' => ['{"hours":1e999}', 'invalidJson'];
        yield 'not a number' => ['{"hours":NaN}', 'invalidJson'];
    }

    /** @dataProvider texts */
    public function testEveryOperationRefusesAHostileText(string $text, string $codes): void
    {
        $catalogue = Catalogue::default();
        foreach (self::TEXT_OPERATIONS as $operation) {
            $found = self::codeOf(static fn () => $catalogue->{$operation}($text));
            self::assertContains($found, explode('|', $codes), $operation);
        }
        self::assertContains(self::codeOf(static fn () => Catalogue::parse($text)), explode('|', $codes));
        self::assertStringStartsWith('{"error":{"code":', $catalogue->answerLine($text));
    }

    /** @return iterable<string, array{string, string}> hours of a plan, and the code that refuses them */
    public static function hours(): iterable
    {
        yield 'huge' => ['1e300', 'budgetInfeasible'];
        yield 'tiny' => ['1e-308', 'hoursGranularity'];
        yield 'negative' => ['-18', 'budgetInfeasible'];
        yield 'beyond 64 bits' => ['123456789012345678901234567890', 'budgetInfeasible'];
        yield 'off the grid' => ['18.25', 'hoursGranularity'];
        yield 'as a text' => ['"18"', 'wrongType'];
        yield 'as a list' => ['[18]', 'wrongType'];
        yield 'true' => ['true', 'wrongType'];
    }

    /** @dataProvider hours */
    public function testHugeTinyAndMistypedHoursAreRefused(string $hours, string $code): void
    {
        $text = "{\"variant\":\"evolution\",\"hours\":{$hours}}";
        self::assertSame($code, self::codeOf(static fn () => Catalogue::default()->planText($text)));
        if ($hours !== '123456789012345678901234567890') {
            $plan = json_decode($text, true);
            self::assertSame($code, self::codeOf(static fn () => Catalogue::default()->plan($plan)));
        }
    }

    public function testNullIsNoText(): void
    {
        foreach ([...self::TEXT_OPERATIONS, 'answerLine'] as $operation) {
            try {
                (new \ReflectionMethod(Catalogue::class, $operation))->invoke(Catalogue::default(), null);
                self::fail("{$operation}: answered");
            } catch (\TypeError $error) {
                self::assertStringContainsString('null given', $error->getMessage());
            }
        }
    }

    /** @return iterable<string, array{array<string, mixed>, string, string}> */
    public static function arrays(): iterable
    {
        $on = ['on' => '2026-12-01'];
        yield 'bytes that are not UTF-8' => [['on' => "\xff"], 'invalidUtf8', ''];
        yield 'a key that is not UTF-8' => [$on + ["\xff" => 1], 'invalidUtf8', ''];
        yield 'a NUL in a key' => [$on + ["facts\0" => []], 'unknownField', 'facts\u{0}'];
        yield 'infinity' => [$on + ['facts' => ['tauxIncapacitePermanente' => INF]], 'invalidJson', ''];
        yield 'not a number' => [$on + ['facts' => ['tauxIncapacitePermanente' => NAN]], 'invalidJson', ''];
        yield 'a huge number' => [
            $on + ['facts' => ['tauxIncapacitePermanente' => PHP_FLOAT_MAX]], 'outOfRange',
            'facts.tauxIncapacitePermanente',
        ];
        yield 'the smallest number below zero' => [
            $on + ['facts' => ['tauxIncapacitePermanente' => -PHP_FLOAT_MIN]], 'outOfRange',
            'facts.tauxIncapacitePermanente',
        ];
        yield 'the largest integer' => [
            $on + ['facts' => ['tauxIncapacitePermanente' => PHP_INT_MAX]], 'outOfRange',
            'facts.tauxIncapacitePermanente',
        ];
        yield 'a file' => [$on + ['facts' => STDERR], 'invalidJson', ''];
        yield 'a function' => [$on + ['facts' => static fn () => 1], 'invalidJson', ''];
        yield 'a date object' => [['on' => new \DateTimeImmutable('2026-12-01')], 'invalidJson', ''];
        yield 'a text of 50 MB' => [['on' => str_repeat('1', 50_000_000)], 'tooLarge', ''];
        yield 'numbers as keys' => [[1 => '2026-12-01'], 'unknownField', '1'];
        yield 'a list' => [['2026-12-01'], 'wrongType', ''];
    }

    /**
     * @dataProvider arrays
     *
     * @param array<string, mixed> $request
     */
    public function testAnArrayThatJsonCannotSayIsRefused(array $request, string $code, string $path): void
    {
        try {
            Catalogue::default()->funding($request);
            self::fail('answered');
        } catch (BilanException $exception) {
            self::assertSame($code, $exception->getErrorCode(), $exception->getMessage());
            self::assertSame($path, $exception->getPath());
            self::assertJson($exception->getDocument());
        }
    }

    public function testArraysInsideEachOtherAreRefused(): void
    {
        $deep = ['facts' => []];
        for ($i = 0; $i < 100_000; $i++) {
            $deep = ['facts' => $i % 2 === 0 ? $deep : (object) $deep];
        }
        self::assertSame('invalidJson', self::codeOf(static fn () => Catalogue::default()->funding($deep)));
    }

    public function testArraysThatShareOthersAreRefusedBeforeTheyGrow(): void
    {
        $lists = ['x'];
        $objects = ['x' => 1];
        for ($i = 0; $i < 24; $i++) {
            $lists = [$lists, $lists, $lists, $lists];
            $objects = ['a' => $objects, 'b' => $objects, 'c' => (object) $objects];
        }
        foreach ([['needs' => $lists], ['needs' => $objects], ['needs' => array_fill(0, 3_000_000, null)]] as $request) {
            $before = memory_get_peak_usage();
            self::assertSame('tooLarge', self::codeOf(static fn () => Catalogue::default()->recommend($request)));
            self::assertLessThan(16 << 20, memory_get_peak_usage() - $before);
        }
    }

    /** @return iterable<string, array{int}> */
    public static function depths(): iterable
    {
        foreach ([31, 32, 33, 34, 60] as $depth) {
            yield "{$depth} levels" => [$depth];
        }
    }

    /** @dataProvider depths */
    public function testDepthIsRefusedAsInTheTextOfTheSameRequest(int $depth): void
    {
        $lists = [];
        for ($i = 2; $i < $depth; $i++) {
            $lists = [$lists];
        }
        $text = str_repeat('[', $depth - 1) . str_repeat(']', $depth - 1);
        $arrays = static fn () => Catalogue::default()->recommend(['needs' => $lists]);
        $written = static fn () => Catalogue::default()->recommendText("{\"needs\":{$text}}");
        self::assertSame($depth > 32 ? 'invalidJson' : 'wrongType', self::codeOf($arrays));
        self::assertSame(self::codeOf($written), self::codeOf($arrays));
    }

    public function testAnArrayInsideItselfIsRefused(): void
    {
        $round = ['on' => '2026-12-01'];
        $round['facts'] = &$round;
        self::assertSame('invalidJson', self::codeOf(static fn () => Catalogue::default()->funding($round)));
        $round['facts'] = null;
    }

    public function testTheLibraryStillAnswersAfterEveryRefusal(): void
    {
        $catalogue = Catalogue::default();
        foreach (self::texts() as [$text]) {
            self::codeOf(static fn () => $catalogue->fundingText($text));
            $assessment = $catalogue->funding(['on' => '2026-12-01', 'facts' => ['ati' => true]]);
            self::assertSame('possible', $assessment['outcome']);
        }
    }

    private static function codeOf(callable $call): string
    {
        try {
            $call();
            return 'answered';
        } catch (BilanException $exception) {
            return $exception->getErrorCode();
        }
    }
}
