"""Holds what cargo-mutants found against accepted.txt; writes RESULT.md after a whole run.

judge.py FOLDER ACCEPTED [--share] --seconds N --version V GROUP…
"""

import argparse
import datetime
import pathlib
import re
import subprocess
import sys

OUTCOMES = ("caught", "timeout", "missed", "unviable")


def mutants(folder, outcome):
    file = folder / "mutants.out" / f"{outcome}.txt"
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line] if file.exists() else []


def unplaced(mutant):
    """A mutant without its line and column, which move with every edit."""
    return re.sub(r"^(\S+?):\d+:\d+: ", r"\1: ", mutant)


def read_accepted(file):
    """Mutants that may survive, each with the reason on the line above it."""
    accepted, reason = {}, None
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            reason = line[2:]
        elif line and reason is None:
            sys.exit(f"{file.name}:{number}: a mutant without a reason above it")
        elif line:
            accepted[line] = reason
        else:
            reason = None
    return accepted


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("accepted", type=pathlib.Path)
    parser.add_argument("--share", action="store_true")
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("groups", nargs="+")
    options = parser.parse_args()

    accepted = read_accepted(options.accepted)
    used, survivors, rows = set(), [], []
    for group in options.groups:
        found = {outcome: mutants(options.folder / group, outcome) for outcome in OUTCOMES}
        known = [mutant for mutant in found["missed"] if unplaced(mutant) in accepted]
        used.update(unplaced(mutant) for mutant in known)
        survivors += [mutant for mutant in found["missed"] if unplaced(mutant) not in accepted]
        viable = sum(len(found[outcome]) for outcome in ("caught", "timeout", "missed"))
        rows.append(
            (
                group,
                viable,
                len(found["caught"]),
                len(found["timeout"]),
                len(known),
                len(found["missed"]) - len(known),
                len(found["unviable"]),
            )
        )
    whole = not options.share and len(options.groups) == 5
    stale = sorted(set(accepted) - used) if whole else []

    header = ("group", "mutants", "caught", "timed out", "accepted", "surviving", "not compiling")
    for row in (header, *rows):
        print("".join(str(cell).ljust(14) if place == 0 else str(cell).rjust(15) for place, cell in enumerate(row)))
    for mutant in survivors:
        print(f"SURVIVES {mutant}")
    for mutant in stale:
        print(f"LISTED, but no survivor any more: {mutant}")

    total = sum(row[1] for row in rows)
    if whole:
        write_result(options, header, rows, accepted)
    failed = len(survivors) + len(stale) + (total == 0)
    print(f"{total - len(survivors)} passed, {failed} failed")
    return 1 if failed else 0


def write_result(options, header, rows, accepted):
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD:core"], capture_output=True, text=True, check=True)
    table = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    table += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    lines = [
        "# Last whole run of the mutation tests",
        "",
        f"{datetime.date.today()}, cargo-mutants {options.version}, {options.seconds // 60} minutes, on the tree "
        f"`{commit.stdout.strip()}` of `core/`. Written by `tests/mutation/run`.",
        "",
        *table,
        "",
        "A mutant that times out is noticed: its tests did not end. The "
        + str(len(accepted))
        + " accepted survivors stand in `accepted.txt`, each with its reason.",
        "",
    ]
    (pathlib.Path(__file__).parent / "RESULT.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
