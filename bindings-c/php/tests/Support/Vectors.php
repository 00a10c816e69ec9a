<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** The vectors that every host runs: tests/conformance. */
final class Vectors
{
    public const FOLDER = __DIR__ . '/../../../../tests';

    /**
     * Those that are an operation and its request, lists apart, each with the answer expected.
     *
     * @return iterable<string, array{string, array<string, mixed>|scalar|null, string, ?string}>
     */
    public static function all(): iterable
    {
        $files = glob(self::FOLDER . '/conformance/vectors/*.json') ?: [];
        foreach ($files as $file) {
            $subject = basename($file, '.json');
            $answers = file(self::FOLDER . "/conformance/expected/{$subject}.jsonl", FILE_IGNORE_NEW_LINES) ?: [];
            $cases = json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
            // An empty PHP array is both an empty object and an empty list: what is a list shows in the text alone.
            $typed = json_decode((string) file_get_contents($file), false, 512, JSON_THROW_ON_ERROR);
            foreach ($cases as $place => $case) {
                if (isset($case['operation']) && !is_array($typed[$place]->request)) {
                    $answer = $answers[$place] ?? '';
                    $arguments = [$case['operation'], $case['request'], $answer, $case['catalogue'] ?? null];
                    yield "{$subject}: {$case['name']}" => $arguments;
                }
            }
        }
    }
}
