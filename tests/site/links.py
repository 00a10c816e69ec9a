"""Every link of the built site leads somewhere: links.py FOLDER

Pages, anchors, scripts, styles, pictures. What is outside the site is not looked at, but for the repository's own files,
which must exist. No page asks another host for anything.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlparse

REPOSITORY = Path(__file__).resolve().parents[2]
ADDRESS = "https://github.com/cdg29/bilan-professionnel"


class Reader(HTMLParser):
    """The identifiers of a page, and what it names."""

    def __init__(self):
        super().__init__()
        self.names = set()
        self.links = []
        self.loads = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.names.update(values[key] for key in ("id", "name") if values.get(key))
        if values.get("href") is not None:
            (self.loads if tag == "link" else self.links).append(values["href"])
        if values.get("src"):
            self.loads.append(values["src"])


def main():
    site = Path(sys.argv[1]).resolve()
    pages = {}
    for path in sorted(site.rglob("*.html")):
        pages[path] = Reader()
        pages[path].feed(path.read_text(encoding="utf-8"))
    passed = failed = 0
    for path, page in pages.items():
        for link in page.links + page.loads:
            fault = None
            target, anchor = urldefrag(link)
            if urlparse(target).scheme or target.startswith("//"):
                if link in page.loads:
                    fault = "another host is asked for it"
                elif target.startswith(ADDRESS + "/"):
                    _, _, *rest = target[len(ADDRESS) + 1 :].split("/", 2)
                    if rest and not (REPOSITORY / unquote(rest[0])).exists():
                        fault = "no such file in the repository"
                elif urlparse(target).scheme not in ("https", "mailto"):
                    fault = "not an address of the web"
            else:
                place = (path.parent / unquote(target)).resolve() if target else path
                if not place.is_relative_to(site):
                    fault = "outside the site"
                elif not place.exists():
                    fault = "no such file"
                elif anchor and place in pages and unquote(anchor) not in pages[place].names:
                    fault = "no such place in the page"
            if fault:
                failed += 1
                print(f"FAILED {path.relative_to(site)}: {link}: {fault}")
            else:
                passed += 1
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
