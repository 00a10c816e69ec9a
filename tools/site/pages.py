"""A preprocessor of mdBook: makes of pages that read well in the repository pages that read well in the site.

- A link to a file that is not in the site leads to the repository, one to a file that a page includes whole to that page.
- A page that begins with a comment « lang=en » is marked as English.
"""

import json
import posixpath
import re
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
ADDRESS = "https://github.com/cdg29/bilan-professionnel"
LINK = re.compile(r"(\]\()(?!https?:|#|mailto:)([^)\s#]*)(#[^)\s]*)?(\))")
WHOLE = re.compile(r"\{\{#include ([^:}]+)\}\}\s*\Z")
ENGLISH = "<!-- lang=en -->"


def chapters(items):
    """The pages of a book, at any depth."""
    for item in items:
        if isinstance(item, dict) and "Chapter" in item:
            yield item["Chapter"]
            yield from chapters(item["Chapter"]["sub_items"])


def included_whole(pages):
    """The files of the repository that are the whole content of a page, with that page."""
    found = {}
    for page in pages:
        match = WHOLE.search((DOCS / page).read_text(encoding="utf-8"))
        if match:
            found[posixpath.normpath(posixpath.join("docs", posixpath.dirname(page), match[1]))] = page
    return found


def rewritten(content, page, pages, whole):
    """The content of a page with its links made for the site."""
    folder = posixpath.join("docs", posixpath.dirname(page))
    folders = [folder, *(posixpath.dirname(file) for file, by in whole.items() if by == page)]

    def link(match):
        opening, path, anchor, closing = match[1], match[2], match[3] or "", match[4]
        places = [posixpath.normpath(posixpath.join(base, path)) for base in folders]
        place = next((place for place in places if (REPOSITORY / place).exists()), None)
        if place is None:
            # A file that the build adds; the check of the built pages sees a link that leads nowhere.
            return match[0]
        if (REPOSITORY / place).is_dir() and (REPOSITORY / place / "README.md").exists() and place.startswith("docs"):
            place = posixpath.join(place, "README.md")
        inside = whole.get(place) or (place[len("docs/") :] if place.startswith("docs/") else None)
        if inside in pages:
            # The generator names the page of a README index.html, and does not follow links to it.
            target = posixpath.relpath(inside, posixpath.dirname(page) or ".")
            return opening + re.sub(r"README\.md$", "index.md", target) + anchor + closing
        kind = "tree" if (REPOSITORY / place).is_dir() else "blob"
        return f"{opening}{ADDRESS}/{kind}/main/{place}{anchor}{closing}"

    return LINK.sub(link, content)


def outside_code(content, change):
    """Changes what stands outside fenced blocks."""
    parts = re.split(r"(^```.*?^```[^\n]*$)", content, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if part.startswith("```") else change(part) for part in parts)


def main():
    if sys.argv[1:2] == ["supports"]:
        sys.exit(0)
    _, book = json.load(sys.stdin)
    found = [chapter for chapter in chapters(book["items"]) if chapter["source_path"]]
    pages = {chapter["source_path"] for chapter in found}
    whole = included_whole(pages)
    for chapter in found:
        page = chapter["source_path"]
        content = outside_code(chapter["content"], lambda part, page=page: rewritten(part, page, pages, whole))
        if ENGLISH in content:
            content = f'<div lang="en">\n\n{content.replace(ENGLISH, "")}\n\n</div>\n'
        chapter["content"] = content
    json.dump(book, sys.stdout)


main()
