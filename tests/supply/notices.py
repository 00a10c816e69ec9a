"""notices.py [--check [FILE]]: writes THIRD-PARTY.md, from the licence files of the packages that are built into the C
library, the WebAssembly module and the scripts of the npm package, and cli/THIRD-PARTY.md for the program bilan; or prints how
they differ from that, or FILE from THIRD-PARTY.md, and fails."""

import difflib
import json
import re
import subprocess
import sys
from pathlib import Path

NOTICES = "THIRD-PARTY.md"
OF_PROGRAM = "cli/THIRD-PARTY.md"
CRATES = {
    "bilan-professionnel-c": ("C library", "all", ""),
    # The larger of the two modules: it has all that the other has.
    "bilan-professionnel-wasm": ("WebAssembly module", "wasm32-unknown-unknown", "objects"),
}
PROGRAM = {"bilan": ("program", "all", "")}
SCRIPTS = "simulator"
HEAD = """\
# Third-party notices

{} these packages built in; of some, which are macros, only what
they write. Each is under the licence beside it; where that is a choice, the MIT licence is taken. Each text stands once,
below the packages whose sources carry it. Also built in is the Rust standard library, MIT OR Apache-2.0, copyright the Rust
Project Developers; the notices of its parts come with the compiler, in `share/doc/rust/COPYRIGHT-library.html`. What a release
builds for other systems also has parts of LLVM (Apache-2.0 WITH LLVM-exception), on Linux of musl (MIT, copyright © 2005-2020
Rich Felker, et al.) where it is built for musl, on Windows of mingw-w64 (public domain and ZPL-2.1).

Written by `tests/supply/notices`.
"""


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def crates(products):
    """{(name, version): (licence, authors, folder, what it is built into)}, whatever system this runs on."""
    metadata = json.loads(said("cargo", "metadata", "--locked", "--offline", "--format-version", "1"))
    known = {(each["name"], each["version"]): each for each in metadata["packages"] if each["source"]}
    found = {}
    for crate, (product, target, features) in products.items():
        tree = said(
            "cargo",
            "tree",
            "--locked",
            "--offline",
            "--package",
            crate,
            "--edges",
            "normal",
            "--target",
            target,
            "--features",
            features,
            "--prefix",
            "none",
            "--no-dedupe",
            "--format",
            "{p}",
        )
        for name, version in {tuple(line.split(" ")[:2]) for line in tree.splitlines() if line}:
            package = known.get((name, version.removeprefix("v")))
            if package:
                found.setdefault(
                    (name, package["version"]),
                    (package["license"], package["authors"], Path(package["manifest_path"]).parent, []),
                )[-1].append(product)
    return found


def bundled():
    """The same of what the bundler takes into the scripts."""
    found = {}
    for name in said("node", "tests/supply/bundled.mjs").split():
        folder = Path("bindings-wasm/simulateur/node_modules", name)
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        author = package.get("author", [])
        authors = [author if isinstance(author, str) else author["name"]] if author else []
        found[name, package["version"]] = (package["license"], authors, folder, [SCRIPTS])
    return found


def texts(licence, authors, folder):
    """What a package asks to go along: the file of each licence that is taken, or of all of them."""
    files = {path.name.upper().split(".")[0]: path for path in sorted(folder.iterdir()) if path.is_file()}
    for part in re.sub(r"[()]", "", licence.replace("/", " OR ")).split(" AND "):
        choice = part.split(" OR ")
        taken = "MIT" if "MIT" in choice else choice[0]
        names = (f"LICENSE-{taken.split('-')[0].upper()}", "LICENSE", "LICENCE", "COPYING")
        path = next((files[name] for name in names if name in files), None)
        if path:
            lines = path.read_text(encoding="utf-8").splitlines()
            yield "\n".join(line.rstrip() for line in lines).strip("\n")
        else:
            yield f"{taken}, by {', '.join(authors) or 'authors that are not named'}; no licence file in the sources"


def notices(packages):
    groups = {}
    for (name, version), (licence, authors, folder, products) in sorted(packages.items()):
        for text in texts(licence, authors, folder):
            # Lines broken elsewhere do not make another text.
            group = groups.setdefault(" ".join(text.split()), (text, []))
            group[1].append(f"- {name} {version}, {licence}: {', '.join(products)}")
    for text, lines in groups.values():
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        yield "\n".join(["", "---", "", *lines, "", f"{fence}text", text, fence, ""])


def differs(path, wanted):
    there = path.read_bytes().decode() if path.is_file() else ""
    if there == wanted:
        return False
    lines = (text.splitlines() for text in (there, wanted))
    print("\n".join(difflib.unified_diff(*lines, "there", "wanted", lineterm="", n=0)))
    print(f"{path} is not up to date: tests/supply/notices writes it")
    return True


def main(*arguments):
    if arguments and (arguments[0] != "--check" or len(arguments) > 2):
        sys.exit("usage: notices [--check [FILE]]")
    packages = "The C library, the WebAssembly module and the simulator have"
    wanted = {NOTICES: HEAD.format(packages) + "".join(notices(crates(CRATES) | bundled()))}
    if len(arguments) < 2:
        wanted[OF_PROGRAM] = HEAD.format("The program bilan has") + "".join(notices(crates(PROGRAM)))
    if not arguments:
        for path, text in wanted.items():
            Path(path).write_bytes(text.encode())
        return 0
    found = [differs(Path([*arguments, path][1]), text) for path, text in wanted.items()]
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
