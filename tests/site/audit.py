"""The audit of the simulator holds together: audit.py

Every criterion of the RGAA 4.1 has one result, the counts are those of the table, what is said to conform says how that was
checked, and every test that is named exists.
"""

import re
import sys
from collections import Counter
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs/accessibilite.md"
TESTS = REPOSITORY / "bindings-wasm/simulateur/tests"
# Criteria of each theme.
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
RESULTS = ("conforme", "non conforme", "non vérifié", "à la page", "sans objet")
ROW = re.compile(r"^\| (\d+\.\d+)(?: à (\d+\.\d+))? \| (.+?) \| (.+?) \| (.+?) \|$", re.M)
NAMED = re.compile(r"`([a-z-]+\.test\.js)` `([^`]+)`")
COUNT = re.compile(r"^\| (?:\*\*)?([^|*]+?)(?:\*\*)? \| (?:\*\*)?(\d+)(?:\*\*)? \|$", re.M)


def criteria(first, last):
    """The criteria of one row, which may stand for several of a theme."""
    theme, begin = map(int, first.split("."))
    end = int(last.split(".")[1]) if last else begin
    return [f"{theme}.{number}" for number in range(begin, end + 1)]


def titles(file):
    """The names of the tests of a file, as they are written."""
    path = TESTS / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return {name for _, name in re.findall(r"\btest\(\s*(['`])(.*?)\1", text)}


def main():
    page = PAGE.read_text(encoding="utf-8").replace("\u00a0", " ")
    passed = 0
    faults = []

    def hold(what, fault):
        nonlocal passed
        if what:
            passed += 1
        else:
            faults.append(fault)

    judged = []
    for first, last, _, result, how in ROW.findall(page):
        judged += [(criterion, result) for criterion in criteria(first, last)]
        hold(result in RESULTS, f"{first}: « {result} » is no result")
        hold(result != "conforme" or re.search(r"axe|main|test", how), f"{first}: nothing says how it was checked")
    expected = [f"{theme}.{number}" for theme, count in enumerate(THEMES, 1) for number in range(1, count + 1)]
    hold(
        [criterion for criterion, _ in judged] == expected,
        "the criteria are not those of the RGAA, each once, in their order",
    )
    counted = Counter(result for _, result in judged) | {"ensemble": len(judged)}
    for name, number in COUNT.findall(page):
        hold(counted.get(name, 0) == int(number), f"{name}: {number} announced, {counted.get(name, 0)} in the table")
    hold(len(COUNT.findall(page)) == len(RESULTS) + 1, "the counts of all results, and their sum")
    named = NAMED.findall(page)
    hold(named, "no test is named")
    for file, name in named:
        hold(name in titles(file), f"{file}: there is no test « {name} »")
    for fault in faults:
        print(f"FAILED {fault}")
    print(f"{passed} passed, {len(faults)} failed")
    sys.exit(bool(faults))


main()
