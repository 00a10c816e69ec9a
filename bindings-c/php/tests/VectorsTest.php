<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Json;
use BilanProfessionnel\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

/** The vectors of every host, through arrays: the same answers. Their bytes are compared by tests/conformance/run.mjs. */
final class VectorsTest extends TestCase
{
    /** @return iterable<string, array{string, array<string, mixed>|\stdClass|scalar|null, string, ?string}> */
    public static function vectors(): iterable
    {
        return Vectors::all();
    }

    /**
     * @dataProvider vectors
     *
     * @param array<string, mixed>|\stdClass|scalar|null $request
     */
    public function testArraysAnswerAsTheVectorsSay(
        string $operation,
        mixed $request,
        string $expected,
        ?string $document,
    ): void {
        try {
            $catalogue = $document === null ? Catalogue::default() : Catalogue::parse($document);
        } catch (BilanException $exception) {
            self::assertSame($expected, $exception->getDocument());
            return;
        }
        $request = $request instanceof \stdClass ? (array) $request : $request;
        if (!is_array($request) || !method_exists($catalogue, $operation) && $operation !== 'catalogue') {
            $line = Json::encode(['operation' => $operation, 'request' => $request]);
            self::assertSame($expected, $catalogue->answerLine($line));
            return;
        }
        try {
            $answer = match ($operation) {
                'catalogue' => json_decode($catalogue->documentText(json_encode((object) $request)), true),
                default => $catalogue->{$operation}($request),
            };
        } catch (BilanException $exception) {
            self::assertSame($expected, $exception->getDocument());
            return;
        }
        self::assertSame(json_decode($expected, true, 512, JSON_THROW_ON_ERROR), $answer);
    }
}
