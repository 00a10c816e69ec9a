/*
 * host [CATALOGUE]: answers the request lines of the standard input, a line each.
 *
 * A line {"operation":"plan","request":...} goes to the function of its operation, bilan_plan, with the request as
 * written; every other line to bilan_answer_line. A catalogue that is refused is refused by every answer.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bilan.h>
#include <bilan_tables.h>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

typedef int32_t operation(const bilan_catalogue *, const char *, size_t, char **, size_t *);

struct route {
    const char *prefix;
    operation *answer;
};

#define ROUTE(code, function) {"{\"operation\":\"" code "\",\"request\":", function},

static const struct route ROUTES[] = {BILAN_OPERATIONS(ROUTE)};

/* Bytes that grow. */
struct bytes {
    char *at;
    size_t len, size;
};

static void append(struct bytes *bytes, int byte) {
    if (bytes->len == bytes->size) {
        bytes->size = bytes->size == 0 ? 65536 : 2 * bytes->size;
        bytes->at = (char *)realloc(bytes->at, bytes->size);
        if (bytes->at == NULL) {
            fputs("host: out of memory\n", stderr);
            exit(1);
        }
    }
    bytes->at[bytes->len++] = (char)byte;
}

/* Reads a line without its end, LF or CRLF; 0 when there is none. */
static int read_line(struct bytes *line) {
    int byte, found = 0;

    line->len = 0;
    while ((byte = getchar()) != EOF) {
        found = 1;
        if (byte == '\n') {
            if (line->len > 0 && line->at[line->len - 1] == '\r') line->len--;
            break;
        }
        append(line, byte);
    }
    return found;
}

/* Errors of the text itself name positions, which are those of the line and not of the request in it. */
static int is_about_text(const char *document) {
    static const char *const CODES[] = {"invalidJson", "invalidUtf8", "tooLarge"};
    const char *code = document + strlen("{\"error\":{\"code\":\"");
    size_t i;

    for (i = 0; i < sizeof CODES / sizeof CODES[0]; i++) {
        if (strncmp(code, CODES[i], strlen(CODES[i])) == 0) return 1;
    }
    return 0;
}

static void require(int condition, const char *what) {
    if (!condition) {
        fprintf(stderr, "host: %s\n", what);
        exit(1);
    }
}

/* A request that is null is none: a fault of the line. */
static int is_null(const char *text, size_t len) {
    while (len > 0 && text[0] == ' ') text++, len--;
    while (len > 0 && text[len - 1] == ' ') len--;
    return len == strlen("null") && memcmp(text, "null", len) == 0;
}

static void answer(const bilan_catalogue *catalogue, const struct bytes *line) {
    char *result = NULL;
    size_t len = 0, i;

    for (i = 0; i < sizeof ROUTES / sizeof ROUTES[0]; i++) {
        size_t prefix = strlen(ROUTES[i].prefix);
        int32_t status;

        if (line->len <= prefix || memcmp(line->at, ROUTES[i].prefix, prefix) != 0) continue;
        if (line->at[line->len - 1] != '}') continue;
        if (is_null(line->at + prefix, line->len - prefix - 1)) continue;
        status = ROUTES[i].answer(catalogue, line->at + prefix, line->len - prefix - 1, &result, &len);
        require(status == BILAN_OK || status == BILAN_ERROR, "an operation did not answer");
        require((status == BILAN_ERROR) == (strncmp(result, "{\"error\":", 9) == 0), "status and text disagree");
        if (status == BILAN_ERROR && is_about_text(result)) {
            bilan_text_free(result, len);
            result = NULL;
        }
    }
    if (result == NULL) {
        require(bilan_answer_line(catalogue, line->at, line->len, &result, &len) == BILAN_OK, "a line was not answered");
    }
    require(strlen(result) == len, "the length is not that of the text");
    fwrite(result, 1, len, stdout);
    putchar('\n');
    bilan_text_free(result, len);
}

/* The catalogue of a file, or the one of the library; NULL and its error if it is refused. */
static bilan_catalogue *open_catalogue(const char *path, char **error, size_t *error_len) {
    bilan_catalogue *catalogue = NULL;
    struct bytes text = {NULL, 0, 0};
    FILE *file;
    int byte;

    if (path == NULL) {
        require(bilan_catalogue_default(&catalogue) == BILAN_OK, "no catalogue");
        return catalogue;
    }
    file = fopen(path, "rb");
    require(file != NULL, "the catalogue file cannot be read");
    while ((byte = getc(file)) != EOF) append(&text, byte);
    fclose(file);
    require((bilan_catalogue_parse(text.at, text.len, &catalogue, error, error_len) == BILAN_OK) == (*error == NULL),
            "status and text disagree");
    free(text.at);
    return catalogue;
}

int main(int argc, char **argv) {
    char *refusal = NULL;
    size_t refusal_len = 0;
    bilan_catalogue *catalogue = open_catalogue(argc > 1 ? argv[1] : NULL, &refusal, &refusal_len);
    struct bytes line = {NULL, 0, 0};

#ifdef _WIN32
    /* Bytes as they are, also those that text has no room for there. */
    require(_setmode(0, _O_BINARY) != -1 && _setmode(1, _O_BINARY) != -1, "no binary streams");
#endif
    while (read_line(&line)) {
        if (refusal != NULL) puts(refusal);
        else answer(catalogue, &line);
    }
    free(line.at);
    bilan_text_free(refusal, refusal_len);
    bilan_catalogue_free(catalogue);
    return 0;
}
