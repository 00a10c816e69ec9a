"""Reads lists of damages to rules: pieces of the reading's text, and what they become."""

INDENT = "    "


def edits(module, operations, text):
    """Each damage to a module that these operations must show: its name, the old text and the new.

    A damage is three lines, the name and two that are indented; `\\n` stands for the end of a line.
    """
    for block in text.strip().split("\n\n"):
        name, old, new = block.split("\n")
        yield module, operations.split(), name, piece(old), piece(new)


def piece(line):
    assert line.startswith(INDENT), line
    return "" if line == INDENT + "(nothing)" else line[len(INDENT) :].replace("\\n", "\n")
