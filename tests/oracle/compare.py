"""What the library answered, beside what the oracle expects."""

import json
from decimal import Decimal

GENERAL_CODES = {"invalidUtf8", "invalidJson", "unknownField", "duplicateField", "missingField", "wrongType",
                 "unknownCode", "outOfRange", "tooLarge", "internal"}


def read_request(text):
    """A valid request, its rates exact, what is null left out."""
    request = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    given = {key: {fact: value for fact, value in (request.get(key) or {}).items() if value is not None}
             for key in ("facts", "validUntil")}
    return {"on": request["on"], "until": request.get("until"), **given}


def read_answer(line):
    """The part of an answer that the contract describes: the library may tell more."""
    answer = json.loads(line)
    if "error" in answer:
        return {"error": {key: answer["error"].get(key) for key in ("code", "path")}}
    return {
        "outcome": answer.get("outcome"),
        "situations": [{key: situation.get(key) for key in ("code", "group", "status", "missing")}
                       for situation in answer.get("situations", [])],
        "met": answer.get("met"),
        "missing": answer.get("missing"),
        "expiring": [{key: proof.get(key) for key in ("fact", "validUntil")} for proof in answer.get("expiring", [])],
        "nextQuestion": answer.get("nextQuestion", "absent"),
    }


def expect(oracle, drawn):
    if drawn.fault:
        _, code, path = drawn.fault
        return {"error": {"code": code, "path": path}}
    return oracle.answer(read_request(drawn.text))


def agree(expected, answer):
    if "error" in expected or "error" in answer:
        return agree_on_error(expected.get("error"), answer.get("error"))
    question, missing = answer["nextQuestion"], expected["missing"]
    if not (question in missing if missing else question is None):
        return False
    return all(expected[key] == answer[key] for key in expected)


def agree_on_error(expected, error):
    if expected is None or error is None or error["path"] != expected["path"]:
        return False
    return error["code"] == expected["code"] if expected["code"] else error["code"] in GENERAL_CODES
