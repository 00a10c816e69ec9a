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
 * @phpstan-import-type Assessment from Contract
 * @phpstan-import-type Dossier from Contract
 * @phpstan-import-type FundingRequest from Contract
 * @phpstan-import-type Offer from Contract
 * @phpstan-import-type Plan from Contract
 * @phpstan-import-type PlanRequest from Contract
 * @phpstan-import-type Quote from Contract
 * @phpstan-import-type QuoteRequest from Contract
 * @phpstan-import-type RecommendRequest from Contract
 * @phpstan-import-type Recommendation from Contract
 * @phpstan-import-type Replay from Contract
 * @phpstan-import-type ReplayRequest from Contract
 * @phpstan-import-type Schedule from Contract
 * @phpstan-import-type ScheduleRequest from Contract
 * @phpstan-import-type SettleRequest from Contract
 * @phpstan-import-type Settlement from Contract
 * @phpstan-import-type SimulateRequest from Contract
 */
final class Catalogue
{
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
     * The catalogue in force, whole.
     *
     * @return Offer
     */
    public function document(): array
    {
        return Json::decode($this->documentText());
    }

    /** @throws BilanException unless the request is an object without members */
    public function documentText(string $request = '{}'): string
    {
        return $this->answer('bilan_catalogue_document', $request);
    }

    /**
     * Which variants serve the agent’s needs, the best first.
     *
     * @param RecommendRequest $request
     *
     * @return Recommendation
     *
     * @throws BilanException
     */
    public function recommend(array $request): array
    {
        return Json::decode($this->recommendText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function recommendText(string $request): string
    {
        return $this->answer('bilan_recommend', $request);
    }

    /**
     * Might the FIPHFP pay: the verdict on an agent’s facts, with its reasons. A fact left out is unknown.
     *
     * @param FundingRequest $request
     *
     * @return Assessment
     *
     * @throws BilanException
     */
    public function funding(array $request): array
    {
        return Json::decode($this->fundingText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function fundingText(string $request): string
    {
        return $this->answer('bilan_funding', $request);
    }

    /**
     * The steps of a variant and the hours of each.
     *
     * @param PlanRequest $request
     *
     * @return Plan
     *
     * @throws BilanException
     */
    public function plan(array $request): array
    {
        return Json::decode($this->planText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function planText(string $request): string
    {
        return $this->answer('bilan_plan', $request);
    }

    /**
     * The price of a variant, or the honest interval where none is published.
     *
     * @param QuoteRequest $request
     *
     * @return Quote
     *
     * @throws BilanException
     */
    public function quote(array $request): array
    {
        return Json::decode($this->quoteText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function quoteText(string $request): string
    {
        return $this->answer('bilan_quote', $request);
    }

    /**
     * The sessions of a plan on a calendar without weekends, public holidays and closures.
     *
     * @param ScheduleRequest $request
     *
     * @return Schedule
     *
     * @throws BilanException
     */
    public function schedule(array $request): array
    {
        return Json::decode($this->scheduleText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function scheduleText(string $request): string
    {
        return $this->answer('bilan_schedule', $request);
    }

    /**
     * The certificate of attendance and the term of payment.
     *
     * @param SettleRequest $request
     *
     * @return Settlement
     *
     * @throws BilanException
     */
    public function settle(array $request): array
    {
        return Json::decode($this->settleText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function settleText(string $request): string
    {
        return $this->answer('bilan_settle', $request);
    }

    /**
     * One case to a whole dossier (ranking, verdict, plan, price, calendar) and the record of it.
     *
     * @param SimulateRequest $request
     *
     * @return Dossier
     *
     * @throws BilanException
     */
    public function simulate(array $request): array
    {
        return Json::decode($this->simulateText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function simulateText(string $request): string
    {
        return $this->answer('bilan_simulate', $request);
    }

    /**
     * Whether the record of a dossier still holds with this library and this catalogue.
     *
     * @param ReplayRequest $request
     *
     * @return Replay
     *
     * @throws BilanException
     */
    public function replay(array $request): array
    {
        return Json::decode($this->replayText(Json::encode($request)));
    }

    /** @throws BilanException */
    public function replayText(string $request): string
    {
        return $this->answer('bilan_replay', $request);
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
