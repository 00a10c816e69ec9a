"""Finishes the pages that the generator has built: finish.py FOLDER

Says in French what it says in English, and mends what keeps some readers out. Each phrase must be found where it is
expected, so that a new version of the generator cannot bring English back unseen.
"""

import re
import sys
from pathlib import Path

# What every page says.
PAGES = {
    "Keyboard shortcuts": "Raccourcis du clavier",
    "Press <kbd>←</kbd> or <kbd>→</kbd> to navigate between chapters": "<kbd>←</kbd> et <kbd>→</kbd> : page précédente, page suivante",
    "Press <kbd>S</kbd> or <kbd>/</kbd> to search in the book": "<kbd>S</kbd> ou <kbd>/</kbd> : chercher",
    "Press <kbd>?</kbd> to show this help": "<kbd>?</kbd> : montrer cette aide",
    "Press <kbd>Esc</kbd> to hide this help": "<kbd>Échap</kbd> : la fermer",
    'aria-label="Table of contents"': 'aria-label="Sommaire"',
    "Toggle Table of Contents": "Afficher ou masquer le sommaire",
    "Change theme": "Choisir les couleurs",
    ">Auto<": ">Celles du système<",
    ">Light<": ">Clair<",
    ">Rust<": ">Sable<",
    ">Coal<": ">Charbon<",
    ">Navy<": ">Nuit<",
    ">Ayu<": ">Encre<",
    'aria-label="Themes"': 'aria-label="Couleurs"',
    "Toggle Searchbar": "Afficher ou masquer la recherche",
    'title="Search (`/`)"': 'title="Chercher (touche /)"',
    "Search this book ...": "Chercher dans ces pages…",
    "Git repository": "Dépôt du code",
    "Page navigation": "Page précédente et page suivante",
}

# What keeps readers out: a label that only a mouse reaches, a bar in no region, the book's title as a heading of each page.
MENDED = {
    '<label id="mdbook-sidebar-toggle" class="icon-button" for="mdbook-sidebar-toggle-anchor"': (
        '<button type="button" id="mdbook-sidebar-toggle" class="icon-button"'
    ),
    "</label>": "</button>",
    '<div id="mdbook-menu-bar" class="menu-bar sticky">': '<div id="mdbook-menu-bar" class="menu-bar sticky" role="banner">',
}

# What pages but the first, and pages but the last, say.
NEIGHBOURS = {"Previous chapter": "Page précédente", "Next chapter": "Page suivante"}

SCRIPTS = {
    "book.js": {"'Copy to clipboard'": "'Copier'", "'Copied!'": "'Copié'"},
    "searcher.js": {
        r"' search results for \''": r"' résultats pour « '",
        r"' search result for \''": r"' résultat pour « '",
        r"'No search results for \''": r"'Aucun résultat pour « '",
        r"searchterm + '\':'": "searchterm + ' » :'",
        r"searchterm + '\'.'": "searchterm + ' ».'",
        "Search Result Teaser": "Extrait",
    },
}


def main():
    site = Path(sys.argv[1])
    missing = []

    def said(file, text, table):
        for english, french in table.items():
            if english not in text:
                missing.append(f"{file}: {english}")
            text = text.replace(english, french)
        return text

    for page in sorted(site.rglob("*.html")):
        if page.name == "toc.html":
            continue
        text = said(page, page.read_text(encoding="utf-8"), PAGES | MENDED)
        for english, french in NEIGHBOURS.items():
            text = text.replace(english, french)
        text = re.sub(r'<h1 class="menu-title">(.*?)</h1>', r'<p class="menu-title">\1</p>', text)
        page.write_text(text, encoding="utf-8")
    for name, table in SCRIPTS.items():
        script = site / name
        script.write_text(said(script, script.read_text(encoding="utf-8"), table), encoding="utf-8")
    for line in missing:
        print(f"the generator no longer says: {line}", file=sys.stderr)
    sys.exit(bool(missing))


main()
