/*
 * bilan: the bilan professionnel of a French centre de gestion, for C, C++ and whatever speaks C.
 *
 * Which variant serves an agent's needs, whether the FIPHFP might pay, the plan, the price, the calendar, the
 * settlement. Documents are JSON text, the same bytes as in every other host; verdicts on many agents are words.
 *
 *     bilan_catalogue *catalogue = NULL;
 *     char *result = NULL;
 *     size_t len = 0;
 *     const char request[] = "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":true}}";
 *
 *     if (bilan_catalogue_default(&catalogue) != BILAN_OK) return 1;
 *     int32_t status = bilan_funding(catalogue, request, sizeof request - 1, &result, &len);
 *     puts(result);                        status BILAN_OK: the result; else the error document
 *     bilan_text_free(result, len);
 *     bilan_catalogue_free(catalogue);
 *
 * CONVENTIONS
 *
 * Status. Functions that can fail return an int32_t, a bilan_status: BILAN_OK is 0, all others are failures.
 *
 * Results. Every operation has the same shape: a catalogue, a request of `len` bytes, and two places, `result` and
 * `result_len`. Both are set to NULL and 0 first. With BILAN_OK the text is the result; with any other status it is the
 * error document. It is there whenever the two places are: only without one of them is there no text, and the status
 * is BILAN_INVALID_ARGUMENT.
 *
 * Errors. {"error":{"code":...,"path":...,"message":...}}, with "details" for some codes. `code` is stable, `path` says
 * which member is at fault ("facts.rqth", "closures[0].to"; empty for the whole document), `message` is one French
 * sentence. General codes, with BILAN_ERROR: invalidUtf8, invalidJson, unknownField, duplicateField, missingField,
 * wrongType, unknownCode, outOfRange, tooLarge (a request over 1 MiB). This boundary adds two: invalidArgument, with
 * BILAN_INVALID_ARGUMENT, its path being the name of the argument; internal, with BILAN_PANIC.
 *
 * Ownership. What you pass is borrowed for the call only. A text that you receive as char * is yours: give it back once
 * to bilan_text_free with the length that came with it, never to free(). const char * is static: leave it alone. A
 * catalogue is yours until bilan_catalogue_free. NULL is fine for both.
 *
 * Text. UTF-8, by pointer and length; no NUL is needed at the end of yours, and there is one at the end of ours, which
 * the length does not count. NULL with length 0 is the empty text. A text over the limit is refused unread.
 *
 * Threads. The library has no state but what it hands out: no last error, no initialisation, no clean-up. A catalogue
 * never changes and may be used by any number of threads at once. A text belongs to one thread at a time.
 *
 * Faults. No function prints, exits, or lets an exception or a panic through. A panic, which is a fault of the library,
 * becomes BILAN_PANIC; the Rust runtime writes its message on standard error. Memory that runs out ends the process.
 *
 * Purity. No clock, file, network, locale or environment is read: dates come in the request, and the same request
 * gives the same bytes.
 *
 * Versions. Check bilan_abi_version() against BILAN_ABI_VERSION when you load the library yourself. Within one ABI
 * version functions, statuses, codes and members of results may be added, and none changes or goes.
 *
 * Generated from the sources of the library by `cargo run -p bilan-headers`: do not edit.
 */

#ifndef BILAN_H
#define BILAN_H

#include <stddef.h>
#include <stdint.h>

/**
 * The ABI that this header declares.
 */
typedef enum {
    /**
     * Compare it with bilan_abi_version() when the library is loaded.
     */
    BILAN_ABI_VERSION = 1,
} bilan_abi;

/**
 * How a call ended: what the functions that return an int32_t return. The values never change; more may come.
 */
typedef enum {
    /**
     * The call did what it is for.
     */
    BILAN_OK = 0,
    /**
     * The request cannot be answered: the error document says why. The caller's data are at fault, not the program.
     */
    BILAN_ERROR = 1,
    /**
     * An argument is NULL, misaligned or overlapping where it must not be. The program is at fault.
     */
    BILAN_INVALID_ARGUMENT = 2,
    /**
     * A fault of the library, caught at its boundary; the handle and the process remain usable. Please report it.
     */
    BILAN_PANIC = 3,
} bilan_status;

/**
 * The facts, as bits of the words `known` and `values`; in the order of the contract.
 */
