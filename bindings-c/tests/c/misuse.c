/* What a program must not do: reads a text after giving it back. A sanitizer that is really linked stops it. */
#include "check.h"

int main(void) {
    bilan_catalogue *catalogue = NULL;
    char *result = NULL;
    size_t len = 0;
    volatile char first;

    bilan_catalogue_default(&catalogue);
    bilan_catalogue_document(catalogue, "{}", 2, &result, &len);
    bilan_text_free(result, len);
    first = result[0];
    (void)first;
    bilan_catalogue_free(catalogue);
    return 0;
}
