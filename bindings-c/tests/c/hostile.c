/*
 * Hostile input over every function that reads text: always a status, a whole error document of the right code, and
 * outputs that were zeroed first. Every text lies against a page that must not be read. In the locale of the environment.
 */
#define _DEFAULT_SOURCE

#include <locale.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "operations.h"

#define LIT(text) text, sizeof(text) - 1

struct input {
    const char *name;
    const char *bytes; /* NULL: NULL is passed */
    size_t len;
    const char *code;
};

/* Refused alike by every function that reads text. */
static const struct input INPUTS[] = {
    {"NULL of length 0", NULL, 0, "invalidJson"},
    {"length 0", "{}", 0, "invalidJson"},
    {"spaces only", LIT("  \t\n"), "invalidJson"},
    {"length that lies short", "{\"variant\":\"evolution\"}", 9, "invalidJson"},
    {"length that cuts a character", "\"\xc3\xa9\"", 2, "invalidUtf8"},
    {"byte FF", LIT("{\"a\":\"\xff\"}"), "invalidUtf8"},
    {"stray continuation byte", LIT("{\"a\":\"\x80\"}"), "invalidUtf8"},
    {"overlong form", LIT("{\"a\":\"\xc0\xaf\"}"), "invalidUtf8"},
    {"surrogate in UTF-8", LIT("{\"a\":\"\xed\xa0\x80\"}"), "invalidUtf8"},
    {"beyond Unicode", LIT("{\"a\":\"\xf5\x80\x80\x80\"}"), "invalidUtf8"},
    {"Latin-1", LIT("{\"a\":\"\xe9t\xe9\"}"), "invalidUtf8"},
    {"UTF-16", LIT("{\0}\0"), "invalidJson"},
    {"byte order mark", LIT("\xef\xbb\xbf{}"), "invalidJson"},
    {"NUL after the document", LIT("{}\0"), "invalidJson"},
    {"NUL before the document", LIT("\0{}"), "invalidJson"},
    {"NUL inside a text", LIT("{\"a\":\"b\0c\"}"), "invalidJson"},
    {"NUL inside a key", LIT("{\"a\0b\":1}"), "invalidJson"},
    {"lone high surrogate escape", LIT("{\"a\":\"\\ud83d\"}"), "invalidJson"},
    {"lone low surrogate escape", LIT("{\"a\":\"\\udc00\"}"), "invalidJson"},
    {"surrogates in the wrong order", LIT("{\"a\":\"\\ude00\\ud83d\"}"), "invalidJson"},
    {"escape cut short", LIT("{\"a\":\"\\u12"), "invalidJson"},
    {"unknown escape", LIT("{\"a\":\"\\x41\"}"), "invalidJson"},
    {"line feed inside a text", LIT("{\"a\":\"b\nc\"}"), "invalidJson"},
    {"trailing comma", LIT("{\"a\":1,}"), "invalidJson"},
    {"two documents", LIT("{} {}"), "invalidJson"},
    {"comment", LIT("{/* */}"), "invalidJson"},
    {"single quotes", LIT("{'a':1}"), "invalidJson"},
    {"NaN", LIT("{\"a\":NaN}"), "invalidJson"},
    {"Infinity", LIT("{\"a\":-Infinity}"), "invalidJson"},
    {"leading zero", LIT("{\"a\":018}"), "invalidJson"},
    {"bare point", LIT("{\"a\":.5}"), "invalidJson"},
    {"hexadecimal", LIT("{\"a\":0x12}"), "invalidJson"},
    {"format directives", LIT("%s%n%s%n"), "invalidJson"},
    {"null", LIT("null"), "wrongType"},
    {"number", LIT("42"), "wrongType"},
    {"text", LIT("\"evolution\""), "wrongType"},
    {"true", LIT("true"), "wrongType"},
    {"list", LIT("[]"), "wrongType"},
};

/* Numbers where hours are expected; those out of range have a code for each place. */
static const struct input HOURS[] = {
    {"huge", LIT("1e300"), NULL},
    {"tiny", LIT("1e-308"), "hoursGranularity"},
    {"negative", LIT("-18"), NULL},
    {"beyond 64 bits", LIT("123456789012345678901234567890"), NULL},
    {"off the grid", LIT("18.25"), "hoursGranularity"},
    {"as a text", LIT("\"18\""), "wrongType"},
    {"as a list", LIT("[18]"), "wrongType"},
    {"true", LIT("true"), "wrongType"},
};

static bilan_catalogue *catalogue;

/* The bytes, just below a page that must not be read. */
static const char *against_page(const char *bytes, size_t len) {
    static char *area, *end;
    static size_t size;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);

    if (area == NULL || len > size - page) {
        if (area != NULL) munmap(area, size);
        size = (len / page + 2) * page;
        area = (char *)mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (area == MAP_FAILED) abort();
        end = area + size - page;
        if (mprotect(end, page, PROT_NONE) != 0) abort();
    }
    if (bytes != NULL) memcpy(end - len, bytes, len);
    return end - len;
}

