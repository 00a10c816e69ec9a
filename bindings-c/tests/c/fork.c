/*
 * A child of fork() answers, even if another thread of its parent was in the middle of the first call of the program.
 *
 * Each round is a process that has not called the library yet: one of its threads makes the first calls, while another
 * forks a little later than in the round before. That child has ten seconds to answer.
 */
#define _DEFAULT_SOURCE

#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

#define ROUNDS 400
#define STEP 50 /* turns of an empty loop, by which the fork is later in each round */

static const char REQUEST[] = "{\"on\":\"2026-12-01\",\"needs\":[\"faireLePoint\"],\"client\":\"affiliee\"}";

static volatile int begun;

/* 1 if a dossier and a verdict are given. */
static int answers(void) {
    bilan_catalogue *catalogue = NULL;
    char *result = NULL;
    size_t len = 0;
    uint32_t verdict = 0;
    int answered;

    if (bilan_catalogue_default(&catalogue) != BILAN_OK) return 0;
    answered = bilan_simulate(catalogue, REQUEST, sizeof REQUEST - 1, &result, &len) == BILAN_OK && is_whole(result, len);
    bilan_text_free(result, len);
    bilan_catalogue_free(catalogue);
    return answered && bilan_funding_decide_on(20261201, 0, 0, &verdict) == BILAN_OK;
}

static void *first_calls(void *answered) {
    begun = 1;
    *(int *)answered = answers();
    return NULL;
}

/* Whether a process has ended by saying that it answered; one that hangs is ended by its alarm. */
static int succeeds(pid_t process) {
    int status = 0;

    return process > 0 && waitpid(process, &status, 0) == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* A round, in a process of its own: its status. */
static int fork_beside_the_first_calls(int delay) {
    pthread_t thread;
    int answered = 0;
    volatile int turn;
    pid_t child;
    int child_succeeds;

    if (pthread_create(&thread, NULL, first_calls, &answered) != 0) return 1;
    while (!begun) continue;
    for (turn = 0; turn < delay; turn++) continue;
    child = fork();
    if (child == 0) {
        alarm(10);
        _exit(answers() ? 0 : 1);
    }
    child_succeeds = succeeds(child);
    pthread_join(thread, NULL);
    return answered && child_succeeds ? 0 : 1;
}

int main(void) {
    int round;

    for (round = 0; round < ROUNDS; round++) {
        pid_t process = fork();
        if (process == 0) _exit(fork_beside_the_first_calls(round * round * STEP / 8));
        check(succeeds(process), "fork", "the child answers", "");
    }
    return checks_end();
}
