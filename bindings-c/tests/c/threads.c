/*
 * One catalogue, eight threads, every operation at once: the answers are those of one thread. The threads have small
 * stacks, and meet deep nesting on them too. With an argument, as many rounds as it says.
 */
#define _DEFAULT_SOURCE

#include <pthread.h>
#include <stdlib.h>

#include "operations.h"

#define THREADS 8
/* Instrumented, unoptimised frames are many times larger. */
#ifndef STACK
#define STACK (256 * 1024)
#endif

static bilan_catalogue *shared;
static char *expected[SUBJECT_COUNT];
static char *deep;
static const size_t DEEP = 100000;
static int rounds = 200;

/* Answers every right request over and over; counts the answers that are other than expected. */
static void *work(void *argument) {
    long *wrong = (long *)argument;
    int round;
    size_t i;

    for (round = 0; round < rounds; round++) {
        for (i = 0; i < SUBJECT_COUNT; i++) {
            const struct subject *subject = &SUBJECTS[i];
            char *result = NULL;
            size_t len = 0;
            if (subject->right == NULL) continue;
            subject->call(shared, subject->right, strlen(subject->right), &result, &len);
            *wrong += strcmp(result, expected[i]) != 0;
            bilan_text_free(result, len);
            subject->call(shared, deep, DEEP, &result, &len);
            *wrong += !is_error(result, "invalidJson", NULL);
            bilan_text_free(result, len);
        }
    }
    return NULL;
}

int main(int argc, char **argv) {
    pthread_t threads[THREADS];
    pthread_attr_t attributes;
    long wrong[THREADS] = {0};
    size_t lens[SUBJECT_COUNT] = {0};
    size_t i;

    if (argc > 1) rounds = atoi(argv[1]);
    check(bilan_catalogue_default(&shared) == BILAN_OK, "threads", "a catalogue", "");
    deep = (char *)malloc(DEEP);
    if (deep == NULL) return 1;
    memset(deep, '[', DEEP);
    for (i = 0; i < SUBJECT_COUNT; i++) {
        const char *right = SUBJECTS[i].right;
        if (right != NULL) SUBJECTS[i].call(shared, right, strlen(right), &expected[i], &lens[i]);
    }
    pthread_attr_init(&attributes);
    check(pthread_attr_setstacksize(&attributes, STACK) == 0, "threads", "small stacks", "");
    for (i = 0; i < THREADS; i++) {
        check(pthread_create(&threads[i], &attributes, work, &wrong[i]) == 0, "threads", "started", "");
    }
    for (i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        check(wrong[i] == 0, "threads", "every answer is that of one thread", "");
    }
    pthread_attr_destroy(&attributes);
    for (i = 0; i < SUBJECT_COUNT; i++) bilan_text_free(expected[i], lens[i]);
    free(deep);
    bilan_catalogue_free(shared);
    return checks_end();
}
