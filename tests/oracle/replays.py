"""Cases given back with the record that the library made of them, as it was or changed in one place."""

import json

MOST = 300
DIGESTS = (("request",), ("result",), ("rules", "digest"), ("catalogue", "digest"))


def replays(agreed):
    """What is tried, the text of the request, the answer expected."""
    cases = [(drawn, json.loads(line)) for drawn, expected, line in agreed if drawn.operation == "simulate"]
    for drawn, answer in [case for case in cases if "record" in case[1]][:MOST]:
        record = answer["record"]
        yield "a record as it was made", request(drawn, record), {"holds": True, "differs": []}
        for path in DIGESTS:
            changed = json.loads(json.dumps(record))
            inner = changed
            for key in path[:-1]:
                inner = inner[key]
            digest = inner[path[-1]]
            inner[path[-1]] = digest[:-1] + ("0" if digest[-1] != "0" else "1")
            yield f"another digest of {path[0]}", request(drawn, changed), {"holds": False, "differs": [path[0]]}
        yield "another contract", request(drawn, {**record, "contract": 1}), {"holds": False, "differs": ["contract"]}
        yield "another engine", request(drawn, {**record, "engine": "0.0.1"}), {"holds": True, "differs": []}


def request(drawn, record):
    return f'{{"case":{drawn.text},"record":{json.dumps(record)}}}'