/* One text to one function; bilan_answer_line answers errors with BILAN_OK. */
static void expect(const struct subject *subject, const char *name, const char *text, size_t len, const char *code) {
    char *result = (char *)&checks_passed;
    size_t result_len = 7;
    int32_t status = subject->call(catalogue, text, len, &result, &result_len);
    int32_t expected = subject->call == bilan_answer_line ? BILAN_OK : BILAN_ERROR;
    char title[120];

    snprintf(title, sizeof title, "%s, %s", subject->name, name);
    check(status == expected && is_error(result, code, NULL) && is_whole(result, result_len), title, code, result);
    bilan_text_free(result, result_len);
}

static void texts(const struct subject *subject) {
    size_t i;

    for (i = 0; i < sizeof INPUTS / sizeof INPUTS[0]; i++) {
        const struct input *input = &INPUTS[i];
        const char *text = input->bytes == NULL ? NULL : against_page(input->bytes, input->len);
        expect(subject, input->name, text, input->len, input->code);
    }
    if (subject->duplicate != NULL) {
        expect(subject, "duplicate key", subject->duplicate, strlen(subject->duplicate), "duplicateField");
    }
    expect(subject, "wrong type", subject->wrong_type, strlen(subject->wrong_type), "wrongType");
    expect(subject, "unknown key", subject->unknown, strlen(subject->unknown), "unknownField");
    if (subject->missing != NULL) {
        expect(subject, "missing key", subject->missing, strlen(subject->missing), "missingField");
    }
}

/* Large texts, and lengths that no text has. */
static void sizes(const struct subject *subject) {
    static const size_t IMPOSSIBLE[] = {(size_t)-1, (size_t)-2, (size_t)-1 / 2, (size_t)-1 / 2 + 1};
    const size_t large = 50u << 20, deep = 100000;
    static char *spaces, *lists, *objects;
    size_t i;

    if (spaces == NULL) {
        spaces = (char *)malloc(large);
        lists = (char *)malloc(deep);
        objects = (char *)malloc(5 * deep);
        if (spaces == NULL || lists == NULL || objects == NULL) abort();
        memset(spaces, ' ', large);
        memset(lists, '[', deep);
        for (i = 0; i < deep; i++) memcpy(objects + 5 * i, "{\"a\":", 5);
    }
    expect(subject, "50 MB", spaces, large, "tooLarge");
    expect(subject, "100,000 lists, one in the other", lists, deep, "invalidJson");
    expect(subject, "100,000 objects, one in the other", objects, 5 * deep, "invalidJson");
    for (i = 0; i < sizeof IMPOSSIBLE / sizeof IMPOSSIBLE[0]; i++) {
        expect(subject, "impossible length", against_page("{}", 2), IMPOSSIBLE[i], "tooLarge");
    }
}

/* NULL where there must be something. */
static void missing_arguments(const struct subject *subject) {
    const char *argument = subject->call == parse_catalogue ? "json" : subject->call == bilan_answer_line ? "line" : "request";
    char *result = (char *)&checks_passed;
    size_t len = 7;
    int32_t status = subject->call(catalogue, NULL, 5, &result, &len);

    check(status == BILAN_INVALID_ARGUMENT && is_error(result, "invalidArgument", argument) && is_whole(result, len),
          subject->name, "NULL of length 5", result);
    bilan_text_free(result, len);
    if (subject->call == parse_catalogue) return;

    result = (char *)&checks_passed;
    status = subject->call(NULL, "{}", 2, &result, &len);
    check(status == BILAN_INVALID_ARGUMENT && is_error(result, "invalidArgument", "catalogue") && is_whole(result, len),
          subject->name, "no catalogue", result);
    bilan_text_free(result, len);

    len = 7;
    check(subject->call(catalogue, "{}", 2, NULL, &len) == BILAN_INVALID_ARGUMENT && len == 0, subject->name, "no result", "");
    result = (char *)&checks_passed;
    check(subject->call(catalogue, "{}", 2, &result, NULL) == BILAN_INVALID_ARGUMENT && result == NULL, subject->name,
          "no length of the result", "");
    check(subject->call(NULL, NULL, 9, NULL, NULL) == BILAN_INVALID_ARGUMENT, subject->name, "nothing at all", "");
}

static void right_requests(const struct subject *subject) {
    char *result = NULL;
    size_t len = 0;
    int32_t status;

    if (subject->right == NULL) return;
    status =
        subject->call(catalogue, against_page(subject->right, strlen(subject->right)), strlen(subject->right), &result, &len);
    check(status == BILAN_OK && is_whole(result, len) && strncmp(result, "{\"error\"", 8) != 0, subject->name,
          "a right request, without a NUL at its end", result);
    bilan_text_free(result, len);
}

