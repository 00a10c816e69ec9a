"""Compares the library's answers, in all operations, with a second reading that shares none of its code."""

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

from damages import readings, tried_on
from draw import Draw
from edges import edges
from loading import Reading
from matching import difference, example, spoilt
from program import Program, read_answer
from replays import replays
from tally import Tally

import examples

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 5  # failures shown of each kind
SAMPLE = 20_000  # random requests that the damages are tried on
SPOILT = 400  # answers that are spoilt in every place


class Count:
    """Cases passed and failed; the first failures of each kind are printed."""

    def __init__(self):
        self.passed = self.failed = 0
        self.kinds = {}

    def case(self, ok, kind, *explanation):
        if ok:
            self.passed += 1
            return
        self.failed += 1
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if self.kinds[kind] <= SHOWN:
            print(f"  {kind}", *explanation, sep="\n    ")

    def report(self):
        for kind, failures in sorted(self.kinds.items()):
            print(f"  {failures:7} {kind}")


def compare(program, cases, count, tally):
    """Asks the program every request, and yields those whose answer is the one expected."""
    for (drawn, expected), line in program.answers(
        [(drawn.operation, drawn.text, drawn.catalogue) for drawn, _ in cases], cases
    ):
        try:
            found = difference(expected, read_answer(line))
        except (ValueError, AttributeError, TypeError) as error:
            found = f"unreadable: {error}"
        count.case(found is None, f"Disagreement on {drawn.operation}", drawn.text, found, (line or "no answer")[:600])
        tally.case(drawn, expected)
        if found is None:
            yield drawn, expected, line


def check_editions(agreed, count):
    """The rules and the catalogue are the same in every answer."""
    rules, catalogues = set(), set()
    for _, _, line in agreed:
        answer = json.loads(line)
        record = answer.get("record", {})
        rules |= {json.dumps(found) for found in (answer.get("rules"), record.get("rules")) if found}
        catalogues |= {json.dumps(found) for found in (record.get("catalogue"),) if found}
    count.case(len(rules) == 1, "Several editions of the rules", *sorted(rules)[:SHOWN])
    count.case(len(catalogues) == 1, "Several editions of the catalogue", *sorted(catalogues)[:SHOWN])


def check_replays(program, agreed, count):
    """A case and its record hold; a record of which one digest is another does not, and that one is told."""
    cases = list(replays(agreed))
    for (words, _, expected), line in program.answers([("replay", sent, None) for _, sent, _ in cases], cases):
        try:
            found = difference(expected, read_answer(line))
        except (ValueError, AttributeError, TypeError) as error:
            found = f"unreadable: {error}"
        count.case(found is None, f"Replay: {words}", found, line)
    return len(cases)


def self_test(cases, count):
    """Each damaged reading must disagree with one answer at least, and each spoilt answer with its request."""
    tried, by_operation = 0, {}
    for drawn, expected in random.Random(2).sample(cases, len(cases)):
        by_operation.setdefault(drawn.operation, []).append((drawn, expected, example(expected)))
    for name, operations, reading in readings():
        tried_cases = list(tried_on(operations, by_operation))
        noticed = any(refuses(reading, drawn, answer) for drawn, _, answer in tried_cases) or any(
            accepts_more(reading, drawn, expected) for drawn, expected, _ in tried_cases
        )
        count.case(noticed, "Damage not noticed", name)
        tried += 1
    sample = random.Random(1).sample(cases, min(SPOILT, len(cases)))
    for drawn, expected in sample:
        for name, answer in spoilt(expected):
            count.case(difference(expected, answer) is not None, "Spoilt answer not noticed", name, drawn.text)
            tried += 1
    return tried


def damaged_answer(reading, drawn):
    """What a damaged reading expects, or None where its damage makes no sense of the request: that shows nothing."""
    try:
        return reading.answer(drawn.operation, drawn.text, drawn.catalogue)
    except (ArithmeticError, LookupError, TypeError, AttributeError):
        return None
    except reading.faults.Open:
        return None


def refuses(reading, drawn, answer):
    """Whether a damaged reading refuses a right answer."""
    expected = damaged_answer(reading, drawn)
    return expected is not None and difference(expected, answer) is not None


def accepts_more(reading, drawn, expected):
    """Whether a damaged reading accepts a wrong answer, where the contract leaves a choice."""
    damaged = damaged_answer(reading, drawn)
    return damaged is not None and any(
        difference(damaged, answer) is None for name, answer in spoilt(expected) if name.endswith("a matcher")
    )


def main():
    options = argparse.ArgumentParser(prog="tests/oracle/run", description=__doc__)
    options.add_argument("--seed", type=int, default=20261201)
    options.add_argument("--count", type=int, default=100_000, help="random requests (default %(default)s)")
    options.add_argument("--self-test", action="store_true", help="without the program: examples and damages alone")
    options = options.parse_args()
    program = None
    if not options.self_test:
        bilan = [ROOT / "tests/lib/program", "bilan"]
        if subprocess.run([*bilan, "--version"], stdout=subprocess.DEVNULL).returncode != 0:
            print("The program bilan cannot be built.\n0 passed, 1 failed")
            return 1
        program = Program(bilan)

    started = time.monotonic()
    reading, count, tally = Reading(), Count(), Tally()
    for ok, name in examples.checks(reading, example):
        count.case(ok, "The reading disagrees with the documents", name)
    draw = Draw(random.Random(options.seed), reading)
    states = [case for case in map(draw.expected, edges(reading)) if case]
    print(f"{len(states)} requests: every state of the facts of each situation, every total, both sides of every limit")
    drawn = list(draw.requests(SAMPLE if options.self_test else options.count))
    print(f"{len(drawn)} random requests, seed {options.seed}")
    if program:
        list(compare(program, states, count, tally))
        agreed = list(compare(program, drawn, count, tally))
        check_editions(agreed, count)
        print(f"{check_replays(program, agreed, count)} records replayed")
        count.case(program.ended_well, "The program ended with an error")
        occurring, absent = tally.report()
        count.passed += occurring
        for name in absent:
            count.case(False, "Never occurred", name)
    print(f"{self_test(states + drawn[:SAMPLE], count)} damages and spoilt answers, each to be noticed")
    count.report()
    print(f"{time.monotonic() - started:.1f} s after the build")
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
