<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/**
 * A request, or a catalogue, that cannot be answered: what is wrong, and where.
 *
 * `getMessage()` is one French sentence that says what is expected; `getErrorCode()` is the same in every host and
 * never changes. (`getCode()`, PHP's own, is a number and stays 0.)
 */
final class BilanException extends \RuntimeException
{
    /** @param array<string, int|float> $details */
    private function __construct(
        private readonly string $errorCode,
        private readonly string $path,
        string $message,
        private readonly array $details,
        private readonly string $document,
        ?\Throwable $previous = null,
    ) {
        parent::__construct($message, 0, $previous);
    }

    /** @internal The error of an error document of the library. */
    public static function fromDocument(string $document): self
    {
        ['error' => $error] = Json::decode($document);
        return new self($error['code'], $error['path'], $error['message'], $error['details'] ?? [], $document);
    }

    /** @internal An error found before the library was asked. */
    public static function of(string $code, string $path, string $message, ?\Throwable $previous = null): self
    {
        $body = ['code' => $code, 'path' => $path, 'message' => $message];
        $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;
        return new self($code, $path, $message, [], json_encode(['error' => $body], $flags), $previous);
    }

    /** The stable code: `budgetInfeasible`, `unknownField`… */
    public function getErrorCode(): string
    {
        return $this->errorCode;
    }

    /** The member at fault: `facts.rqth`, `closures[0].to`; empty for the whole document. */
    public function getPath(): string
    {
        return $this->path;
    }

    /**
     * What is possible, for the codes that say it: `['min' => 17, 'max' => 29]`.
     *
     * @return array<string, int|float>
     */
    public function getDetails(): array
    {
        return $this->details;
    }

    /** The error document, byte for byte as in every host. */
    public function getDocument(): string
    {
        return $this->document;
    }
}
