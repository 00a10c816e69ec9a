"""Runs every example of the documentation site: examples.py PAGES PROGRAM [--starts NAME…]

PAGES is the folder of the pages with their includes, that tools/site/build writes; PROGRAM the program `bilan`. A block is
run by what it is written in, and by the remark above it, `<!-- essai: … -->`:

    console                     commands, run in a copy of examples/, one after another
    text   essai: affiche       what the last command has printed; a line « … » stands for any lines
    json   essai: OPÉRATION     a request, which is answered
    json   essai: OPÉRATION refuse CODE    one that is refused
    json   essai: réponse       members of the last answer
    json   essai: catalogue     a document without a fault
    sh     (start pages)        commands of a newcomer, run with --starts in an empty folder
    any    essai: fichier PATH  a file that the newcomer writes there
    any    essai: montre FILE   a part of a file of the repository, word for word but for its line breaks
    html   essai: page          shown by a browser, in site.test.mjs
    any    essai: aucun, WHY    cannot be run here: its page says « non essayé »

Any other block that a reader could copy is a fault; a `text` block without a remark is a drawing.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BLOCK = re.compile(
    r"(?:<!-- essai: (?P<trial>[^\n]*?) -->\s*\n)?^(?P<indent> *)```(?P<language>[a-z]*)[^\n]*\n(?P<text>.*?)^ *```$",
    re.M | re.S,
)
# What a newcomer types to get the repository: they have it under this name.
CLONE = "git clone https://github.com/cdg29/bilan-professionnel\n"


@dataclass
class Example:
    """One block of a page."""

    page: str
    line: int
    language: str
    trial: str
    text: str

    def __str__(self):
        return f"{self.page}:{self.line} ({self.language}{': ' + self.trial if self.trial else ''})"


def examples(pages):
    """Every fenced block of the pages, in order; but of those whose commands a test of the program runs."""
    guides = (REPOSITORY / "cli/tests/guide.rs").read_text(encoding="utf-8")
    for path in sorted(pages.rglob("*.md")):
        if f'docs/{path.relative_to(pages).as_posix()}"' in guides:
            continue
        content = path.read_text(encoding="utf-8")
        for found in BLOCK.finditer(content):
            line = content.count("\n", 0, found.start()) + 1
            name = path.relative_to(pages).as_posix()
            text = re.sub(f"^{found['indent']}", "", found["text"], flags=re.M)
            yield Example(name, line, found["language"], found["trial"] or "", text)


def as_printed(expected, printed):
    """Whether a text is what was printed.

    A line « … » stands for any lines, « … » at the end of a line for the rest of it, a space for one that does not break.
    """
    expected, printed = expected.replace("\u00a0", " "), printed.replace("\u00a0", " ")
    pieces = re.split(r"^…\n?", expected.rstrip("\n") + "\n", flags=re.M)
    pattern = r"(?:.*\n)*?".join(re.escape(piece).replace("…\\\n", ".*\\\n") for piece in pieces)
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n")


def holds(part, whole):
    """Whether every member of a document is in another."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(value, whole[key]) for key, value in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and len(part) == len(whole) and all(map(holds, part, whole))
    return part == whole


def flowing(text):
    """A text without its line breaks."""
    return " ".join(text.split())


class Page:
    """The examples of one page, which share a folder, run one after another."""

    def __init__(self, program, folder, text):
        self.program = program
        self.text = text
        self.folder = folder
        self.printed = ""
        self.answer = None
        for part in ("cases", "catalogues"):
            shutil.copytree(REPOSITORY / "examples" / part, folder / "examples" / part)
        self.environment = os.environ | {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "NO_COLOR": "1",
            "COLUMNS": "100",
        }

    def run(self, command, text=""):
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def asked(self, operation, text):
        done = self.run([str(self.program), operation, *(["--json"] if operation == "simulate" else [])], text)
        self.answer = json.loads(done.stdout) if done.stdout.strip() else {}
        return done

    def judge(self, example):
        """What is wrong with an example, or nothing."""
        trial = example.trial.split()
        if example.language == "console":
            self.printed = ""
            for command in filter(None, example.text.split("\n")):
                done = self.run(["sh", "-c", command])
                self.printed += done.stdout
                if done.returncode:
                    return f"{command}: status {done.returncode}: {done.stdout}{done.stderr}"
            return None
        if trial[:1] == ["affiche"]:
            return None if as_printed(example.text, self.printed) else f"printed instead:\n{self.printed}"
        if trial[:1] == ["catalogue"]:
            (self.folder / "essai.json").write_text(example.text, encoding="utf-8")
            done = self.run([str(self.program), "check", "essai.json"])
            return done.stdout + done.stderr if done.returncode else None
        if trial[:1] == ["réponse"]:
            return (
                None
                if holds(json.loads(example.text), self.answer)
                else f"answered instead: {json.dumps(self.answer, ensure_ascii=False)}"
            )
        if trial[1:2] == ["refuse"]:
            done = self.asked(trial[0], example.text)
            code = self.answer.get("error", {}).get("code")
            return None if done.returncode and code == trial[2] else f"got {code or done.stdout}"
        if trial[:1] == ["aucun,"]:
            print(f"not run: {example}")
            return None if len(trial) > 1 and "non essayé" in self.text else "its page does not say « non essayé »"
        if trial[:1] == ["montre"]:
            file = (REPOSITORY / trial[1]).read_text(encoding="utf-8")
            return None if flowing(example.text) in flowing(file) else "the file says otherwise"
        if example.language == "json" and len(trial) == 1:
            done = self.asked(trial[0], example.text)
            return done.stdout + done.stderr if done.returncode else None
        return "nothing says how this example is tried"


