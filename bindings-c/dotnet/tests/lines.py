"""Writes the requests of the conformance vectors as lines: lines.py VECTORS FILE. Raw lines are the conformance host's."""

import json
import pathlib
import sys

lines = []
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    for vector in json.loads(file.read_text("utf-8")):
        if "operation" in vector:
            line = {"operation": vector["operation"], "request": vector["request"]}
            lines.append(json.dumps(line, ensure_ascii=True, separators=(",", ":")))
pathlib.Path(sys.argv[2]).write_text("".join(line + "\n" for line in lines), "utf-8")
sys.exit(not lines)
