"""The program `bilan lines`: requests in, answers out, a line each."""

import itertools
import json
import subprocess
import tempfile
from decimal import Decimal


class Program:
    def __init__(self, command):
        self.command, self.ended_well = command, True

    def answers(self, requests, cases):
        """Each case with the line that the program answers, or None where there is none."""
        with tempfile.TemporaryFile() as lines:
            for operation, text, catalogue in requests:
                named = "" if catalogue is None else f',"catalogue":{json.dumps(catalogue)}'
                lines.write(f'{{"operation":{json.dumps(operation)},"request":{text}{named}}}\n'.encode())
            lines.seek(0)
            # What it says of refused lines on its error stream is not looked at, nor that some were refused.
            with subprocess.Popen(
                [*self.command, "lines"], stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            ) as it:
                for case, line in itertools.zip_longest(cases, it.stdout):
                    if case is None:
                        self.ended_well = False
                        break
                    yield case, line and line.decode()
        self.ended_well = self.ended_well and it.returncode in (0, 1)


def a_decimal(text):
    """A number with a point, which ends with no zero and has no exponent."""
    if text.endswith("0") or "e" in text.lower():
        raise ValueError(f"the number {text}")
    return Decimal(text)


def read_answer(line):
    return json.loads(line, parse_float=a_decimal)
