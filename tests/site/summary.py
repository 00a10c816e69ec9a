"""Every page of docs/ is in the site, and no page is empty: summary.py FOLDER"""

import re
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def main():
    site = Path(sys.argv[1])
    passed = 0
    faults = []
    for page in sorted((REPOSITORY / "docs").rglob("*.md")):
        name = page.relative_to(REPOSITORY / "docs").as_posix()
        if name == "SUMMARY.md":
            continue
        built = site / re.sub(r"(README)?\.md$", lambda found: "index.html" if found[1] else ".html", name)
        text = built.read_text(encoding="utf-8") if built.exists() else ""
        body = re.search(r"<main>(.*)</main>", text, re.S)
        headings = re.findall(r"<h1\b", body[1]) if body else []
        if len(headings) == 1 and len(body[1]) > 300:
            passed += 1
        else:
            faults.append(f"docs/{name}: not in docs/SUMMARY.md, empty, or without one title")
    for fault in faults:
        print(f"FAILED {fault}")
    print(f"{passed} passed, {len(faults)} failed")
    sys.exit(bool(faults) or passed == 0)


main()
