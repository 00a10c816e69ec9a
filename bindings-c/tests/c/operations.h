/* The operations, each with a request that is right and with some that are wrong in the ways that need a known key. */
#ifndef OPERATIONS_H
#define OPERATIONS_H

#include "check.h"

struct subject {
    const char *name;
    operation *call;
    const char *right;
    const char *duplicate;
    const char *wrong_type;
    const char *unknown;
    const char *missing; /* NULL where nothing is required */
};

/* Adapts the parser of catalogues, so that it meets the same texts. A catalogue that is read is written again. */
static int32_t parse_catalogue(const bilan_catalogue *unused, const char *json, size_t len, char **text, size_t *text_len) {
    bilan_catalogue *catalogue = NULL;
    int32_t status = bilan_catalogue_parse(json, len, &catalogue, text, text_len);

    (void)unused;
    if (status == BILAN_OK) status = bilan_catalogue_document(catalogue, "{}", 2, text, text_len);
    bilan_catalogue_free(catalogue);
    return status;
}

static const struct subject SUBJECTS[] = {
    {"catalogue", bilan_catalogue_document, "{}", NULL, "[]", "{\"inconnu\":1}", NULL},
    {"recommend", bilan_recommend, "{\"needs\":[\"faireLePoint\"]}", "{\"needs\":[],\"needs\":[]}", "{\"needs\":1}",
     "{\"needs\":[\"faireLePoint\"],\"inconnu\":1}", NULL},
    {"funding", bilan_funding, "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":true}}",
     "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":true,\"rqth\":true}}", "{\"on\":\"2026-12-01\",\"facts\":{\"rqth\":1}}",
     "{\"on\":\"2026-12-01\",\"facts\":{\"inconnu\":true}}", "{\"facts\":{}}"},
    {"plan", bilan_plan, "{\"variant\":\"evolution\"}", "{\"variant\":\"evolution\",\"variant\":\"evolution\"}",
     "{\"variant\":1}", "{\"variant\":\"evolution\",\"inconnu\":1}", "{}"},
    {"quote", bilan_quote, "{\"variant\":\"evolution\",\"client\":\"affiliee\"}",
     "{\"variant\":\"evolution\",\"client\":\"affiliee\",\"client\":\"affiliee\"}", "{\"variant\":\"evolution\",\"client\":1}",
     "{\"variant\":\"evolution\",\"client\":\"affiliee\",\"inconnu\":1}", "{\"variant\":\"evolution\"}"},
    {"schedule", bilan_schedule, "{\"plan\":{\"variant\":\"evolution\"},\"exchangesOn\":\"2026-12-01\"}",
     "{\"plan\":{\"variant\":\"evolution\"},\"exchangesOn\":\"2026-12-01\",\"exchangesOn\":\"2026-12-01\"}",
     "{\"plan\":{\"variant\":\"evolution\"},\"exchangesOn\":20261201}",
     "{\"plan\":{\"variant\":\"evolution\"},\"exchangesOn\":\"2026-12-01\",\"inconnu\":1}",
     "{\"plan\":{\"variant\":\"evolution\"}}"},
    {"settle", bilan_settle,
     "{\"plan\":{\"variant\":\"evolution\"},\"attended\":[{\"date\":\"2027-01-12\",\"hours\":1}],"
     "\"invoiceReceivedOn\":\"2027-06-10\"}",
     "{\"plan\":{\"variant\":\"evolution\"},\"attended\":[],\"attended\":[]}",
     "{\"plan\":{\"variant\":\"evolution\"},\"attended\":{}}",
     "{\"plan\":{\"variant\":\"evolution\"},\"attended\":[],\"inconnu\":1}", "{\"attended\":[]}"},
    {"simulate", bilan_simulate, "{\"on\":\"2026-11-23\",\"needs\":[\"faireLePoint\"],\"client\":\"affiliee\"}",
     "{\"on\":\"2026-11-23\",\"variant\":\"evolution\",\"on\":\"2026-11-23\"}",
     "{\"on\":\"2026-11-23\",\"variant\":[\"evolution\"]}", "{\"on\":\"2026-11-23\",\"variant\":\"evolution\",\"inconnu\":1}",
     "{\"variant\":\"evolution\"}"},
    {"replay", bilan_replay, NULL,
     "{\"case\":{\"on\":\"2026-11-23\",\"variant\":\"evolution\"},\"case\":{\"on\":\"2026-11-23\",\"variant\":\"evolution\"}}",
     "{\"case\":1,\"record\":{}}", "{\"inconnu\":1,\"case\":{\"on\":\"2026-11-23\",\"variant\":\"evolution\"}}",
     "{\"record\":{}}"},
    {"parse", parse_catalogue, NULL, "{\"id\":\"a\",\"id\":\"a\"}", "{\"id\":1}", "{\"inconnu\":1}", "{\"id\":\"a\"}"},
    {"line", bilan_answer_line, "{\"operation\":\"plan\",\"request\":{\"variant\":\"evolution\"}}",
     "{\"operation\":\"plan\",\"operation\":\"plan\",\"request\":{}}", "{\"operation\":1,\"request\":{}}",
     "{\"operation\":\"plan\",\"request\":{\"variant\":\"evolution\"},\"inconnu\":1}", "{\"operation\":\"plan\"}"},
};

#define SUBJECT_COUNT (sizeof SUBJECTS / sizeof SUBJECTS[0])

#endif
