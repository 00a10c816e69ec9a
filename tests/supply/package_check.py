"""package_check.py FILE.crate…: what a published crate holds: licences, its page, sources; no tests, no more bytes than
agreed. Prints the size of each, and each breach; fails on any."""

import re
import sys
import tarfile
from pathlib import Path

# Compressed, with room for a fifth more than today.
LIMITS = {"bilan-professionnel": 260_000, "bilan-professionnel-c": 44_000, "bilan-professionnel-wasm": 30_000}
NEEDED = {"Cargo.toml", "Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "src/lib.rs"}
# Its script installs the library that it builds, and what must go along.
NEEDED_TOO = {"bilan-professionnel-c": {"THIRD-PARTY.md"}}
# The tests read vectors and catalogues of the repository, and can't run without it.
UNWANTED = re.compile(r"tests/|php/|dotnet/|target/|\..*")
CARGOS_OWN = {".cargo_vcs_info.json"}


def problems(path):
    name = re.fullmatch(r"(.*)-\d+\.\d+\.\d+.*\.crate", path.name)[1]
    size = path.stat().st_size
    print(f"{path.name}: {size} bytes, of {LIMITS.get(name, 0)}")
    if size > LIMITS.get(name, 0):
        yield "larger than agreed"
    with tarfile.open(path) as crate:
        # Links would point out of the package.
        files = {member.name.partition("/")[2] for member in crate if member.isfile() and member.size > 0}
        odd = {member.name for member in crate if not member.isfile()}
    yield from (f"not there: {file}" for file in sorted((NEEDED | NEEDED_TOO.get(name, set())) - files))
    yield from (f"no plain file: {file}" for file in sorted(odd))
    yield from (f"has no place there: {file}" for file in sorted(files - CARGOS_OWN) if UNWANTED.match(file))


def main(*paths):
    found = [f"{path}: {problem}" for path in paths for problem in problems(Path(path))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
