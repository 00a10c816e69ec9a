/*
 * What one operation says, the next accepts and agrees with: the answers are texts, and are handed on as texts. The same
 * bytes stand in a dossier and in the answers that it is made of.
 */
#include <stdlib.h>

#include "check.h"

#define MOST 65536

struct chain {
    const char *name;
    const char *members; /* of a plan, and of a case */
    const char *kickoff; /* the meeting as attended, and a comma; nothing where there is none */
};

#define KICKOFF "{\"date\":\"2026-12-01\",\"hours\":1,\"step\":\"reunionDemarrage\"},"

static const struct chain CHAINS[] = {
    {"evolution", "\"variant\":\"evolution\"", KICKOFF},
    {"prevention", "\"variant\":\"prevention\"", KICKOFF},
    {"reorientation", "\"variant\":\"reorientation\"", KICKOFF},
    {"developpement", "\"variant\":\"developpement\"", KICKOFF},
    {"horizon", "\"variant\":\"horizon\"", KICKOFF},
    {"20 h without a kickoff", "\"variant\":\"evolution\",\"hours\":20,\"kickoffMeeting\":false", ""},
    {"fixed hours", "\"variant\":\"horizon\",\"hours\":20,\"fixed\":{\"analyseDemande\":1.5,\"pistes\":2}", KICKOFF},
};

static bilan_catalogue *catalogue;

/* What is answered to a request, which must not be refused; freed by the caller. */
static char *asked(operation *call, const char *name, const char *request) {
    char *result = NULL, *copy;
    size_t len = 0;
    int32_t status = call(catalogue, request, strlen(request), &result, &len);

    check(status == BILAN_OK, name, request, result);
    copy = (char *)malloc(len + 1);
    if (copy == NULL) abort();
    memcpy(copy, result, len + 1);
    bilan_text_free(result, len);
    return copy;
}

/* The number that follows a text, after a place; below zero where it does not stand there. */
static double number_after(const char *text, const char *place, const char *key) {
    const char *from = strstr(text, place), *found = from == NULL ? NULL : strstr(from, key);

    return found == NULL ? -1 : strtod(found + strlen(key), NULL);
}

/* The sessions of a calendar, without the brackets around them. */
static void sessions_of(const char *schedule, char *sessions) {
    const char *start = strstr(schedule, "\"sessions\":["), *end = start == NULL ? NULL : strchr(start, ']');
    size_t len = end == NULL ? 0 : (size_t)(end - start) - strlen("\"sessions\":[");

    if (end != NULL) memcpy(sessions, start + strlen("\"sessions\":["), len);
    sessions[len] = '\0';
}

/* Who attends every session has missed nothing. */
static void attendance(const struct chain *chain, const char *plan, const char *schedule) {
    static char sessions[MOST], request[2 * MOST];
    char *settled;
    double planned, done;

    sessions_of(schedule, sessions);
    check(sessions[0] == '{', chain->name, "sessions", schedule);
    if (sessions[0] != '{') return;
    snprintf(request, sizeof request, "{\"plan\":{%s},\"attended\":[%s%s],\"autonomousHours\":%g}", chain->members,
             chain->kickoff, sessions, number_after(plan, "\"totals\":", "\"autonomous\":"));
    settled = asked(bilan_settle, chain->name, request);
    planned = number_after(settled, "\"accompanied\":", "\"planned\":");
    done = number_after(settled, "\"accompanied\":", "\"done\":");
    check(strstr(settled, "\"complete\":true") != NULL, chain->name, "complete", settled);
    check(planned > 0 && planned == done, chain->name, "all that was planned is done", settled);
    check(planned == number_after(plan, "\"totals\":", "\"accompanied\":"), chain->name, "planned as the plan says", settled);
    free(settled);

    snprintf(request, sizeof request, "{\"plan\":{%s},\"attended\":[%s]}", chain->members, strchr(sessions, '}') + 2);
    settled = asked(bilan_settle, chain->name, request);
    check(strstr(settled, "\"complete\":false") != NULL, chain->name, "one session less is not complete", settled);
    free(settled);
}

