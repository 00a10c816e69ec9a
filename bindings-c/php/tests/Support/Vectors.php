<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

use BilanProfessionnel\Json;

/** The vectors that every host runs: tests/conformance. */
final class Vectors
{
    public const FOLDER = __DIR__ . '/../../../../tests';

    /**
     * Those that are an operation and its request, lists apart, each with the answer expected and the text of the
     * catalogue, if it is not the embedded one.
     *
     * @return iterable<string, array{string, array<string, mixed>|\stdClass|scalar|null, string, ?string}>
     */
    public static function all(): iterable
    {
        $files = glob(self::FOLDER . '/conformance/vectors/*.json') ?: [];
        sort($files); // glob's order is that of the locale
        foreach ($files as $file) {
            $subject = basename($file, '.json');
            $answers = file(self::FOLDER . "/conformance/expected/{$subject}.jsonl", FILE_IGNORE_NEW_LINES) ?: [];
            $cases = json_decode((string) file_get_contents($file), false, 512, JSON_THROW_ON_ERROR);
            foreach ($cases as $place => $case) {
                if (isset($case->operation) && !is_array($case->request)) {
                    $request = self::asArrays($case->request);
                    $arguments = [$case->operation, $request, $answers[$place] ?? '', self::catalogueOf($case)];
                    yield "{$subject}: {$case->name}" => $arguments;
                }
            }
        }
    }

    /** Objects as arrays, but where they are empty: an empty PHP array may be a list as well. */
    private static function asArrays(mixed $value): mixed
    {
        if (!is_array($value) && !$value instanceof \stdClass || $value == new \stdClass()) {
            return $value;
        }
        return array_map(self::asArrays(...), (array) $value);
    }

    /** The document of the catalogue of a case, with its changes, which are values by JSON pointer. */
    private static function catalogueOf(\stdClass $case): ?string
    {
        if (!isset($case->catalogue)) {
            return null;
        }
        $text = (string) file_get_contents(self::FOLDER . '/catalogues/' . $case->catalogue);
        if (!isset($case->change)) {
            return $text;
        }
        $document = json_decode($text, false, 512, JSON_THROW_ON_ERROR);
        foreach ((array) $case->change as $pointer => $value) {
            $place = &$document;
            foreach (explode('/', substr($pointer, 1)) as $step) {
                if (is_array($place)) {
                    $place = &$place[(int) $step];
                } else {
                    $place = &$place->{$step};
                }
            }
            $place = $value;
            unset($place);
        }
        return Json::encode((array) $document);
    }
}
