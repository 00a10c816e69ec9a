<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/**
 * JSON text to arrays. For arrays to text see JsonWriter.
 *
 * @internal
 */
final class Json
{
    /** Deeper than any document of the contract. */
    private const MAX_DEPTH = 128;

    /** @return array<string, mixed> */
    public static function decode(string $document): array
    {
        return json_decode($document, true, self::MAX_DEPTH, JSON_THROW_ON_ERROR);
    }

    /**
     * The text of a request.
     *
     * @param array<array-key, mixed> $request
     *
     * @throws BilanException `invalidUtf8` or `invalidJson` for what JSON cannot say
     */
    public static function encode(array $request): string
    {
        return (new JsonWriter())->text($request);
    }
}
