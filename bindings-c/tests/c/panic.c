/* A panic inside a function becomes a status: linked with the test-only build, which exports the trigger. */
#include "check.h"

int32_t bilan_test_panic(char **result, size_t *result_len);

int main(void) {
    bilan_catalogue *catalogue = NULL;
    char *result = NULL;
    size_t len = 0;
    int turn;

    for (turn = 0; turn < 3; turn++) {
        check(bilan_test_panic(&result, &len) == BILAN_PANIC && is_error(result, "internal", "") && is_whole(result, len),
              "panic", "a status and the error document", result);
        bilan_text_free(result, len);
    }
    check(bilan_test_panic(NULL, NULL) == BILAN_INVALID_ARGUMENT, "panic", "no place for the text", "");
    check(bilan_catalogue_default(&catalogue) == BILAN_OK, "panic", "the library goes on", "");
    check(bilan_catalogue_document(catalogue, "{}", 2, &result, &len) == BILAN_OK, "panic", "and answers", result);
    bilan_text_free(result, len);
    bilan_catalogue_free(catalogue);
    return checks_end();
}