def is_tried_elsewhere(example):
    """Drawings, and what --starts runs."""
    if example.language == "text" and not example.trial:
        return True
    if example.trial == "page":
        return True
    return example.page.startswith("demarrer/") and (example.language == "sh" or example.trial.startswith("fichier "))


def start(page, blocks, folder):
    """Does what a start page says, as a newcomer would, in an empty folder."""
    (folder / "bilan-professionnel").symlink_to(REPOSITORY)
    home = folder / "home"
    home.mkdir()
    environment = os.environ | {
        "HOME": str(home),
        "CARGO_HOME": os.environ.get("CARGO_HOME", str(Path.home() / ".cargo")),
        "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", str(Path.home() / ".rustup")),
        "COMPOSER_ALLOW_SUPERUSER": "1",
        "COMPOSER_NO_INTERACTION": "1",
    }
    script = ["set -euo pipefail"]
    for number, block in enumerate(blocks):
        if block.trial.startswith("fichier "):
            kept = folder / f".block-{number}"
            kept.write_text(block.text, encoding="utf-8")
            script.append(f'mkdir -p "$(dirname {block.trial.split()[1]})" && cp {kept} {block.trial.split()[1]}')
        elif block.trial == "affiche":
            (folder / f".expected-{number}").write_text(block.text, encoding="utf-8")
            script.append(f"cp {folder}/.printed {folder}/.printed-{number}")
        elif block.language == "sh":
            script.append("{ " + block.text.replace(CLONE, ":\n") + f"}} > {folder}/.printed")
    done = subprocess.run(
        ["bash", "-c", "\n".join(script)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=1800, check=False,
    )  # fmt: skip
    if done.returncode:
        return f"{page}: status {done.returncode}\n{(folder / '.printed').read_text() if (folder / '.printed').exists() else ''}{done.stdout}{done.stderr}"
    for number, block in enumerate(blocks):
        if block.trial == "affiche":
            printed = (folder / f".printed-{number}").read_text(encoding="utf-8")
            if not as_printed(block.text, printed):
                return f"{block}: printed instead:\n{printed}"
    return None


def main():
    pages, program = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    starts = sys.argv[4:] if sys.argv[3:4] == ["--starts"] else None
    passed = failed = 0

    def count(example, fault):
        nonlocal passed, failed
        if fault:
            failed += 1
            print(f"FAILED {example}: {fault}")
        else:
            passed += 1

    by_page = {}
    for example in examples(pages):
        by_page.setdefault(example.page, []).append(example)
    for page, blocks in by_page.items():
        with tempfile.TemporaryDirectory() as folder:
            if starts is None:
                run = Page(program, Path(folder), (pages / page).read_text(encoding="utf-8"))
                newcomer = page.startswith("demarrer/") and any(block.language == "sh" for block in blocks)
                for block in blocks:
                    if is_tried_elsewhere(block) or (newcomer and block.trial == "affiche"):
                        continue
                    count(block, run.judge(block))
            elif Path(page).stem in starts:
                count(
                    page,
                    start(page, [block for block in blocks if not block.trial.startswith("montre ")], Path(folder)),
                )
    missing = set(starts or []) - {Path(page).stem for page in by_page}
    for name in sorted(missing):
        count(name, "there is no such start page")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
