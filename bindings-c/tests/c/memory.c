/*
 * A million calls in flat memory: operations in turn, right requests and wrong ones, handles made and given back.
 * With an argument, as many calls as it says, for a tool that watches the memory itself.
 */
#define _DEFAULT_SOURCE

#include <stdlib.h>
#include <unistd.h>

#include "operations.h"

/* The resident memory of this process, in bytes. */
static long resident(void) {
    long total = 0, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");

    if (file == NULL) return 0;
    if (fscanf(file, "%ld %ld", &total, &pages) != 2) pages = 0;
    fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

/* One call of each kind in turn. */
static int call(long turn, const bilan_catalogue *shared) {
    const struct subject *subject = &SUBJECTS[(size_t)turn % SUBJECT_COUNT];
    const char *requests[3];
    const char *request;
    char *result = NULL;
    size_t len = 0;
    bilan_catalogue *own = NULL;
    int answered;

    requests[0] = subject->right;
    requests[1] = subject->wrong_type;
    requests[2] = subject->unknown;
    request = requests[(size_t)turn / SUBJECT_COUNT % 3];
    if (turn % 8 == 0 && bilan_catalogue_default(&own) != BILAN_OK) return 0;
    subject->call(own == NULL ? shared : own, request, request == NULL ? 0 : strlen(request), &result, &len);
    answered = is_whole(result, len) && len > 0;
    bilan_text_free(result, len);
    bilan_catalogue_free(own);
    return answered;
}

int main(int argc, char **argv) {
    const long calls = argc > 1 ? atol(argv[1]) : 1000000;
    const long warm_up = calls / 20 + 1;
    bilan_catalogue *catalogue = NULL;
    char *document = NULL;
    size_t len = 0;
    long turn, before = 0, after, answered = 0;

    check(bilan_catalogue_default(&catalogue) == BILAN_OK, "memory", "a catalogue", "");
    check(bilan_catalogue_document(catalogue, "{}", 2, &document, &len) == BILAN_OK, "memory", "its document", document);
    for (turn = 0; turn < calls; turn++) {
        if (turn == warm_up) before = resident();
        answered += call(turn, catalogue);
        if (turn % 1000 == 0) {
            bilan_catalogue *read = NULL;
            char *error = NULL;
            size_t error_len = 0;
            bilan_catalogue_parse(document, len, &read, &error, &error_len);
            bilan_text_free(error, error_len);
            bilan_catalogue_free(read);
        }
    }
    after = resident();
    printf("%ld calls, resident memory %ld kB after the first %ld and %ld kB at the end\n", calls, before / 1024, warm_up,
           after / 1024);
    check(answered == calls, "memory", "every call is answered", "");
    /* Far above what a busy machine adds, and far below 32 bytes a call, the smallest leak; valgrind finds any. */
    if (argc == 1) check(after - before <= 4 * 1024 * 1024, "memory", "resident memory is flat", "");
    bilan_text_free(document, len);
    bilan_catalogue_free(catalogue);
    return checks_end();
}
