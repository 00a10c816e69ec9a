#!/usr/bin/env python3
"""Compares the library's FIPHFP verdicts with a brute force that shares none of its code.

tests/oracle/run.py [--seed N] [--count N] [--self-test]    needs cargo and Python 3.9, nothing else
"""

import argparse
import itertools
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from compare import agree, expect, read_answer, read_request
from damages import ANSWERS, oracles
from draw import draw, exhaustive
from tally import Tally
from verdicts import Oracle

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/release/bilan"
SHOWN = 5  # failures shown of each kind
SAMPLE = 4000  # random requests that the damages are tried on


class Count:
    """Cases passed and failed; the first failures of each kind are printed."""

    def __init__(self):
        self.passed = self.failed = 0
        self.kinds = Counter()

    def case(self, ok, kind, *explanation):
        if ok:
            self.passed += 1
            return
        self.failed += 1
        self.kinds[kind] += 1
        if self.kinds[kind] <= SHOWN:
            print(f"  {kind}", *explanation, sep="\n    ")


def answers(requests, count):
    """Each request with the line that the program answers."""
    with tempfile.TemporaryFile() as lines:
        for drawn in requests:
            lines.write(f'{{"operation":"funding","request":{drawn.text}}}\n'.encode())
        lines.seek(0)
        with subprocess.Popen([PROGRAM, "lines"], stdin=lines, stdout=subprocess.PIPE) as program:
            yield from itertools.zip_longest(requests, program.stdout)
    if program.returncode != 0:
        count.case(False, "Wrong end", f"{PROGRAM} ended with status {program.returncode}")


def check(oracle, requests, count, tally, kept, room):
    """Compares every answer, and keeps those that agree while there is room: material for the damages."""
    for drawn, line in answers(requests, count):
        if drawn is None or line is None:
            count.case(False, "Request without answer, or answer without request", drawn and drawn.text, line)
            continue
        expected = expect(oracle, drawn)
        try:
            answer = read_answer(line)
        except (ValueError, AttributeError, TypeError) as error:
            count.case(False, "Unreadable answer", drawn.text, line, error)
            continue
        ok = agree(expected, answer)
        count.case(ok, "Disagreement", drawn.text, f"oracle  {expected}", f"library {answer}")
        if ok and len(kept) < room:
            kept.append((drawn, expected, answer))
        if drawn.fault:
            tally.fault(drawn.fault[0])
        else:
            tally.valid(read_request(drawn.text), drawn.text, expected)


def self_test(kept, count):
    """Each damaged oracle must disagree with one at least of the answers, and each spoilt answer with its request."""
    tried = 0
    for name, oracle in oracles():
        noticed = any(not agree(expect(oracle, drawn), answer) for drawn, _, answer in kept)
        count.case(noticed, "Damage not noticed", name)
        tried += 1
    for name, spoil in ANSWERS:
        changed = [(expected, answer, spoil(answer)) for _, expected, answer in kept]
        noticed = [not agree(expected, {**answer, **change}) for expected, answer, change in changed if change]
        count.case(noticed and all(noticed), "Spoilt answer not noticed", name)
        tried += 1
    return tried


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=20261201)
    options.add_argument("--count", type=int, default=100_000, help="random requests (default %(default)s)")
    options.add_argument("--self-test", action="store_true", help="only see that every damage is noticed")
    options = options.parse_args()
    if subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "bilan"], cwd=ROOT).returncode != 0:
        print("The program bilan cannot be built.\n0 passed, 1 failed")
        return 1

    started = time.monotonic()
    oracle, count, kept = Oracle(), Count(), []
    states = list(exhaustive(oracle.situations))
    print(f"{len(states)} requests: every state of the facts of each situation")
    check(oracle, states, count, Tally(), kept, len(states))

    drawn, tally = SAMPLE if options.self_test else options.count, Tally()
    print(f"{drawn} random requests, seed {options.seed}")
    check(oracle, list(draw(random.Random(options.seed), drawn)), count, tally, kept, len(states) + SAMPLE)
    if not options.self_test:
        occurring, absent = tally.report()
        count.passed += occurring
        for name in absent:
            count.case(False, "Never occurred", name)

    print(f"{self_test(kept, count)} damages, each to be noticed")
    print(f"{time.monotonic() - started:.1f} s after the build")
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
