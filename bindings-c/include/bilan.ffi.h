/* The declarations of bilan.h for parsers without a preprocessor, such as PHP's FFI; bilan.h is the manual.
 * Generated from the sources of the library by `cargo run -p bilan-headers`: do not edit. */

typedef enum {
    BILAN_ABI_VERSION = 1,
} bilan_abi;

typedef enum {
    BILAN_OK = 0,
    BILAN_ERROR = 1,
    BILAN_INVALID_ARGUMENT = 2,
    BILAN_PANIC = 3,
} bilan_status;

typedef enum {
    BILAN_FACT_AVIS_ELEMENTS_OBJECTIFS = (1 << 0),
    BILAN_FACT_AVIS_ADAPTATION_POSTE = (1 << 1),
    BILAN_FACT_RQTH = (1 << 2),
    BILAN_FACT_TAUX_INCAPACITE_PERMANENTE = (1 << 3),
    BILAN_FACT_RENTE_INCAPACITE_PERMANENTE = (1 << 4),
    BILAN_FACT_PENSION_INVALIDITE = (1 << 5),
    BILAN_FACT_REDUCTION_CAPACITE_DEUX_TIERS = (1 << 6),
    BILAN_FACT_ANCIEN_MILITAIRE = (1 << 7),
    BILAN_FACT_PENSION_MILITAIRE_INVALIDITE = (1 << 8),
    BILAN_FACT_SAPEUR_POMPIER_VOLONTAIRE = (1 << 9),
    BILAN_FACT_ALLOCATION_OU_RENTE_SERVICE = (1 << 10),
    BILAN_FACT_VICTIME_TERRORISME = (1 << 11),
    BILAN_FACT_CMI_INVALIDITE = (1 << 12),
    BILAN_FACT_AAH = (1 << 13),
    BILAN_FACT_ATI = (1 << 14),
    BILAN_FACT_STATUT = (1 << 15),
    BILAN_FACT_PREPARATION_RECLASSEMENT = (1 << 16),
    BILAN_FACT_RECLASSEMENT = (1 << 17),
} bilan_fact;

typedef enum {
    BILAN_SITUATION_RESTRICTIONS_APTITUDE = (1 << 0),
    BILAN_SITUATION_RQTH = (1 << 2),
    BILAN_SITUATION_ACCIDENT_OU_MALADIE = (1 << 3),
    BILAN_SITUATION_PENSION_INVALIDITE = (1 << 5),
    BILAN_SITUATION_PENSION_MILITAIRE = (1 << 7),
    BILAN_SITUATION_SAPEUR_POMPIER = (1 << 9),
    BILAN_SITUATION_VICTIME_TERRORISME = (1 << 11),
    BILAN_SITUATION_CMI_INVALIDITE = (1 << 12),
    BILAN_SITUATION_AAH = (1 << 13),
    BILAN_SITUATION_ATI = (1 << 14),
    BILAN_SITUATION_RECLASSEMENT = (1 << 15),
} bilan_situation;

typedef enum {
    BILAN_VERDICT_SITUATIONS = 64173,
    BILAN_VERDICT_NOT_MET_SHIFT = 16,
} bilan_verdict;

typedef struct bilan_catalogue bilan_catalogue;

uint32_t bilan_abi_version(void);

const char *bilan_version(void);

int32_t bilan_catalogue_default(bilan_catalogue **out);

int32_t bilan_catalogue_parse(const char *json, size_t len, bilan_catalogue **out, char **error, size_t *error_len);

void bilan_catalogue_free(bilan_catalogue *catalogue);

int32_t bilan_catalogue_document(const bilan_catalogue *catalogue,
                                 const char *request,
                                 size_t len,
                                 char **result,
                                 size_t *result_len);

int32_t bilan_recommend(const bilan_catalogue *catalogue,
                        const char *request,
                        size_t len,
                        char **result,
                        size_t *result_len);

int32_t bilan_funding(const bilan_catalogue *catalogue,
                      const char *request,
                      size_t len,
                      char **result,
                      size_t *result_len);

int32_t bilan_plan(const bilan_catalogue *catalogue,
                   const char *request,
                   size_t len,
                   char **result,
                   size_t *result_len);

int32_t bilan_quote(const bilan_catalogue *catalogue,
                    const char *request,
                    size_t len,
                    char **result,
                    size_t *result_len);

int32_t bilan_schedule(const bilan_catalogue *catalogue,
                       const char *request,
                       size_t len,
                       char **result,
                       size_t *result_len);

int32_t bilan_settle(const bilan_catalogue *catalogue,
                     const char *request,
                     size_t len,
                     char **result,
                     size_t *result_len);

int32_t bilan_simulate(const bilan_catalogue *catalogue,
                       const char *request,
                       size_t len,
                       char **result,
                       size_t *result_len);

int32_t bilan_replay(const bilan_catalogue *catalogue,
                     const char *request,
                     size_t len,
                     char **result,
                     size_t *result_len);

int32_t bilan_answer_line(const bilan_catalogue *catalogue,
                          const char *line,
                          size_t len,
                          char **result,
                          size_t *result_len);

void bilan_text_free(char *text, size_t len);

uint32_t bilan_funding_decide(uint32_t known, uint32_t values);

int32_t bilan_funding_decide_many(const uint32_t *known, const uint32_t *values, size_t n, uint32_t *verdicts);
