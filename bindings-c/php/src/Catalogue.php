<?php

declare(strict_types=1);

namespace BilanProfessionnel;

use FFI;
use FFI\CData;

/**
 * What a centre offers, and every operation on it. Never changes once made.
 *
 *     $catalogue = Catalogue::default();
 *     $assessment = $catalogue->funding(['on' => '2026-12-01', 'facts' => ['rqth' => true]]);
 *     echo $assessment['outcome'];   // possible
 *
 * Each operation takes and returns arrays, whose shapes Contract declares. Its twin `…Text` takes and returns the JSON
 * text itself, byte for byte as in every host. Both throw a BilanException for a request that cannot be answered.
 */
final class Catalogue
{
    use CatalogueOperations;

    private readonly FFI $ffi;

    /** The library's handle; null once destroyed. */
    private ?CData $handle = null;

    private function __construct()
    {
        $this->ffi = Library::ffi();
    }

    /**
     * The catalogue of the Centre de Gestion du Finistère, which the library carries.
     *
     * @throws LibraryException if the library cannot be used
     */
    public static function default(): self
    {
        $catalogue = new self();
        $handle = $catalogue->ffi->new('bilan_catalogue *');
        if ($catalogue->ffi->bilan_catalogue_default(FFI::addr($handle)) !== $catalogue->ffi->BILAN_OK) {
            throw new LibraryException('Le catalogue de la bibliothèque est inutilisable : merci de le signaler.');
        }
        $catalogue->handle = $handle;
        return $catalogue;
    }

    /**
     * Another centre’s catalogue, from its JSON text: the form that documentText() gives.
     *
     * @throws BilanException with the first member at fault
     * @throws LibraryException if the library cannot be used
     */
    public static function parse(string $json): self
    {
        $catalogue = new self();
        $ffi = $catalogue->ffi;
        $handle = $ffi->new('bilan_catalogue *');
        $error = $ffi->new('char *');
        $size = $ffi->new('size_t');
        $out = FFI::addr($handle);
        if ($ffi->bilan_catalogue_parse($json, strlen($json), $out, FFI::addr($error), FFI::addr($size)) !== 0) {
            throw BilanException::fromDocument(Library::take($ffi, $error, $size->cdata));
        }
        $catalogue->handle = $handle;
        return $catalogue;
    }

    public function __destruct()
    {
        if ($this->handle !== null) {
            $handle = $this->handle;
            $this->handle = null;
            $this->ffi->bilan_catalogue_free($handle);
        }
    }

    private function __clone()
    {
    }

    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException('Un catalogue ne se sérialise pas : gardez le texte de documentText().');
    }

    /** @param array<array-key, mixed> $data */
    public function __unserialize(array $data): void
    {
        throw new \LogicException('Un catalogue ne se désérialise pas : utilisez Catalogue::parse().');
    }

    /**
     * Answers one line `{"operation":…,"request":…}` by a result or an error document, on one line: for programs that
     * only pass requests on.
     */
    public function answerLine(string $line): string
    {
        return $this->answer('bilan_answer_line', $line);
    }

    /** The text of an answer, by the function of that name. */
    private function answer(string $function, string $request): string
    {
        $ffi = $this->ffi;
        $text = $ffi->new('char *');
        $size = $ffi->new('size_t');
        $length = strlen($request);
        $status = $ffi->{$function}($this->handle, $request, $length, FFI::addr($text), FFI::addr($size));
        $answer = Library::take($ffi, $text, $size->cdata);
        return $status === 0 ? $answer : throw BilanException::fromDocument($answer);
    }
}
