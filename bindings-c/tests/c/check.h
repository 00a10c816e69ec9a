/* Checks that are counted: every test program ends with « N passed, N failed ». */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

#include <bilan.h>

static int checks_passed, checks_failed;

/* Counts a check; says which one failed, of which case. */
static inline void check(int holds, const char *name, const char *what, const char *text) {
    if (holds) {
        checks_passed++;
    } else {
        checks_failed++;
        printf("FAILED %s: %s: %.200s\n", name, what, text == NULL ? "no text" : text);
    }
}

static inline int checks_end(void) {
    printf("%d passed, %d failed\n", checks_passed, checks_failed);
    return checks_failed == 0 ? 0 : 1;
}

typedef int32_t operation(const bilan_catalogue *, const char *, size_t, char **, size_t *);

/* Whether a text is an error document of that code and, if one is given, of that path. */
static inline int is_error(const char *text, const char *code, const char *path) {
    char start[160];

    snprintf(start, sizeof start, "{\"error\":{\"code\":\"%s\",\"path\":\"%s", code, path == NULL ? "" : path);
    return text != NULL && strncmp(text, start, strlen(start)) == 0;
}

/* A NUL stands after the text, and nowhere before. */
static inline int is_whole(const char *text, size_t len) { return text != NULL && strlen(text) == len; }

#endif