/* The price is that of the plan, asked as it was or written out step by step. */
static void price(const struct chain *chain, const char *plan, const char *quote) {
    static char fixed[MOST], request[2 * MOST];
    const char *step = strstr(plan, "\"steps\":["), *end = strstr(plan, "\"totals\":");
    char *again;
    size_t len = 0;

    if (step == NULL || end == NULL) return;
    for (step = strstr(step, "{\"code\":\""); step != NULL && step < end; step = strstr(step + 1, "{\"code\":\"")) {
        const char *code = step + strlen("{\"code\":\"");
        len += (size_t)snprintf(fixed + len, sizeof fixed - len, "%s\"%.*s\":%g", len == 0 ? "" : ",", (int)strcspn(code, "\""),
                                code, number_after(step, "{", "\"hours\":"));
    }
    snprintf(request, sizeof request,
             "{\"plan\":{%.*s,\"hours\":%g,\"kickoffMeeting\":%s,\"fixed\":{%s}},\"client\":\"affiliee\",\"on\":\"2026-11-23\"}",
             (int)strcspn(chain->members, ","), chain->members, number_after(plan, "{", "\"hours\":"),
             chain->kickoff[0] == '\0' ? "false" : "true", fixed);
    again = asked(bilan_quote, chain->name, request);
    check(strcmp(quote, again) == 0, chain->name, "the price of the plan written out", again);
    check(number_after(quote, "{", "\"hours\":") == number_after(plan, "{", "\"hours\":"), chain->name, "the hours", quote);
    free(again);
}

/* Whether a dossier has a part, byte for byte. */
static int has_part(const char *dossier, const char *name, const char *part) {
    static char member[4 * MOST];

    snprintf(member, sizeof member, "\"%s\":%s", name, part);
    return strstr(dossier, member) != NULL;
}

static void parts(const struct chain *chain, const char *plan, const char *quote, const char *schedule) {
    static char request[MOST];
    const char *ends = strstr(schedule, "\"endsOn\":\"");
    char *dossier, *ranking, *funding;

    snprintf(request, sizeof request,
             "{\"on\":\"2026-11-23\",\"needs\":[\"faireLePoint\"],\"client\":\"affiliee\",\"facts\":{\"rqth\":true},%s,"
             "\"calendar\":{\"exchangesOn\":\"2026-12-01\"}}",
             chain->members);
    dossier = asked(bilan_simulate, chain->name, request);
    ranking =
        asked(bilan_recommend, chain->name, "{\"on\":\"2026-11-23\",\"needs\":[\"faireLePoint\"],\"facts\":{\"rqth\":true}}");
    snprintf(request, sizeof request, "{\"on\":\"2026-11-23\",\"facts\":{\"rqth\":true},\"until\":\"%.10s\"}",
             ends == NULL ? "" : ends + strlen("\"endsOn\":\""));
    funding = asked(bilan_funding, chain->name, request);
    check(has_part(dossier, "recommendation", ranking), chain->name, "its ranking", dossier);
    check(has_part(dossier, "funding", funding), chain->name, "its verdict", dossier);
    check(has_part(dossier, "plan", plan), chain->name, "its plan", dossier);
    check(has_part(dossier, "quote", quote), chain->name, "its price", dossier);
    check(has_part(dossier, "schedule", schedule), chain->name, "its calendar", dossier);
    free(dossier);
    free(ranking);
    free(funding);
}

int main(void) {
    size_t i;

    if (bilan_catalogue_default(&catalogue) != BILAN_OK) return 1;
    for (i = 0; i < sizeof CHAINS / sizeof CHAINS[0]; i++) {
        const struct chain *chain = &CHAINS[i];
        char request[400], *plan, *quote, *schedule;

        snprintf(request, sizeof request, "{%s}", chain->members);
        plan = asked(bilan_plan, chain->name, request);
        snprintf(request, sizeof request, "{\"plan\":{%s},\"client\":\"affiliee\",\"on\":\"2026-11-23\"}", chain->members);
        quote = asked(bilan_quote, chain->name, request);
        snprintf(request, sizeof request, "{\"plan\":{%s},\"exchangesOn\":\"2026-12-01\"}", chain->members);
        schedule = asked(bilan_schedule, chain->name, request);
        attendance(chain, plan, schedule);
        price(chain, plan, quote);
        parts(chain, plan, quote, schedule);
        free(plan);
        free(quote);
        free(schedule);
    }
    bilan_catalogue_free(catalogue);
    return checks_end();
}
