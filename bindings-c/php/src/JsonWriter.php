<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/**
 * Writes the text of a request: the same bytes whatever php.ini and the locale say.
 *
 * It stops as soon as the text is larger or more deeply nested than the library reads, so that arrays which hold
 * themselves, or each other many times over, cost no more than any other request; the library then refuses what is
 * written.
 *
 * @internal
 */
final class JsonWriter
{
    /** Bytes of the largest request. */
    private const MAX_BYTES = 1 << 20;

    /** Levels of the most deeply nested request. */
    private const MAX_DEPTH = 32;

    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

    private string $text = '';

    /**
     * @param array<array-key, mixed> $request
     *
     * @throws BilanException `invalidUtf8` or `invalidJson` for what JSON cannot say
     */
    public function text(array $request): string
    {
        $this->text = '';
        $this->write($request, true, 1);
        return $this->text;
    }

    private function write(mixed $value, bool $isObject, int $depth): void
    {
        if ($value instanceof \BackedEnum) {
            $value = $value->value;
        }
        match (true) {
            $value === null => $this->text .= 'null',
            $value === true => $this->text .= 'true',
            $value === false => $this->text .= 'false',
            is_int($value) => $this->text .= $value,
            is_float($value) => $this->text .= self::number($value),
            is_string($value) => $this->writeString($value),
            is_array($value) => $this->writeArray($value, $isObject, $depth),
            $value instanceof \stdClass => $this->writeObject(get_object_vars($value), $depth),
            default => throw self::unwritable(),
        };
    }

    /** The shortest of its texts with 15 to 17 digits that reads back as the same number. */
    private static function number(float $number): string
    {
        if (!is_finite($number)) {
            throw self::unwritable();
        }
        for ($digits = 15; $digits < 17; $digits++) {
            $text = sprintf("%.{$digits}H", $number);
            if ((float) $text === $number) {
                return $text;
            }
        }
        return sprintf('%.17H', $number);
    }

    private function writeString(string $string): void
    {
        if (strlen($string) > self::MAX_BYTES) {
            $this->text = str_pad($this->text, self::MAX_BYTES + 1);
            return;
        }
        try {
            $this->text .= json_encode($string, self::FLAGS);
        } catch (\JsonException $exception) {
            throw BilanException::of('invalidUtf8', '', 'Un texte de la demande n’est pas en UTF-8.', $exception);
        }
    }

    /**
     * An empty array is what is expected in its place. Others are lists where their keys are integers in increasing
     * order, with or without gaps, as array_filter() leaves them; where an object is expected, without gaps only.
     *
     * @param array<array-key, mixed> $array
     */
    private function writeArray(array $array, bool $isObject, int $depth): void
    {
        $isList = $isObject ? $array !== [] && array_is_list($array) : self::isInOrder($array);
        $isList ? $this->writeList($array, $depth) : $this->writeObject($array, $depth);
    }

    /** @param array<array-key, mixed> $array */
    private static function isInOrder(array $array): bool
    {
        $last = -1;
        foreach ($array as $key => $_) {
            if (!is_int($key) || $key <= $last) {
                return false;
            }
            $last = $key;
        }
        return true;
    }

    /** @param array<array-key, mixed> $members */
    private function writeList(array $members, int $depth): void
    {
        $this->text .= '[';
        $separator = '';
        foreach ($members as $member) {
            if ($this->isRefused($depth)) {
                return;
            }
            $this->text .= $separator;
            $this->write($member, false, $depth + 1);
            $separator = ',';
        }
        $this->text .= ']';
    }

    /** @param array<array-key, mixed> $members */
    private function writeObject(array $members, int $depth): void
    {
        $this->text .= '{';
        $separator = '';
        foreach ($members as $key => $member) {
            if ($this->isRefused($depth)) {
                return;
            }
            $this->text .= $separator;
            $this->writeString((string) $key);
            $this->text .= ':';
            $this->write($member, isset(Contract::OBJECTS[$key]), $depth + 1);
            $separator = ',';
        }
        $this->text .= '}';
    }

    /** Whether the library refuses what is written already, so that the rest can be left out. */
    private function isRefused(int $depth): bool
    {
        return $depth > self::MAX_DEPTH || strlen($this->text) > self::MAX_BYTES;
    }

    private static function unwritable(): BilanException
    {
        $message = 'La demande ne peut pas s’écrire en JSON : il faut des tableaux, des textes, des nombres finis, '
            . 'vrai, faux ou null.';
        return BilanException::of('invalidJson', '', $message);
    }
}
