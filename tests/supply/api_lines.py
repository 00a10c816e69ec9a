"""The public API of the crate, one item a line, and the version that promises it."""

import json
import os
import subprocess
import sys

CRATE = "bilan-professionnel"


def output(*command, **environment):
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    ).stdout


def lines():
    metadata = json.loads(output("cargo", "metadata", "--format-version", "1", "--no-deps"))
    target = metadata["target_directory"]
    output(
        "cargo",
        "rustdoc",
        "--quiet",
        "--locked",
        "--package",
        CRATE,
        "--lib",
        "--target-dir",
        f"{target}/supply",
        RUSTDOC=os.path.abspath("tests/supply/rustdoc-json"),
    )
    described = f"{target}/supply/doc/{CRATE.replace('-', '_')}.json"
    try:
        return output(
            "cargo",
            "run",
            "--quiet",
            "--locked",
            "--manifest-path",
            "tests/supply/api/Cargo.toml",
            "--target-dir",
            f"{target}/supply",
            "--",
            described,
        ).splitlines()
    except subprocess.CalledProcessError:
        with open(described, encoding="utf-8") as file:
            written = json.load(file)["format_version"]
        sys.exit(
            f"{output('rustc', '--version').strip()} writes format {written} of rustdoc's JSON: if the crate public-api"
            " of tests/supply/api/Cargo.toml reads another, pin there the version that reads this one"
        )


def version():
    """As Cargo compares versions: what is left of the first number that is not zero."""
    package = next(
        package
        for package in json.loads(output("cargo", "metadata", "--format-version", "1", "--no-deps"))["packages"]
        if package["name"] == CRATE
    )
    major, minor, patch = package["version"].split("-")[0].split(".")
    if major != "0":
        return major
    return f"0.{minor}" if minor != "0" else f"0.0.{patch}"
