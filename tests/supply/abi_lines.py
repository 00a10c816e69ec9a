"""The ABI as the header for parsers declares it: one constant or function a line, and its version."""

import re
from pathlib import Path

HEADER = Path("bindings-c/include/bilan.ffi.h")


def declarations(text):
    """The header's declarations, each on one line: nothing but enumerations, opaque types and functions."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    found = re.findall(r"(?:\{[^{}]*\}|[^;{}])+;", text)
    left = re.sub(r"(?:\{[^{}]*\}|[^;{}])+;", "", text).strip()
    if left:
        raise ValueError(f"{HEADER}: not understood: {left}")
    return [re.sub(r"\s+", " ", declaration).strip() for declaration in found]


def constants(name, body):
    for constant in filter(None, map(str.strip, body.split(","))):
        found = re.fullmatch(r"(\w+) = (?:(\d+)|\(1 << (\d+)\))", constant)
        if not found:
            raise ValueError(f"{HEADER}: not understood: {constant}")
        symbol, number, shift = found.groups()
        yield f"{name}: {symbol} = {int(number) if number else 1 << int(shift)}"


def lines():
    found = []
    for declaration in declarations(HEADER.read_text(encoding="utf-8")):
        enumeration = re.fullmatch(r"typedef enum \{(.*)\} (\w+);", declaration)
        if enumeration:
            found.extend(constants(enumeration[2], enumeration[1]))
        elif re.fullmatch(r"typedef struct (\w+) \1;|[\w *]+\([^()]*\);", declaration):
            found.append(declaration)
        else:
            raise ValueError(f"{HEADER}: not understood: {declaration}")
    return found


def version():
    return re.search(r"BILAN_ABI_VERSION = (\d+)", HEADER.read_text(encoding="utf-8"))[1]
