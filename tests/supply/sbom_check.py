"""sbom_check.py FILE CRATE TARGET | sbom_check.py FILE npm: holds a bill of materials against CycloneDX's own schema, and
against what the package manager says is built in. Prints each difference; fails on any."""

import json
import re
import subprocess
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

SIMULATEUR = "bindings-wasm/simulateur"


def listed(bill):
    """{(name, version): licence} of the bill's subject and components; a licence that is missing is None."""
    parts = [bill["metadata"]["component"], *bill.get("components", [])]
    return {(part["name"], part["version"]): licence(part) for part in parts}


def licence(part):
    stated = [each.get("expression") or each.get("license", {}).get("id") for each in part.get("licenses", [])]
    return stated[0] if len(stated) == 1 else None


def of_crate(crate, target):
    tree = subprocess.run(
        [
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
            "--prefix",
            "none",
            "--no-dedupe",
            "--format",
            "{p}|{l}",
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    packages = {}
    for line in filter(None, tree.splitlines()):
        package, stated = line.split("|")
        name, version = package.split(" ")[:2]
        # An older way to write it, which the bills of materials write in the newer.
        packages[name, version.removeprefix("v")] = stated.replace("/", " OR ") if " " not in stated else stated
    return packages


def of_npm():
    """The package, what its bundler took in, and what the lock file says that these depend on."""
    with open("bindings-wasm/npm/package.json", encoding="utf-8") as manifest:
        own = json.load(manifest)
    with open(f"{SIMULATEUR}/package-lock.json", encoding="utf-8") as lock:
        locked = json.load(lock)["packages"]
    waiting = subprocess.run(
        ["node", "tests/supply/bundled.mjs"], check=True, capture_output=True, text=True
    ).stdout.split()
    packages = {(own["name"], own["version"]): own["license"]}
    while waiting:
        name = waiting.pop()
        entry = locked[f"node_modules/{name}"]
        if (name, entry["version"]) not in packages:
            packages[name, entry["version"]] = entry["license"]
            waiting.extend(entry.get("dependencies", {}))
    return packages


def problems(text, built_in):
    error = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if error:
        yield f"against the schema: {error}"
        return
    bill = json.loads(text)
    there = listed(bill)
    for package in sorted(built_in.keys() - there.keys()):
        yield f"built in, not listed: {' '.join(package)}"
    for package in sorted(there.keys() - built_in.keys()):
        yield f"listed, not built in: {' '.join(package)}"
    for package in sorted(there.keys() & built_in.keys()):
        if there[package] != built_in[package]:
            yield f"{' '.join(package)}: licence {there[package]} is listed, {built_in[package]} is stated"
    for component in bill.get("components", []):
        if "hashes" not in component and "file://" not in component["purl"]:
            yield f"{component['name']}: no digest"
    if re.search(r"file:///(?!(core|bindings-c|bindings-wasm|cli)#)", text):
        yield "names a folder of the machine that wrote it"


def main(path, *subject):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    found = list(problems(text, of_npm() if subject == ("npm",) else of_crate(*subject)))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
