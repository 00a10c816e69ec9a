"""npm_check.py [LOCK…]: the lock files of the npm packages, those of the repository unless named. Every package comes by
name from the configured registry and is held to its digest; what is bundled into the package that ships has a licence
that shipped.toml allows, what only builds and tests has one of a wider list. Prints each breach; fails on any."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

SHIPPED = "bindings-wasm/simulateur/package-lock.json"
# Besides what the crates have: Lit's, named in the first line of the scripts it is bundled into.
BUNDLED_TOO = {"BSD-3-Clause"}
# Nothing of these reaches anyone: tools that build and test, a table of browsers that they read among them.
TOOLS_TOO = {
    "0BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC-BY-4.0",
    "ISC",
    "LGPL-3.0-or-later",
    "MPL-2.0",
}


def allowed(expression, licences):
    """Whether one alternative of a flat SPDX expression has only allowed licences."""
    alternatives = expression.strip("()").split(" OR ")
    return any(all(part in licences for part in alternative.split(" AND ")) for alternative in alternatives)


def shipped(locked):
    waiting = subprocess.run(
        ["node", "tests/supply/bundled.mjs"], check=True, capture_output=True, text=True
    ).stdout.split()
    names = set()
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            waiting.extend(locked[f"node_modules/{name}"].get("dependencies", {}))
    return {f"node_modules/{name}" for name in names}


def source(package):
    """What is wrong with where a locked package comes from, if anything."""
    if package.get("link") or not re.fullmatch(r"\d+\.\d+\.\d+(-[\w.]+)?", package.get("version", "")):
        return "is no version of a published package"
    if "resolved" in package:
        return f"comes from {package['resolved']}, not by its name"
    if not package.get("integrity", "").startswith("sha512-"):
        return "has no SHA-512"
    return None


def problems(path, crates):
    locked = json.loads(Path(path).read_text(encoding="utf-8"))["packages"]
    bundled = shipped(locked) if path.endswith(SHIPPED) else set()
    for place, package in locked.items():
        if place == "":
            continue
        wrong = source(package)
        if wrong:
            yield f"{path}: {place} {wrong}"
        licences = crates | (BUNDLED_TOO if place in bundled else TOOLS_TOO)
        if not allowed(package.get("license", "none"), licences):
            yield f"{path}: {place} is under {package.get('license')}"


def main(*paths):
    policy = tomllib.loads(Path("tests/supply/shipped.toml").read_text(encoding="utf-8"))
    crates = set(policy["licenses"]["allow"])
    if not paths:
        paths = subprocess.run(
            ["git", "ls-files", "*package-lock.json"], check=True, capture_output=True, text=True
        ).stdout.split()
    found = [problem for path in paths for problem in problems(path, crates)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