static void hours(void) {
    static const struct {
        const char *before;
        operation *call;
        const char *name;
        const char *out_of_range;
    } PLACES[] = {
        {"{\"variant\":\"evolution\",\"hours\":%s}", bilan_plan, "hours of a plan", "budgetInfeasible"},
        {"{\"variant\":\"evolution\",\"fixed\":{\"pistes\":%s}}", bilan_plan, "hours of a step", "hoursOutOfRange"},
        {"{\"variant\":\"evolution\",\"client\":\"affiliee\",\"hours\":%s}", bilan_quote, "hours of a quote", "hoursOutOfRange"},
    };
    size_t i, j;

    for (i = 0; i < sizeof PLACES / sizeof PLACES[0]; i++) {
        for (j = 0; j < sizeof HOURS / sizeof HOURS[0]; j++) {
            struct subject place = {PLACES[i].name, PLACES[i].call, NULL, NULL, NULL, NULL, NULL};
            char request[200];
            snprintf(request, sizeof request, PLACES[i].before, HOURS[j].bytes);
            expect(&place, HOURS[j].name, request, strlen(request),
                   HOURS[j].code == NULL ? PLACES[i].out_of_range : HOURS[j].code);
        }
    }
}

static void catalogues(void) {
    bilan_catalogue *other = (bilan_catalogue *)&checks_passed;
    char *document = NULL, *error = (char *)&checks_passed, *again = NULL;
    size_t len = 0, error_len = 7, again_len = 0;

    check(bilan_catalogue_default(NULL) == BILAN_INVALID_ARGUMENT, "default", "no place for the handle", "");
    check(bilan_catalogue_parse("{}", 2, NULL, &error, &error_len) == BILAN_INVALID_ARGUMENT &&
              is_error(error, "invalidArgument", "out"),
          "parse", "no place for the handle", error);
    bilan_text_free(error, error_len);
    check(bilan_catalogue_parse("{}", 2, &other, NULL, NULL) == BILAN_INVALID_ARGUMENT && other == NULL, "parse",
          "no place for the error", "");
    check(bilan_catalogue_parse(NULL, 1, NULL, NULL, NULL) == BILAN_INVALID_ARGUMENT, "parse", "nothing at all", "");

    check(bilan_catalogue_document(catalogue, "{}", 2, &document, &len) == BILAN_OK, "catalogue", "written", document);
    error = (char *)&checks_passed;
    check(bilan_catalogue_parse(document, len, &other, &error, &error_len) == BILAN_OK && error == NULL && error_len == 0,
          "parse", "a catalogue that the library wrote is read", error);
    check(bilan_catalogue_document(other, "{}", 2, &again, &again_len) == BILAN_OK && again_len == len &&
              memcmp(document, again, len) == 0,
          "parse", "and written as before", again);
    bilan_catalogue_free(other);
    bilan_text_free(document, len);
    bilan_text_free(again, again_len);

    check(bilan_catalogue_check(NULL, 5, &error, &error_len) == BILAN_INVALID_ARGUMENT &&
              is_error(error, "invalidArgument", "json"),
          "check", "NULL of length 5", error);
    bilan_text_free(error, error_len);
    check(bilan_catalogue_check("{}", 2, NULL, NULL) == BILAN_INVALID_ARGUMENT, "check", "no place for the report", "");
    check(bilan_catalogue_check(against_page("\xff{", 2), 2, &error, &error_len) == BILAN_OK && is_whole(error, error_len) &&
              strstr(error, "\"code\":\"invalidUtf8\"") != NULL,
          "check", "bytes that are not UTF-8", error);
    bilan_text_free(error, error_len);
    check(bilan_catalogue_check("{}", (size_t)-1, &error, &error_len) == BILAN_OK &&
              strstr(error, "\"code\":\"tooLarge\"") != NULL,
          "check", "impossible length", error);
    bilan_text_free(error, error_len);

    bilan_catalogue_free(NULL);
    bilan_text_free(NULL, 0);
    bilan_text_free(NULL, (size_t)-1);
    check(1, "free", "NULL is fine", "");
}

