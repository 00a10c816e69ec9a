<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Contract;
use BilanProfessionnel\Json;
use BilanProfessionnel\Tests\Support\HostileTexts;
use BilanProfessionnel\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

/** The table of hostile texts, in arrays: refused with the contract's code and path, or handed on as they are. */
final class HostileTextsTest extends TestCase
{
    /** @return iterable<string, array{string, string, string}> */
    public static function texts(): iterable
    {
        return HostileTexts::all();
    }

    /** @dataProvider texts */
    public function testEveryPlaceOfARequestRefusesItWithItsCodeAndItsPath(string $text, string $label, string $shown): void
    {
        foreach (HostileTexts::places() as $place) {
            $request = HostileTexts::in($place['request'], $text);
            $method = Contract::OPERATIONS[$place['operation']];
            $expected = $label === 'invalidUtf8'
                ? ['invalidUtf8', '']
                : [$place['code'], str_replace('§', $shown, $place['path'])];
            // What reads a catalogue takes no request: its text does.
            $refusal = self::refusal(static fn () => $method === 'document'
                ? Catalogue::default()->documentText(Json::encode($request))
                : Catalogue::default()->{$method}($request));
            self::assertSame($expected, $refusal, $place['path']);
        }
    }

    /** @dataProvider texts */
    public function testACatalogueWithItIsRefusedAtItsPlaceOrHandsItOnAsItIs(string $text, string $label): void
    {
        $document = json_decode((string) file_get_contents(Vectors::FOLDER . '/catalogues/autre-centre.json'), true);
        $document['variants'][0]['purpose'] = $text;
        $parsed = static fn () => Catalogue::parse(Json::encode($document));
        if ($label === 'text') {
            self::assertSame($text, $parsed()->document()['variants'][0]['purpose']);
        } else {
            $place = $label === 'invalidUtf8' ? '' : 'variants[0].purpose';
            self::assertSame([$label, $place], self::refusal($parsed));
        }
    }

    /** @return array{string, string} the code and the path of what is thrown */
    private static function refusal(callable $call): array
    {
        try {
            $call();
            return ['answered', ''];
        } catch (BilanException $exception) {
            self::assertNotSame('', $exception->getMessage());
            self::assertJson($exception->getDocument());
            return [$exception->getErrorCode(), $exception->getPath()];
        }
    }
}
