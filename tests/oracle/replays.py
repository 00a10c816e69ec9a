"""Cases given back with the record that the library made of them, as they were or changed in one place."""

import json

MOST = 300
DIGESTS = (("request",), ("result",), ("rules", "digest"), ("catalogue", "digest"))
HOLDS = {"holds": True, "differs": []}


def replays(agreed):
    """What is tried, the text of the request, the answer expected."""
    cases = [(drawn.text, json.loads(line)) for drawn, expected, line in agreed if drawn.operation == "simulate"]
    for case, answer in [each for each in cases if "record" in each[1]][:MOST]:
        record = answer["record"]
        yield "a record as it was made", request(case, record), HOLDS
        yield "another engine", request(case, {**record, "engine": "0.0.1"}), HOLDS
        yield "the case in another order", request(json.dumps(backwards(json.loads(case))), record), HOLDS
        if "audience" not in case:
            yield "the case with a null more", request(with_null(case), record), differs("request")
        yield "another contract", request(case, {**record, "contract": 1}), differs("contract")
        for path in DIGESTS:
            yield f"another digest of {path[0]}", request(case, with_other_digest(record, path)), differs(path[0])


def differs(member):
    return {"holds": False, "differs": [member]}


def request(case, record):
    return f'{{"case":{case},"record":{json.dumps(record)}}}'


def backwards(value):
    """The same document, its keys in another order and its whole numbers written with a point."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    if isinstance(value, list):
        return [backwards(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def with_null(case):
    """The case with a member that is null: the result is the same, the request is not."""
    given = json.loads(case)
    free = next(
        key
        for key in ("hours", "kickoffMeeting", "fixed", "client", "calendar", "variant", "needs", "audience")
        if key not in given
    )
    return f'{{"{free}":null,{case[1:]}'


def with_other_digest(record, path):
    changed = json.loads(json.dumps(record))
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    digest = inner[path[-1]]
    inner[path[-1]] = digest[:-1] + ("0" if digest[-1] != "0" else "1")
    return changed
