#!/usr/bin/env python3
"""What is public, held against the promise of the same version in snapshots/: ./snapshot.py api|abi [--write] [--in FOLDER]

An addition is compatible, and wants a fresh snapshot: --write. What is gone or changed breaks those who use it: it wants
another version, whose snapshot is a new file. --write never takes a line out of a promise.
"""

import argparse
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
os.chdir(HERE.parent.parent)
sys.path.insert(0, str(HERE))
import abi_lines
import api_lines

SUBJECTS = {
    "api": (api_lines, "raise the version in Cargo.toml as Cargo understands it: 0.1 to 0.2, 1 to 2"),
    "abi": (abi_lines, "raise BILAN_ABI_VERSION in bindings-c/src/version.rs and the SONAME in build.rs"),
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("subject", choices=SUBJECTS)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--in", dest="folder", type=Path, default=HERE / "snapshots")
    chosen = arguments.parse_args()
    subject, remedy = SUBJECTS[chosen.subject]

    name = f"{chosen.subject}-{subject.version()}.txt"
    path = chosen.folder / name
    current = subject.lines()
    promised = path.read_text(encoding="utf-8").splitlines() if path.exists() else None
    gone = [line for line in promised or [] if line not in set(current)]
    new = [line for line in current if line not in set(promised or [])]

    for line in gone:
        print(f"gone: {line}")
    if gone:
        print(
            f"{name}: {len(gone)} promised lines are gone; put them back, or {remedy}.\n"
            "Where that version was never released, take its file away and write it anew."
        )
        return 1
    if chosen.write:
        path.write_text("".join(f"{line}\n" for line in current), encoding="utf-8")
        print(f"{name}: {len(current)} lines, {len(new)} of them new")
        return 0
    for line in new if promised is not None else []:
        print(f"new: {line}")
    if new:
        print(
            f"{name}: {'compatible additions' if promised else 'no such snapshot'}; tests/supply/snapshot.py {chosen.subject} --write"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
