"""The worked examples of the contract, to the letter: the reading must agree with each before it judges anything."""

from datetime import date
from decimal import Decimal

# An operation, its request, and members that its answer must have.
EXAMPLES = (
    (
        "recommend",
        """{"needs": ["construireProjet", "explorerPistes"], "on": "2026-12-01",
                      "facts": {"statut": "fonctionnaire", "preparationReclassement": true}}""",
        {
            "ranking": [
                {
                    "variant": "reorientation",
                    "served": ["explorerPistes", "construireProjet"],
                    "unserved": [],
                    "objective": False,
                    "suits": ["reclassement"],
                    "tied": False,
                },
                {
                    "variant": "evolution",
                    "served": ["explorerPistes", "construireProjet"],
                    "unserved": [],
                    "objective": False,
                    "suits": [],
                    "tied": True,
                },
                {"variant": "prevention", "tied": True},
                {"variant": "horizon", "tied": True},
                {
                    "variant": "developpement",
                    "served": ["explorerPistes"],
                    "unserved": ["construireProjet"],
                    "tied": False,
                },
            ]
        },
    ),
    (
        "funding",
        """{"on": "2026-12-01", "until": "2027-05-31",
                    "facts": {"rqth": true, "statut": "fonctionnaire", "tauxIncapacitePermanente": 12.5, "ati": false},
                    "validUntil": {"rqth": "2027-01-31"}}""",
        {
            "outcome": "possible",
            "met": ["rqth"],
            "missing": [],
            "nextQuestion": None,
            "expiring": [{"fact": "rqth", "validUntil": "2027-01-31"}],
            "expired": [],
            "until": {"date": "2027-05-31", "assumed": False},
        },
    ),
    (
        "funding",
        """{"on": "2026-12-01", "facts": {"preparationReclassement": true, "reclassement": true}}""",
        {"outcome": "possible", "met": ["reclassement"], "until": {"date": "2027-06-29", "assumed": True}},
    ),
    (
        "plan",
        """{"variant": "evolution", "hours": 20, "kickoffMeeting": false,
                 "fixed": {"analyseDemande": 1.5, "recherches": 0}}""",
        {
            "variant": "evolution",
            "hours": 20,
            "kickoffMeeting": False,
            "range": {"min": Decimal("15.5"), "max": Decimal("26.5")},
            "totals": {"accompanied": 18, "autonomous": 2, "kickoff": 0},
            "warnings": [{"code": "outsideExampleRange", "step": "recherches"}],
        },
    ),
    (
        "quote",
        """{"variant": "evolution", "hours": 20, "client": "affiliee", "on": "2026-12-01"}""",
        {
            "variant": "evolution",
            "hours": 20,
            "client": "affiliee",
            "status": "onQuote",
            "reason": "otherHours",
            "amount": None,
            "currency": "EUR",
            "tax": "included",
            "reference": {"hours": 18, "amount": "2040.50"},
            "indicative": {"low": "2040.50", "high": "2354.42"},
            "billed": None,
            "covers": ["accompagnement", "preparation", "reunionCloture", "testsQuestionnaires", "fraisGestion"],
        },
    ),
    (
        "quote",
        """{"variant": "evolution", "hours": 17, "client": "affiliee"}""",
        {"hours": 17, "status": "published", "reason": None, "amount": "2040.50"},
    ),
    (
        "quote",
        """{"plan": {"variant": "evolution", "hours": 18, "fixed": {"recherches": 18, "reunionDemarrage": 0,
                  "analyseDemande": 0, "analyseParcours": 0, "identificationCompetences": 0, "profilPersonnalite": 0,
                  "pistes": 0, "analyseRecherches": 0, "demarchesTerrain": 0, "analyseProjets": 0, "planAction": 0,
                  "synthese": 0, "reunionCloture": 0}}, "client": "affiliee"}""",
        {"status": "onQuote", "reason": "otherPlan", "amount": None, "indicative": None},
    ),
    (
        "schedule",
        """{"plan": {"variant": "evolution"}, "exchangesOn": "2026-12-01", "startOn": "2027-01-11",
                     "cadence": "auto", "weekday": "tuesday",
                     "closures": [{"from": "2027-02-15", "to": "2027-02-26"}], "maxSessionHours": 2}""",
        {
            "earliestStart": "2026-12-29",
            "startsOn": "2027-01-12",
            "endsOn": "2027-05-25",
            "withinUsualDuration": True,
            "milestones": [
                {"code": "exchanges", "date": "2026-12-01"},
                {"code": "kickoffMeeting", "date": "2026-12-01"},
                {"code": "earliestStart", "date": "2026-12-29"},
            ],
            "warnings": [],
        },
    ),
    (
        "settle",
        """{"plan": {"variant": "evolution"}, "attended": [
                   {"date": "2026-12-01", "hours": 1, "step": "reunionDemarrage"}, {"date": "2027-01-12", "hours": 1.25}],
                   "autonomousHours": 4, "invoiceReceivedOn": "2027-06-10"}""",
        {
            "attendance": {
                "accompanied": {"planned": 14, "done": Decimal("2.25")},
                "autonomous": {"planned": 4, "done": 4},
                "sessions": 2,
                "firstOn": "2026-12-01",
                "lastOn": "2027-01-12",
                "complete": False,
            },
            "payment": {"receivedOn": "2027-06-10", "dueOn": "2027-07-10", "payee": "perception de Quimper municipale"},
            "warnings": [],
        },
    ),
    (
        "simulate",
        """{"on": "2026-11-23", "needs": ["faireLePoint"], "variant": null, "client": "affiliee", "facts": {},
                     "validUntil": {}, "hours": null, "kickoffMeeting": null, "fixed": {},
                     "calendar": {"exchangesOn": "2026-12-01"}}""",
        {
            "plan": {"variant": "evolution", "hours": 18},
            "quote": {"status": "published"},
            "funding": {"until": {"date": "2027-05-04", "assumed": False}},
            "warnings": [],
        },
    ),
    ("simulate", """{"on": "2026-11-23"}""", {"error": {"code": "missingField", "path": "variant"}}),
)

