"""How often each thing that matters occurred: a draw in which one of them never did shows nothing about it."""

import json
from collections import Counter

from matching import OneOf, example
from reading.national import FACTS, SITUATIONS, UNDATED
from reading.offer import KICKOFF, NEEDS, VARIANTS
from spoil import KINDS

CODES = [situation[0] for situation in SITUATIONS]
DATED = [fact for fact in FACTS if fact not in UNDATED]
STATUSES = ("met", "notMet", "undetermined")
REFUSALS = {
    "catalogue": ("unknownField",),
    "recommend": (
        "noNeeds",
        "missingField",
        "duplicateCode",
        "unknownCode",
        "unknownField",
        "duplicateField",
        "wrongType",
        "outOfRange",
        "invalidJson",
    ),
    "funding": (
        "missingField",
        "unknownCode",
        "unknownField",
        "duplicateField",
        "wrongType",
        "outOfRange",
        "invalidJson",
    ),
    "plan": (
        "unknownVariant",
        "unknownStep",
        "contradiction",
        "kickoffRequired",
        "hoursGranularity",
        "hoursOutOfRange",
        "budgetInfeasible",
        "missingField",
        "unknownField",
        "duplicateField",
        "wrongType",
        "invalidJson",
    ),
    "quote": (
        "unknownVariant",
        "unknownStep",
        "contradiction",
        "kickoffRequired",
        "hoursGranularity",
        "hoursOutOfRange",
        "budgetInfeasible",
        "missingField",
        "unknownCode",
        "unknownField",
        "duplicateField",
        "wrongType",
        "outOfRange",
        "invalidJson",
    ),
    "schedule": (
        "noOpenDay",
        "outOfRange",
        "unknownVariant",
        "unknownStep",
        "budgetInfeasible",
        "missingField",
        "unknownCode",
        "unknownField",
        "duplicateField",
        "wrongType",
        "invalidJson",
    ),
    "settle": (
        "unknownStep",
        "hoursGranularity",
        "unknownVariant",
        "missingField",
        "unknownField",
        "duplicateField",
        "wrongType",
        "outOfRange",
        "invalidJson",
    ),
    "simulate": (
        "missingField",
        "unknownVariant",
        "unknownStep",
        "unknownCode",
        "unknownField",
        "duplicateField",
        "duplicateCode",
        "wrongType",
        "outOfRange",
        "invalidJson",
        "noOpenDay",
        "contradiction",
        "kickoffRequired",
        "budgetInfeasible",
    ),
}

REQUIRED = {
    "refusal": [f"{operation} {code}" for operation, codes in REFUSALS.items() for code in codes],
    "fault": KINDS + ["too deep", "no JSON", "a catalogue named", "an unknown operation"],
    "outcome": ("possible", "notListed", "undetermined"),
    "status": [f"{code} {status}" for code in CODES for status in STATUSES],
    "missing for the outcome": list(FACTS),
    "missing for its situation": list(FACTS),
    "expired": DATED,
    "expiring": DATED,
    "subtleties": (
        "met though statut is unknown",
        "settled though a situation is undetermined",
        "several situations met",
        "nothing to ask though a fact is missing",
        "only delicate facts to ask",
        "until assumed",
    ),
    "recommended first": [
        f"{variant}, {how}"
        for variant in VARIANTS
        for how in ("alone", "tied")
        if (variant, how) not in (("developpement", "tied"), ("horizon", "tied"))
    ],
    "served": list(NEEDS),
    "ranked by": ("a served need", "the objective", "a situation"),
    "kickoff": [
        f"{variant} {kickoff}"
        for variant in VARIANTS
        for kickoff in ("with", "without")
        if (variant, kickoff) != ("developpement", "without")
    ],
    "outside the example": sorted({step.code for rows in VARIANTS.values() for step in rows}),
    "plan": ("at its least", "at its most", "between"),
    "price": [
        f"{variant} {why}"
        for variant in VARIANTS
        for why in ("published", "otherClient", "otherPlan", "otherHours", "otherHours, with an interval")
    ],
    "interval": ("below the reference", "above the reference"),
    "calendar": (
        "shorterThanUsual",
        "longerThanUsual",
        "exchangesOnClosedDay",
        "workAfterLastSession",
        "within the usual duration",
        "a mix",
        "auto",
        "weekly",
        "fortnightly",
        "monthly",
        "one session",
        "personal work between sessions",
    ),
    "certificate": (
        "complete",
        "incomplete",
        "exactly complete",
        "moreThanPlanned",
        "longDay",
        "closedDay",
        "invoiceBeforeEnd",
        "missingMeeting",
        "no session",
        "the kickoff named",
        "personal work not counted",
        "no invoice",
    ),
    "case": (
        "recommendation",
        "funding",
        "quote",
        "schedule",
        "endsBeforeAssessment",
        "an employer's",
        "proofs until the end of the calendar",
    ),
}


