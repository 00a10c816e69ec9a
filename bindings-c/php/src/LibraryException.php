<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/**
 * The library cannot be used: not found, of another ABI, or FFI is not allowed here. A matter of installation, never
 * of a request; the message says what to do.
 */
final class LibraryException extends \RuntimeException
{
}