# The checks of the domain on its table: steps, totals with the kickoff and without it, hours alone, stated total.
TABLE = {
    "evolution": (13, (18, 30), (17, 29), 4, 18),
    "prevention": (12, (16, 26), (15, 25), 4, 18),
    "reorientation": (13, (18, 30), (17, 29), 4, 18),
    "developpement": (10, (Decimal("15.5"), Decimal("24.5")), None, 0, 20),
    "horizon": (13, (18, 30), (17, 29), 4, 18),
}

EASTERS = (
    date(1961, 4, 2),
    date(2000, 4, 23),
    date(2024, 3, 31),
    date(2027, 3, 28),
    date(2038, 4, 25),
    date(2285, 3, 22),
)

# RFC 8785, appendix B, and ECMAScript's rule at its turning points.
NUMBERS = {
    "0": "0",
    "-0.0": "0",
    "5e-324": "5e-324",
    "1.7976931348623157e308": "1.7976931348623157e+308",
    "9007199254740992": "9007199254740992",
    "295147905179352830000": "295147905179352830000",
    "9.999999999999997e22": "9.999999999999997e+22",
    "1e23": "1e+23",
    "1e21": "1e+21",
    "1e20": "100000000000000000000",
    "999999999999999700000": "999999999999999700000",
    "1e-6": "0.000001",
    "1e-7": "1e-7",
    "9.5e-7": "9.5e-7",
    "333333333.33333329": "333333333.3333333",
    "-0.0000033333333333333333": "-0.0000033333333333333333",
    "18.0": "18",
    "4.50": "4.5",
    "12.5": "12.5",
}

# RFC 8785, section 3.2.3, and a digest that any tool can make: printf '{"a":1,"b":[true,null]}' | sha256sum
SORTED = (
    '{"\u20ac":"Euro Sign","\\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",'
    '"\U0001f600":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}',
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",'
    '"\u20ac":"Euro Sign","\U0001f600":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
)
DIGEST = ('{ "b": [true, null], "a": 1.0 }', "sha256:1cc69c7fa23616ca2ec3ee70d24390a6225c8832db8a4c814c7e0e7f942f8668")


def has(answer, wanted):
    """Whether an answer has these members, lists being of the same length."""
    if isinstance(wanted, dict):
        return isinstance(answer, dict) and all(
            key in answer and has(answer[key], part) for key, part in wanted.items()
        )
    if isinstance(wanted, list):
        return len(answer) == len(wanted) and all(map(has, answer, wanted))
    return answer == wanted


def checks(reading, example):
    """Each check: whether it holds, and its name."""
    for operation, text, wanted in EXAMPLES:
        answer = example(reading.answer(operation, text))
        yield has(answer, wanted), f"{operation} {text}: {answer}"
    for variant, (count, with_it, without, alone, stated) in TABLE.items():
        rows = reading.offer.VARIANTS[variant]
        low, high = (sum(getattr(step, end) for step in rows) for end in ("low", "high"))
        yield len(rows) == count and (low, high) == with_it, f"{variant}: {len(rows)} steps, {low} to {high} h"
        yield without is None or (low - 1, high - 1) == without, f"{variant} without its kickoff"
        yield sum(step.low for step in rows if not step.accompanied) == alone, f"{variant}: hours alone"
        yield reading.offer.STATED[variant] == stated, f"{variant}: stated total"
    for sunday in EASTERS:
        yield reading.days.easter(sunday.year) == sunday, f"Easter {sunday}"
    for text, shown in NUMBERS.items():
        yield reading.canonical.canonical(Decimal(text)) == shown, f"{text} is written {shown}"
    yield reading.canonical.canonical(reading.reader.parse(SORTED[0])) == SORTED[1], "keys in the order of UTF-16"
    yield reading.canonical.digest(reading.reader.parse(DIGEST[0])) == DIGEST[1], "a digest"
