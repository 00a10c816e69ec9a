/*
 * verifier-agent: might the FIPHFP pay for this agent's bilan professionnel?
 *
 *   verifier-agent --rqth=oui --statut=fonctionnaire     facts on the command line: a verdict in words
 *   verifier-agent agent-rqth.json                       a request of the contract: the explanation of the library
 *
 * It shows the two ways in: words of facts (no memory to manage), and JSON text. C99 and C++17.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bilan.h>
#include <bilan_tables.h>

struct fact {
    uint32_t bit;
    const char *code;
    const char *kind;
};

#define FACT(constant, code, kind, question) {constant, code, kind},

static const struct fact FACTS[] = {BILAN_FACTS(FACT)};

struct situation {
    uint32_t bit;
    const char *label;
};

#define SITUATION(constant, code, label) {constant, label},

static const struct situation SITUATIONS[] = {BILAN_SITUATIONS(SITUATION)};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* The facts of an agent: a bit of `known` says that the fact is, one of `values` that it holds. */
struct facts {
    uint32_t known;
    uint32_t values;
};

static void learn(struct facts *facts, uint32_t bit, int holds) {
    facts->known |= bit;
    facts->values = holds ? facts->values | bit : facts->values & ~bit;
}

/* Reads --fact=value into the facts; 0 if it is none. */
static int read_fact(const char *argument, struct facts *facts) {
    const char *value;
    size_t name_len, i;

    if (strncmp(argument, "--", 2) != 0 || (value = strchr(argument, '=')) == NULL) return 0;
    argument += 2;
    name_len = (size_t)(value - argument);
    value++;
    if (name_len == strlen("statut") && memcmp(argument, "statut", name_len) == 0) {
        int fonctionnaire = strcmp(value, "fonctionnaire") == 0;
        if (!fonctionnaire && strcmp(value, "contractuel") != 0) return 0;
        learn(facts, BILAN_FACT_STATUT, fonctionnaire);
        return 1;
    }
    if (name_len == strlen("taux") && memcmp(argument, "taux", name_len) == 0) {
        char *end = NULL;
        double rate = strtod(value, &end);
        if (end == value || *end != '\0' || !(rate >= 0.0 && rate <= 100.0)) return 0;
        learn(facts, BILAN_FACT_TAUX_INCAPACITE_PERMANENTE, rate >= 10.0);
        return 1;
    }
    /* A question with a yes or a no; --statut and --taux have their own readers. */
    for (i = 0; i < COUNT(FACTS); i++) {
        if (strcmp(FACTS[i].kind, "yesNo") != 0) continue;
        if (name_len == strlen(FACTS[i].code) && memcmp(argument, FACTS[i].code, name_len) == 0) {
            int yes = strcmp(value, "oui") == 0;
            if (!yes && strcmp(value, "non") != 0) return 0;
            learn(facts, FACTS[i].bit, yes);
            return 1;
        }
    }
    return 0;
}

static void print_situations(const char *title, uint32_t bits) {
    size_t i;

    if (bits == 0) return;
    printf("%s :\n", title);
    for (i = 0; i < COUNT(SITUATIONS); i++) {
        if (bits & SITUATIONS[i].bit) printf("  – %s\n", SITUATIONS[i].label);
    }
}

/* The verdict on facts, without text or memory. */
static void print_verdict(struct facts facts) {
    const uint32_t all = BILAN_VERDICT_SITUATIONS;
    uint32_t verdict = bilan_funding_decide(facts.known, facts.values);
    uint32_t met = verdict & all;
    uint32_t not_met = (verdict >> BILAN_VERDICT_NOT_MET_SHIFT) & all;

    if (met != 0) {
        puts("Le Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP)\n"
             "pourrait financer ce bilan en totalité, sur demande de l’employeur.");
        print_situations("Situations réunies", met);
    } else if (not_met == all) {
        puts("Aucune des situations de la liste n’est réunie ; la liste n’est pas limitative.\n"
             "À voir avec une conseillère ou un conseiller.");
    } else {
        puts("Il manque des réponses pour se prononcer.");
        print_situations("Situations à préciser", all & ~not_met);
    }
}

