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
 *
 * @phpstan-type CatalogueRemark array{
 *     code: string, path: string, place: string, line: int, column: int, message: string
 * }
 * @phpstan-type CatalogueSummary array{
 *     id: string, edition: string, variants: int, steps: int, needs: int, clients: int, tariffs: int, topics: int
 * }
 * @phpstan-type CatalogueReport array{
 *     faults: list<CatalogueRemark>, warnings: list<CatalogueRemark>, summary: CatalogueSummary|null
 * }
 */
final class Catalogue
{
    use CatalogueOperations;

    /** @var array<int, CData> the library's handles of this request, by the number of the catalogue that has it */
    private static array $handles = [];

    private static int $made = 0;

    private readonly FFI $ffi;

    /** Its number; it has no handle once destroyed. */
    private int $number = 0;

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
        $catalogue->hold($handle);
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
        $catalogue->hold($handle);
        return $catalogue;
    }

    /**
     * Checks the JSON text of a catalogue: all its faults at once, each with its place in the text, then what deserves a
     * second look. A document without a fault is one that parse() reads.
     *
     * @return CatalogueReport
     *
     * @throws LibraryException if the library cannot be used
     */
    public static function check(string $json): array
    {
        return Json::decode(self::checkText($json));
    }

    /** The report of check() as JSON text, byte for byte as in every host. */
    public static function checkText(string $json): string
    {
        $ffi = Library::ffi();
        $text = $ffi->new('char *');
        $size = $ffi->new('size_t');
        $status = $ffi->bilan_catalogue_check($json, strlen($json), FFI::addr($text), FFI::addr($size));
        $report = Library::take($ffi, $text, $size->cdata);
        return $status === 0 ? $report : throw BilanException::fromDocument($report);
    }

    /** Keeps a handle until this is destroyed. */
    private function hold(CData $handle): void
    {
        if (self::$made === 0) {
            register_shutdown_function(self::freeAfterFatalError(...));
        }
        $this->number = ++self::$made;
        self::$handles[$this->number] = $handle;
    }

    public function __destruct()
    {
        self::free($this->number);
    }

    private static function free(int $number): void
    {
        $handle = self::$handles[$number] ?? null;
        if ($handle !== null) {
            unset(self::$handles[$number]);
            Library::ffi()->bilan_catalogue_free($handle);
        }
    }

    /**
     * Frees every catalogue of a request that ended in a fatal error: PHP then calls no destructor, and in a server the
     * memory of the library would be lost until its worker ends. After the other shutdown functions, which may still
     * ask.
     */
    private static function freeAfterFatalError(): void
    {
        $fatal = E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR;
        if (((error_get_last()['type'] ?? 0) & $fatal) !== 0) {
            register_shutdown_function(static fn () => array_map(self::free(...), array_keys(self::$handles)));
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
        $status = $ffi->{$function}(self::$handles[$this->number] ?? null, $request, $length, FFI::addr($text), FFI::addr($size));
        $answer = Library::take($ffi, $text, $size->cdata);
        return $status === 0 ? $answer : throw BilanException::fromDocument($answer);
    }
}