static void days(void) {
    static const int32_t NO_DAYS[] = {0, -1, 20270229, 20261301, 20260100, 15821231, 261201, 2147483647};
    uint32_t verdict = 7;
    size_t i;

    for (i = 0; i < sizeof NO_DAYS / sizeof NO_DAYS[0]; i++) {
        verdict = 7;
        check(bilan_funding_decide_on(NO_DAYS[i], BILAN_FACT_RQTH, BILAN_FACT_RQTH, &verdict) == BILAN_INVALID_ARGUMENT &&
                  verdict == 0,
              "decide_on", "a number that is no day", "");
    }
    check(bilan_funding_decide_on(20261201, 0, 0, NULL) == BILAN_INVALID_ARGUMENT, "decide_on", "no place for the verdict", "");
    check(bilan_funding_decide_on(20261201, BILAN_FACT_RQTH, BILAN_FACT_RQTH, &verdict) == BILAN_OK &&
              verdict == BILAN_SITUATION_RQTH,
          "decide_on", "RQTH", "");
}

static void columns(void) {
    uint32_t known[4] = {BILAN_FACT_RQTH, BILAN_FACT_RQTH, 0, 0xFFFFFFFFu};
    uint32_t values[4] = {BILAN_FACT_RQTH, 0, 0xFFFFFFFFu, 0};
    uint32_t verdicts[4] = {7, 7, 7, 7};
    const uint32_t *odd = (const uint32_t *)(const void *)((const char *)known + 1);
    int i, same = 1;

    check(bilan_funding_decide_many(NULL, NULL, 0, NULL) == BILAN_OK, "decide_many", "NULL with n = 0", "");
    check(bilan_funding_decide_many(NULL, values, 4, verdicts) == BILAN_INVALID_ARGUMENT, "decide_many", "no known", "");
    check(bilan_funding_decide_many(known, NULL, 4, verdicts) == BILAN_INVALID_ARGUMENT, "decide_many", "no values", "");
    check(bilan_funding_decide_many(known, values, 4, NULL) == BILAN_INVALID_ARGUMENT, "decide_many", "no verdicts", "");
    check(bilan_funding_decide_many(odd, values, 3, verdicts) == BILAN_INVALID_ARGUMENT, "decide_many", "misaligned", "");
    check(bilan_funding_decide_many(known, values, (size_t)-1, verdicts) == BILAN_INVALID_ARGUMENT, "decide_many",
          "impossible length", "");
    check(bilan_funding_decide_many(known, values, 4, values) == BILAN_INVALID_ARGUMENT, "decide_many", "in place", "");
    check(bilan_funding_decide_many(known, values, 2, values + 1) == BILAN_INVALID_ARGUMENT, "decide_many", "overlap", "");
    check(verdicts[0] == 7 && verdicts[3] == 7, "decide_many", "nothing is written when refused", "");
    check(bilan_funding_decide_many(known, values, 3, verdicts) == BILAN_OK, "decide_many", "three of four", "");
    check(verdicts[3] == 7, "decide_many", "nothing is written beyond n", "");
    for (i = 0; i < 3; i++) same &= verdicts[i] == bilan_funding_decide(known[i], values[i]);
    check(same, "decide_many", "the verdicts one by one", "");

    check(bilan_funding_decide(0, 0) == 0, "decide", "nothing known, nothing decided", "");
    check(bilan_funding_decide(0, 0xFFFFFFFFu) == 0, "decide", "what is not known has no effect", "");
    check(bilan_funding_decide(0xFFFFFFFFu, 0) >> BILAN_VERDICT_NOT_MET_SHIFT == BILAN_VERDICT_SITUATIONS, "decide",
          "nothing holds, no situation is met", "");
    check(bilan_funding_decide(0xFFFC0000u, 0xFFFC0000u) == 0, "decide", "bits that are no facts have no effect", "");
    check(bilan_funding_decide(BILAN_FACT_RQTH, BILAN_FACT_RQTH) == BILAN_SITUATION_RQTH, "decide", "RQTH", "");
    check(bilan_funding_decide(BILAN_FACT_PREPARATION_RECLASSEMENT | BILAN_FACT_RECLASSEMENT,
                               BILAN_FACT_PREPARATION_RECLASSEMENT | BILAN_FACT_RECLASSEMENT) == BILAN_SITUATION_RECLASSEMENT,
          "decide", "redeployment, whatever the status", "");
}

int main(void) {
    size_t i;

    check(setlocale(LC_ALL, "") != NULL, "locale", "that of the environment", getenv("LC_ALL"));
    check(bilan_abi_version() == BILAN_ABI_VERSION, "version", "the ABI of the header", "");
    check(strchr(bilan_version(), '.') != NULL, "version", "a version", bilan_version());
    check(bilan_catalogue_default(&catalogue) == BILAN_OK && catalogue != NULL, "default", "a handle", "");
    for (i = 0; i < SUBJECT_COUNT; i++) {
        texts(&SUBJECTS[i]);
        sizes(&SUBJECTS[i]);
        missing_arguments(&SUBJECTS[i]);
        right_requests(&SUBJECTS[i]);
    }
    hours();
    catalogues();
    days();
    columns();
    bilan_catalogue_free(catalogue);
    return checks_end();
}