typedef enum {
    /**
     * The fitness opinion states objective elements on capacity for the present post.
     */
    BILAN_FACT_AVIS_ELEMENTS_OBJECTIFS = (1 << 0),
    /**
     * That opinion proposes an adaptation of the post.
     */
    BILAN_FACT_AVIS_ADAPTATION_POSTE = (1 << 1),
    /**
     * Recognised as a disabled worker (RQTH) by the CDAPH.
     */
    BILAN_FACT_RQTH = (1 << 2),
    /**
     * Rate of permanent incapacity after a work accident or an occupational disease; holds from 10 %.
     */
    BILAN_FACT_TAUX_INCAPACITE_PERMANENTE = (1 << 3),
    /**
     * Receives the annuity for that incapacity.
     */
    BILAN_FACT_RENTE_INCAPACITE_PERMANENTE = (1 << 4),
    /**
     * Receives an invalidity pension.
     */
    BILAN_FACT_PENSION_INVALIDITE = (1 << 5),
    /**
     * That invalidity reduces working capacity by two thirds at least.
     */
    BILAN_FACT_REDUCTION_CAPACITE_DEUX_TIERS = (1 << 6),
    /**
     * Former military.
     */
    BILAN_FACT_ANCIEN_MILITAIRE = (1 << 7),
    /**
     * Receives a military invalidity pension.
     */
    BILAN_FACT_PENSION_MILITAIRE_INVALIDITE = (1 << 8),
    /**
     * Has been a volunteer firefighter.
     */
    BILAN_FACT_SAPEUR_POMPIER_VOLONTAIRE = (1 << 9),
    /**
     * Receives an invalidity allowance or annuity for an accident in, or a disease from, that service.
     */
    BILAN_FACT_ALLOCATION_OU_RENTE_SERVICE = (1 << 10),
    /**
     * Victim of an act of terrorism.
     */
    BILAN_FACT_VICTIME_TERRORISME = (1 << 11),
    /**
     * Holds the carte mobilité inclusion marked « invalidité ».
     */
    BILAN_FACT_CMI_INVALIDITE = (1 << 12),
    /**
     * Receives the allocation aux adultes handicapés.
     */
    BILAN_FACT_AAH = (1 << 13),
    /**
     * Receives an allocation temporaire d'invalidité.
     */
    BILAN_FACT_ATI = (1 << 14),
    /**
     * Civil servant (*fonctionnaire*) or contract agent (*contractuel*); holds for a civil servant.
     */
    BILAN_FACT_STATUT = (1 << 15),
    /**
     * In a period of preparation for redeployment (PPR).
     */
    BILAN_FACT_PREPARATION_RECLASSEMENT = (1 << 16),
    /**
     * Being redeployed.
     */
    BILAN_FACT_RECLASSEMENT = (1 << 17),
} bilan_fact;

/**
 * The listed situations, as bits of each half of a verdict: each at the bit of the first fact of its rule.
 */
typedef enum {
    /**
     * Fit with restrictions.
     */
    BILAN_SITUATION_RESTRICTIONS_APTITUDE = (1 << 0),
    /**
     * Recognised as a disabled worker.
     */
    BILAN_SITUATION_RQTH = (1 << 2),
    /**
     * Work accident or occupational disease.
     */
    BILAN_SITUATION_ACCIDENT_OU_MALADIE = (1 << 3),
    /**
     * Invalidity pension.
     */
    BILAN_SITUATION_PENSION_INVALIDITE = (1 << 5),
    /**
     * Military invalidity pension.
     */
    BILAN_SITUATION_PENSION_MILITAIRE = (1 << 7),
    /**
     * Volunteer firefighter.
     */
    BILAN_SITUATION_SAPEUR_POMPIER = (1 << 9),
    /**
     * Victim of terrorism.
     */
    BILAN_SITUATION_VICTIME_TERRORISME = (1 << 11),
    /**
     * Carte mobilité inclusion « invalidité ».
     */
    BILAN_SITUATION_CMI_INVALIDITE = (1 << 12),
    /**
     * Allocation aux adultes handicapés.
     */
    BILAN_SITUATION_AAH = (1 << 13),
    /**
     * Allocation temporaire d'invalidité.
     */
    BILAN_SITUATION_ATI = (1 << 14),
    /**
     * Redeployment.
     */
    BILAN_SITUATION_RECLASSEMENT = (1 << 15),
} bilan_situation;

/**
 * How to read a verdict.
 */
typedef enum {
    /**
     * All the listed situations. `verdict & BILAN_VERDICT_SITUATIONS` are those met: if there is one, funding is
     * possible. `verdict >> BILAN_VERDICT_NOT_MET_SHIFT` are those not met: if they are all of them, the agent is in
     * no listed situation, and a counsellor should be asked. In every other case it depends on the unknown facts.
     */
    BILAN_VERDICT_SITUATIONS = 64173,
    /**
     * Where the half of the situations not met begins.
     */
    BILAN_VERDICT_NOT_MET_SHIFT = 16,
} bilan_verdict;

