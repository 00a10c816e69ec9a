"""notices.py [--check [FILE]]: writes THIRD-PARTY.md, from the licence files of the packages that are built into the C
library, the WebAssembly module and the scripts of the npm package; or prints how FILE, THIRD-PARTY.md unless named, differs
from that, and fails."""

import difflib
import json
import re
import subprocess
import sys
from pathlib import Path

NOTICES = "THIRD-PARTY.md"
CRATES = {
    "bilan-professionnel-c": ("C library", "all", ""),
    # The larger of the two modules: it has all that the other has.
    "bilan-professionnel-wasm": ("WebAssembly module", "wasm32-unknown-unknown", "objects"),
}
SCRIPTS = "simulator"
HEAD = """\
# Third-party notices

The C library, the WebAssembly module and the simulator have these packages built in; of some, which are macros, only what
they write. Each is under the licence beside it; where that is a choice, the MIT licence is taken. Each text stands once,
below the packages whose sources carry it. Also built in is the Rust standard library, MIT OR Apache-2.0, copyright the Rust
Project Developers; the notices of its parts come with the compiler, in `share/doc/rust/COPYRIGHT-library.html`.

Written by `tests/supply/notices`.
"""


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def crates():
    """{(name, version): (licence, authors, folder, what it is built into)}, whatever system this runs on."""
    metadata = json.loads(said("cargo", "metadata", "--locked", "--offline", "--format-version", "1"))
    known = {(each["name"], each["version"]): each for each in metadata["packages"] if each["source"]}
    found = {}
    for crate, (product, target, features) in CRATES.items():
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


def main(*arguments):
    if arguments and (arguments[0] != "--check" or len(arguments) > 2):
        sys.exit("usage: notices [--check [FILE]]")
    wanted = HEAD + "".join(notices(crates() | bundled()))
    if not arguments:
        Path(NOTICES).write_bytes(wanted.encode())
        return 0
    path = Path([*arguments, NOTICES][1])
    there = path.read_bytes().decode() if path.is_file() else ""
    if there == wanted:
        return 0
    lines = (text.splitlines() for text in (there, wanted))
    print("\n".join(difflib.unified_diff(*lines, "there", "wanted", lineterm="", n=0)))
    print(f"{path.name} is not up to date: tests/supply/notices writes it")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