/* The whole of a file, with its length; NULL if it cannot be read. */
static char *read_file(const char *path, size_t *len) {
    char *text = NULL;
    size_t size = 0;
    FILE *file = fopen(path, "rb");

    *len = 0;
    if (file == NULL) return NULL;
    for (;;) {
        if (*len == size) {
            char *larger;
            size = size == 0 ? 4096 : 2 * size;
            larger = (char *)realloc(text, size);
            if (larger == NULL) break;
            text = larger;
        }
        *len += fread(text + *len, 1, size - *len, file);
        if (feof(file)) {
            fclose(file);
            return text;
        }
        if (ferror(file)) break;
    }
    fclose(file);
    free(text);
    return NULL;
}

/* The value of the member `name` that stands `depth` objects deep in a document; NULL if there is none. C has no JSON
 * reader of its own: for one text out of a document this short walk will do. */
static const char *find_member(const char *json, int depth, const char *name) {
    const size_t name_len = strlen(name);
    int level = 0;

    for (; *json != '\0'; json++) {
        if (*json == '{' || *json == '[') {
            level++;
        } else if (*json == '}' || *json == ']') {
            level--;
        } else if (*json == '"') {
            const char *from = ++json;
            while (*json != '\0' && *json != '"') json += *json == '\\' && json[1] != '\0' ? 2 : 1;
            if (*json == '\0') return NULL;
            if (level == depth && json[1] == ':' && (size_t)(json - from) == name_len && memcmp(from, name, name_len) == 0) {
                return json + 2;
            }
        }
    }
    return NULL;
}

/* Prints the JSON text that starts there. The library writes accents as they are, and escapes little else. */
static void print_text(const char *text) {
    if (text == NULL || *text != '"') return;
    for (text++; *text != '\0' && *text != '"'; text++) {
        if (*text == '\\' && text[1] != '\0') {
            text++;
            putchar(*text == 'n' ? '\n' : *text);
        } else {
            putchar(*text);
        }
    }
    putchar('\n');
}

/* The library's explanation of a request kept in a file; the status of the program. */
static int explain(const char *path) {
    bilan_catalogue *catalogue = NULL;
    char *result = NULL;
    size_t request_len, result_len = 0;
    int32_t status = BILAN_PANIC;
    char *request = read_file(path, &request_len);

    if (request == NULL) {
        fprintf(stderr, "verifier-agent : le fichier « %s » est illisible.\n", path);
        return 1;
    }
    if (bilan_catalogue_default(&catalogue) == BILAN_OK) {
        status = bilan_funding(catalogue, request, request_len, &result, &result_len);
        if (status == BILAN_OK) {
            print_text(find_member(result, 1, "explanation"));
        } else if (result != NULL) {
            print_text(find_member(result, 2, "message"));
        }
        bilan_text_free(result, result_len);
    }
    bilan_catalogue_free(catalogue);
    free(request);
    return status == BILAN_OK ? 0 : 1;
}

static int usage(void) {
    size_t i;

    fputs("usage : verifier-agent --FAIT=oui|non… [--statut=fonctionnaire|contractuel] [--taux=POURCENTAGE]\n"
          "        verifier-agent DEMANDE.json\n"
          "faits :",
          stderr);
    for (i = 0; i < COUNT(FACTS); i++) {
        if (strcmp(FACTS[i].kind, "yesNo") == 0) fprintf(stderr, " %s", FACTS[i].code);
    }
    fputs("\n", stderr);
    return 2;
}

int main(int argc, char **argv) {
    struct facts facts = {0, 0};
    int i;

    if (bilan_abi_version() != BILAN_ABI_VERSION) {
        fputs("verifier-agent : la bibliothèque installée n’est pas celle attendue.\n", stderr);
        return 1;
    }
    if (argc == 2 && argv[1][0] != '-') return explain(argv[1]);
    if (argc < 2) return usage();
    for (i = 1; i < argc; i++) {
        if (!read_fact(argv[i], &facts)) {
            fprintf(stderr, "verifier-agent : « %s » n’est pas compris.\n", argv[i]);
            return usage();
        }
    }
    print_verdict(facts);
    return 0;
}
