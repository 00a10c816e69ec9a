#!/usr/bin/env python3
"""Makes the first inputs of the fuzz targets from the conformance vectors and the catalogues: seeds.py DIR.

DIR/wire, DIR/lines and DIR/catalogue receive a file for each, DIR/contract.dict the contract's keys and codes.
"""

import base64
import copy
import hashlib
import json
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
LARGEST = 1 << 16  # the longer vectors are about the limit of size, which `abi` knows
CODE = re.compile(r"[a-z][A-Za-z0-9]*")


def operations():
    """The codes of the operations, in the order of `Operation::ALL`."""
    source = (ROOT / "core/src/wire/operation.rs").read_text()
    codes = [
        name[0].lower() + name[1:] for name in re.findall(r"^    ([A-Z]\w*): [^;$]+? => [^;$]+?errors \[", source, re.M)
    ]
    if "simulate" not in codes:
        sys.exit("seeds.py: the operations are no longer where they were, in core/src/wire/operation.rs")
    return codes


def line_of(vector):
    if "operation" in vector:
        return json.dumps({"operation": vector["operation"], "request": vector["request"]}, ensure_ascii=False).encode()
    if "lineBase64" in vector:
        return base64.b64decode(vector["lineBase64"])
    repeat = vector.get("repeat", {"text": "", "times": 0})
    return vector["line"].replace("§", repeat["text"] * repeat["times"]).encode()


def shortened(value):
    """The document with the first word of each of its texts."""
    if isinstance(value, dict):
        return {key: shortened(member) for key, member in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in value]
    return value.split()[0] if isinstance(value, str) and value else value


def small(catalogue, variant):
    """The same centre with one variant, of two steps and one need: what is short changes fast."""
    document, variant = copy.deepcopy(catalogue), copy.deepcopy(variant)
    variant["steps"] = variant["steps"][:2]
    variant["needs"] = variant.get("needs", [])[:1]
    variant["statedHours"] = sum(step["hours"]["min"] for step in variant["steps"])
    document["variants"] = [variant]
    document["needs"] = [need for need in document.get("needs", []) if need["code"] in variant["needs"]]
    document["tariffs"] = [
        tariff for tariff in document.get("tariffs", []) if variant["code"] in tariff.get("variants", [variant["code"]])
    ]
    for tariff in document["tariffs"]:
        tariff["variants"] = [variant["code"]]
    for companion in document.get("accompaniment", []):
        if "variants" in companion:
            companion["variants"] = [variant["code"]]
    document["texts"] = []
    return shortened(document)


def words(value, found):
    """Keys and codes of a document."""
    if isinstance(value, dict):
        for key, member in value.items():
            found.add(key)
            words(member, found)
    elif isinstance(value, list):
        for item in value:
            words(item, found)
    elif isinstance(value, str):
        found.add(value)


def main():
    target = pathlib.Path(sys.argv[1])
    codes = operations()
    known = set(codes)

    def put(name, data):
        folder = target / name
        folder.mkdir(parents=True, exist_ok=True)
        if len(data) <= LARGEST:
            (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)

    for file in sorted((TESTS / "conformance/vectors").glob("*.json")):
        for vector in json.loads(file.read_text()):
            put("lines", line_of(vector))
            words([vector.get("request"), vector.get("expect")], known)
            if "operation" in vector:
                request = json.dumps(vector["request"], ensure_ascii=False, separators=(",", ":"))
                choice = codes.index(vector["operation"]) + (16 if "catalogue" in vector else 0)
                put("wire", bytes([choice]) + request.encode())
    for file in [
        ROOT / "core/src/catalogue/cdg29.json",
        *sorted((TESTS / "catalogues").glob("*.json")),
        *sorted((ROOT / "examples/catalogues").glob("*.json")),
    ]:
        catalogue = json.loads(file.read_text())
        words(catalogue, known)
        put("catalogue", file.read_bytes())
        for variant in catalogue["variants"]:
            put("catalogue", json.dumps(small(catalogue, variant), ensure_ascii=False, separators=(",", ":")).encode())
    tokens = [f'"\\"{word}\\""' for word in sorted(known) if CODE.fullmatch(word)]
    (target / "contract.dict").write_text("\n".join([*tokens, '"null"', '"true"', '"false"', '"\\"2026-12-01\\""', ""]))


main()
