<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** The hostile texts of tests/conformance, as every host reads them. */
final class HostileTexts
{
    /**
     * Every text with its bytes, what the check of a catalogue says of it, and how a path names a member of that name. Half
     * a character has the bytes that some programs write for it, which are no UTF-8.
     *
     * @return iterable<string, array{string, string, string}>
     */
    public static function all(): iterable
    {
        // Read as text first: halves of characters stand as numbers in the table.
        foreach (self::table()['texts'] as $entry) {
            $text = isset($entry['units'])
                ? implode('', array_map(self::unit(...), $entry['units']))
                : str_repeat($entry['text'], $entry['times'] ?? 1);
            yield $entry['name'] => [$text, $entry['label'], $entry['path'] ?? $text];
        }
    }

    /** @return list<array{operation: string, request: array<string, mixed>, code: string, path: string}> */
    public static function places(): array
    {
        return self::table()['places'];
    }

    /** A request with a text in the place that is marked « § ». */
    public static function in(mixed $request, string $text): mixed
    {
        if (!is_array($request)) {
            return $request === '§' ? $text : $request;
        }
        $written = [];
        foreach ($request as $key => $member) {
            $written[$key === '§' ? $text : $key] = self::in($member, $text);
        }
        return $written;
    }

    /** A unit of UTF-16 alone, as three bytes or one. */
    private static function unit(int $unit): string
    {
        return $unit < 0x80
            ? chr($unit)
            : chr(0xE0 | $unit >> 12) . chr(0x80 | $unit >> 6 & 0x3F) . chr(0x80 | $unit & 0x3F);
    }

    /** @return array<string, mixed> */
    private static function table(): array
    {
        $text = (string) file_get_contents(Vectors::FOLDER . '/conformance/hostile-texts.json');
        return json_decode($text, true, 512, JSON_THROW_ON_ERROR);
    }
}
