<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/**
 * Arrays to JSON text and back.
 *
 * @internal
 */
final class Json
{
    /** Deeper than any document of the contract. json_encode itself does not survive arrays nested without end. */
    private const MAX_DEPTH = 128;

    /**
     * @param array<array-key, mixed> $request
     *
     * @throws BilanException `invalidUtf8` or `invalidJson` for what JSON cannot say
     */
    public static function encode(array $request): string
    {
        try {
            return json_encode(
                self::prepared($request, true, self::MAX_DEPTH),
                JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES,
            );
        } catch (\JsonException $exception) {
            throw $exception->getCode() === JSON_ERROR_UTF8
                ? BilanException::of('invalidUtf8', '', 'Un texte de la demande n’est pas en UTF-8.', $exception)
                : self::unwritable($exception);
        }
    }

    /** @return array<string, mixed> */
    public static function decode(string $document): array
    {
        return json_decode($document, true, self::MAX_DEPTH, JSON_THROW_ON_ERROR);
    }

    /**
     * The same value with its empty objects as objects.
     *
     * @param array<array-key, mixed> $value
     *
     * @return array<array-key, mixed>|\stdClass
     */
    private static function prepared(array $value, bool $isObject, int $depth): array|\stdClass
    {
        if ($depth === 0) {
            throw self::unwritable();
        }
        if ($value === []) {
            return $isObject ? new \stdClass() : [];
        }
        foreach ($value as $key => $member) {
            if (is_array($member)) {
                $value[$key] = self::prepared($member, isset(Contract::OBJECTS[$key]), $depth - 1);
            } elseif ($member instanceof \stdClass) {
                $value[$key] = (object) self::prepared((array) $member, true, $depth - 1);
            } elseif (is_object($member) && !$member instanceof \BackedEnum) {
                throw self::unwritable();
            }
        }
        return $value;
    }

    private static function unwritable(?\JsonException $previous = null): BilanException
    {
        $message = 'La demande ne peut pas s’écrire en JSON : il faut des tableaux, des textes, des nombres finis, '
            . 'vrai, faux ou null, sans imbrication excessive.';
        return BilanException::of('invalidJson', '', $message, $previous);
    }
}