/**
 * What a centre offers: variants, steps, needs, tariffs. Opaque, and never changed once made.
 */
typedef struct bilan_catalogue bilan_catalogue;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of the ABI of the library that is loaded: BILAN_ABI_VERSION of the header it was built with.
 *
 * It changes when a program built for the former one would no longer work; the shared library's name follows it.
 * Inputs, errors: none.
 * Threads: any.
 */
uint32_t bilan_abi_version(void);

/**
 * The version of the library, "MAJOR.MINOR.PATCH".
 *
 * Inputs, errors: none.
 * Ownership: the text is static; never free it.
 * Threads: any.
 */
const char *bilan_version(void);

/**
 * The catalogue of the Centre de Gestion du Finistère, which the library carries.
 *
 * Inputs: `out`, where the handle goes; set to NULL first.
 * Ownership: the handle is yours; give it back to bilan_catalogue_free. Many may be made, at little cost.
 * Errors: BILAN_INVALID_ARGUMENT if `out` is NULL. No text.
 * Threads: any.
 */
int32_t bilan_catalogue_default(bilan_catalogue **out);

/**
 * Another centre's catalogue, read and checked.
 *
 * Inputs: `json`, `len` bytes: a catalogue document, in the form that bilan_catalogue_document gives; at most 1 MiB.
 *   `out`, where the handle goes, and `error` with `error_len`, where the error document goes; all are zeroed first.
 * Ownership: `json` is borrowed for the call. With BILAN_OK `*out` is yours: bilan_catalogue_free. With any other
 *   status `*error` is yours: bilan_text_free.
 * Errors: BILAN_ERROR with the first member at fault: the general codes, and `duplicateCode`, `invertedRange`,
 *   `totalOutOfReach`, `overlappingTariffs`, `hoursGranularity`, `hoursOutOfRange`. BILAN_INVALID_ARGUMENT if `out`,
 *   `error` or `error_len` is NULL, or `json` is and `len` is not 0.
 * Threads: any.
 */
int32_t bilan_catalogue_parse(const char *json, size_t len, bilan_catalogue **out, char **error, size_t *error_len);

/**
 * Gives a catalogue back.
 *
 * Inputs: `catalogue`, or NULL, which is fine.
 * Ownership: the handle is the library's again and must not be used.
 * Errors: none.
 * Threads: any thread, once no other uses the handle.
 */
void bilan_catalogue_free(bilan_catalogue *catalogue);