class Tally:
    def __init__(self):
        self.counts = Counter()

    def add(self, what, which):
        self.counts[what, which] += 1

    def case(self, drawn, expected):
        answer = example(expected)
        if drawn.fault:
            self.add("fault", drawn.fault)
        if "error" in answer:
            self.add("refusal", f"{drawn.operation} {answer['error']['code']}")
            return
        if drawn.operation == "schedule" and isinstance(expected, OneOf) and "monthly" not in drawn.text:
            self.add("calendar", "a mix")
        getattr(self, drawn.operation)(json.loads(drawn.text), answer)

    def catalogue(self, request, answer):
        pass

    def funding(self, request, answer):
        facts = request.get("facts") or {}
        self.add("outcome", answer["outcome"])
        for fact in answer["missing"]:
            self.add("missing for the outcome", fact)
        for situation in answer["situations"]:
            self.add("status", f"{situation['code']} {situation['status']}")
            for fact in situation["missing"]:
                self.add("missing for its situation", fact)
        for list_ in ("expired", "expiring"):
            for proof in answer[list_]:
                self.add(list_, proof["fact"])
        statuses = [situation["status"] for situation in answer["situations"]]
        self.subtlety(statuses[-1] == "met" and facts.get("statut") is None, "met though statut is unknown")
        self.subtlety(
            answer["outcome"] != "undetermined" and "undetermined" in statuses,
            "settled though a situation is undetermined",
        )
        self.subtlety(len(answer["met"]) > 1, "several situations met")
        self.subtlety(answer["missing"] and answer["nextQuestion"] is None, "nothing to ask though a fact is missing")
        self.subtlety(answer["nextQuestion"] in ("aah", "victimeTerrorisme"), "only delicate facts to ask")
        self.subtlety(answer["until"]["assumed"], "until assumed")

    def subtlety(self, occurs, words):
        if occurs:
            self.add("subtleties", words)

    def recommend(self, request, answer):
        first, second = answer["ranking"][:2]
        self.add("recommended first", f"{first['variant']}, {'tied' if first['tied'] else 'alone'}")
        for need in first["served"]:
            self.add("served", need)
        if len(first["served"]) > len(second["served"]):
            self.add("ranked by", "a served need")
        elif first["objective"] > second["objective"]:
            self.add("ranked by", "the objective")
        elif first["suits"] and not second["suits"]:
            self.add("ranked by", "a situation")

    def plan(self, request, answer):
        self.add("kickoff", f"{answer['variant']} {'with' if answer['kickoffMeeting'] else 'without'}")
        for warning in answer["warnings"]:
            self.add("outside the example", warning["step"])
        low, high = answer["range"]["min"], answer["range"]["max"]
        self.add(
            "plan",
            "at its least" if answer["hours"] == low else "at its most" if answer["hours"] == high else "between",
        )

    def quote(self, request, answer):
        interval = answer["indicative"]
        self.add(
            "price",
            f"{answer['variant']} {answer['reason'] or answer['status']}{', with an interval' if interval else ''}",
        )
        if interval:
            self.add("interval", "below the reference" if interval["high"] == "2040.50" else "above the reference")

    def schedule(self, request, answer):
        self.add("calendar", request.get("cadence") or "auto")
        for warning in answer["warnings"]:
            self.add("calendar", warning["code"])
        if answer["withinUsualDuration"]:
            self.add("calendar", "within the usual duration")
        if len(answer["sessions"]) == 1:
            self.add("calendar", "one session")
        if any(alone["from"] < alone["to"] or alone["from"] < "9000" for alone in answer["autonomous"]):
            self.add("calendar", "personal work between sessions")

    def settle(self, request, answer):
        attendance = answer["attendance"]
        accompanied = attendance["accompanied"]
        self.add("certificate", "complete" if attendance["complete"] else "incomplete")
        for warning in answer["warnings"]:
            self.add("certificate", warning["code"])
        for occurs, words in (
            (accompanied["done"] == accompanied["planned"], "exactly complete"),
            (attendance["sessions"] == 0, "no session"),
            (any(entry.get("step") == KICKOFF for entry in request.get("attended") or []), "the kickoff named"),
            (attendance["autonomous"]["done"] is None, "personal work not counted"),
            (answer["payment"] is None, "no invoice"),
        ):
            if occurs:
                self.add("certificate", words)

    def simulate(self, request, answer):
        for part in ("recommendation", "funding", "quote", "schedule"):
            if answer[part] is not None:
                self.add("case", part)
        if answer["warnings"]:
            self.add("case", "endsBeforeAssessment")
        if request.get("audience"):
            self.add("case", "an employer's")
        elif not answer["funding"]["until"]["assumed"]:
            self.add("case", "proofs until the end of the calendar")

    def report(self):
        """Prints the counts, and returns how many are at least 1 and which are not."""
        absent = [
            f"{what}: {which}" for what, names in REQUIRED.items() for which in names if not self.counts[what, which]
        ]
        for what, names in REQUIRED.items():
            print(f"  {what}")
            for which in names:
                print(f"    {which:60}{self.counts[what, which]:8}")
        return sum(map(len, REQUIRED.values())) - len(absent), absent