/**
 * The catalogue in force, whole, in the form that bilan_catalogue_parse reads.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call: `{}`.
 * Result: the catalogue's document.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_catalogue_document(const bilan_catalogue *catalogue,
                                 const char *request,
                                 size_t len,
                                 char **result,
                                 size_t *result_len);

/**
 * Which variants serve the agent's needs, the best first.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"needs":["preserverSante","construireProjet"]}`.
 * Result: `{"ranking":[{"variant","served","unserved"}]}`.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: `noNeeds`, and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_recommend(const bilan_catalogue *catalogue,
                        const char *request,
                        size_t len,
                        char **result,
                        size_t *result_len);

/**
 * Might the FIPHFP pay: the verdict on an agent's facts, with its reasons.
 *
 * A fact left out is unknown. Funding is a possibility, never a right: "notListed" and "undetermined" are results.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"on":"2026-12-01","facts":{"rqth":true}}`; `on` alone is required.
 * Result: `{"outcome","situations","met","missing","nextQuestion"}` and more.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_funding(const bilan_catalogue *catalogue,
                      const char *request,
                      size_t len,
                      char **result,
                      size_t *result_len);

/**
 * The steps of a variant and the hours of each.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"variant":"evolution","hours":20}`; `variant` alone is required.
 * Result: `{"variant","hours","range","steps","totals","warnings"}` and more.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: `unknownVariant`, `unknownStep`, `kickoffRequired`, `kickoffNotOffered`, `hoursGranularity`, `hoursOutOfRange`,
 *   `budgetInfeasible` (its `details` say what is possible), and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_plan(const bilan_catalogue *catalogue,
                   const char *request,
                   size_t len,
                   char **result,
                   size_t *result_len);

/**
 * The price of a variant, or the honest interval where none is published. Amounts are decimal texts, never floats.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"variant":"evolution","hours":20,"affiliated":true}`.
 * Result: `{"status","amount","reference","indicative","covers"}` and more.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: `unknownVariant`, `hoursGranularity`, `hoursOutOfRange`, and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_quote(const bilan_catalogue *catalogue,
                    const char *request,
                    size_t len,
                    char **result,
                    size_t *result_len);

/**
 * The sessions of a plan on a calendar without weekends, public holidays and closures.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"plan":{"variant":"evolution"},"exchangesOn":"2026-12-01"}`.
 * Result: `{"earliestStart","startsOn","endsOn","sessions","milestones","warnings"}` and more.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: those of bilan_plan below `plan`, `noOpenDay`, `nothingToSchedule`, and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_schedule(const bilan_catalogue *catalogue,
                       const char *request,
                       size_t len,
                       char **result,
                       size_t *result_len);

/**
 * The certificate of attendance and the term of payment.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"plan":{"variant":"evolution"},"attended":[{"date":"2027-01-12","hours":1}],
 *   "invoiceReceivedOn":"2027-06-10"}`.
 * Result: `{"attendance","payment"}`.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: those of bilan_plan below `plan`, and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_settle(const bilan_catalogue *catalogue,
                     const char *request,
                     size_t len,
                     char **result,
                     size_t *result_len);

/**
 * One case to a whole dossier (ranking, verdict, plan, price, calendar) and the record of it.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"on":"2026-11-23","needs":["faireLePoint"],"affiliated":true}`.
 * Result: the results of the other operations, each under its name, and `record`.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: those of the other operations, and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_simulate(const bilan_catalogue *catalogue,
                       const char *request,
                       size_t len,
                       char **result,
                       size_t *result_len);

/**
 * Whether the record of a dossier still holds with this library and this catalogue.
 *
 * Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
 *   `{"case":...,"record":...}`: a request of bilan_simulate, and the record of its result.
 * Result: `{"holds":true}`, or false and what differs.
 * Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
 * Errors: those of bilan_simulate below `case` and `record`, and the general codes.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_replay(const bilan_catalogue *catalogue,
                     const char *request,
                     size_t len,
                     char **result,
                     size_t *result_len);

/**
 * Answers one line `{"operation":...,"request":...}`, for programs that only pass requests on.
 *
 * Inputs: `catalogue` and `line`, `len` bytes of JSON without a line break, both borrowed for the call; `operation` is
 *   the name of the contract: `catalogue`, `recommend`, `funding`, `plan`, `quote`, `schedule`, `settle`, `simulate`,
 *   `replay`.
 * Ownership: `*result` is yours, `*result_len` bytes and a NUL, on one line: bilan_text_free. It is the result of the
 *   operation, or its error document, which begins with `{"error":` as no result does.
 * Errors: BILAN_OK whenever the line was answered, be it by an error document. BILAN_INVALID_ARGUMENT as everywhere.
 * Threads: any, also several at the same time with the same catalogue.
 */
int32_t bilan_answer_line(const bilan_catalogue *catalogue,
                          const char *line,
                          size_t len,
                          char **result,
                          size_t *result_len);

/**
 * Gives back a text that the library gave.
 *
 * Inputs: `text`, or NULL, which is fine; `len`, the length that came with it.
 * Ownership: the text is the library's again and must not be used.
 * Errors: none.
 * Threads: any thread, not only the one that received the text.
 */
void bilan_text_free(char *text, size_t len);

/**
 * The verdict on one agent, exact over every completion of the unknown facts. A few nanoseconds.
 *
 * Inputs: `known`, the facts that are known; `values`, those of them that hold. Both are BILAN_FACT_* added up; bits
 *   that are not known, or not facts, have no effect. The rate of incapacity holds from 10 %, the status for a
 *   fonctionnaire.
 * Result: a word; bits 0 to 15 are the situations met, 16 to 31 those not met. See bilan_verdict.
 * Errors: none.
 * Threads: any.
 */
uint32_t bilan_funding_decide(uint32_t known, uint32_t values);

/**
 * The verdicts on many agents, column by column: `verdicts[i]` is bilan_funding_decide(`known[i]`, `values[i]`).
 *
 * Inputs: three columns of `n` words, which must not overlap `verdicts`; with `n` 0 they may be NULL.
 * Ownership: all three are yours; nothing is allocated.
 * Errors: BILAN_INVALID_ARGUMENT if `n` is not 0 and a column is NULL or misaligned, or `verdicts` overlaps another:
 *   nothing is written. No text.
 * Threads: any.
 */
int32_t bilan_funding_decide_many(const uint32_t *known, const uint32_t *values, size_t n, uint32_t *verdicts);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* BILAN_H */
