"""How often each thing that matters occurred: a draw in which one of them never did shows nothing about it."""

from collections import Counter
from datetime import date, timedelta

from faults import FAULTS, FLAGS
from verdicts import FACTS, SITUATIONS

# An outcome that is not undetermined has no fact to ask next, the other one always has.
OUTCOMES = ("possible", "notListed", "undetermined")
STATUSES = ("met", "notMet", "undetermined")
# Where the last day of the proof of a true fact lies.
PLACES = ("before on", "the day before on", "on", "the day after on", "between", "the day before until", "until",
          "the day after until", "on and until at once", "without until")
RATES = ("unknown", "below 10", "9.99 and more, below 10", "10", "above 10", "100")
SUBTLETIES = ("met though statut is unknown", "an unknown fact of an undetermined situation not missing",
              "outcome settled though a situation is undetermined", "several situations met", "a fact given as null",
              "the date of a false fact", "the date of an unknown fact")

REQUIRED = {
    "outcome": OUTCOMES,
    "status": [f"{code} {status}" for code, _, _ in SITUATIONS for status in STATUSES],
    "facts known": [str(count) for count in range(len(FACTS) + 1)],
    "missing for the outcome": list(FACTS),
    "missing for its situation": list(FACTS),
    "expired": FLAGS,
    "expiring": FLAGS,
    "last day of a proof": PLACES,
    "rate": RATES,
    "subtleties": SUBTLETIES,
    "faults": [kind for kind, _ in FAULTS],
}


class Tally:
    def __init__(self):
        self.counts = Counter()

    def add(self, what, which):
        self.counts[what, which] += 1

    def fault(self, kind):
        self.add("faults", kind)

    def valid(self, request, text, expected):
        facts, dates = request["facts"], request["validUntil"]
        self.add("outcome", expected["outcome"])
        self.add("facts known", str(len(facts)))
        for fact in expected["missing"]:
            self.add("missing for the outcome", fact)
        for situation in expected["situations"]:
            self.add("status", f"{situation['code']} {situation['status']}")
            for fact in situation["missing"]:
                self.add("missing for its situation", fact)
        for proof in expected["expiring"]:
            self.add("expiring", proof["fact"])
        for fact, last_day in dates.items():
            if facts.get(fact) is True:
                self.proof(request["on"], request["until"], fact, last_day)
            else:
                self.add("subtleties", f"the date of {'a false' if fact in facts else 'an unknown'} fact")
        self.rate(facts.get("tauxIncapacitePermanente"))
        self.subtleties(facts, text, expected)

    def proof(self, on, until, fact, last_day):
        if last_day < on:
            self.add("expired", fact)
            self.add("last day of a proof", "before on")
        for edge, name in ((on, "on"), (until, "until")):
            if edge:
                for shift, place in ((-1, f"the day before {name}"), (0, name), (1, f"the day after {name}")):
                    if last_day == shifted(edge, shift):
                        self.add("last day of a proof", place)
        if until is None:
            self.add("last day of a proof", "without until")
        elif on < last_day < until:
            self.add("last day of a proof", "between")
        elif on == last_day == until:
            self.add("last day of a proof", "on and until at once")

    def rate(self, rate):
        if rate is None:
            return self.add("rate", "unknown")
        self.add("rate", "below 10" if rate < 10 else "10" if rate == 10 else "above 10")
        if 9.99 <= rate < 10:
            self.add("rate", "9.99 and more, below 10")
        if rate == 100:
            self.add("rate", "100")

    def subtleties(self, facts, text, expected):
        statuses = [situation["status"] for situation in expected["situations"]]
        reclassement = expected["situations"][-1]
        if reclassement["status"] == "met" and "statut" not in facts:
            self.add("subtleties", "met though statut is unknown")
        if reclassement["status"] == "undetermined":
            unknown = {"preparationReclassement", "reclassement"}.difference(facts)
            if unknown.difference(reclassement["missing"]):
                self.add("subtleties", "an unknown fact of an undetermined situation not missing")
        if expected["outcome"] != "undetermined" and "undetermined" in statuses:
            self.add("subtleties", "outcome settled though a situation is undetermined")
        if len(expected["met"]) > 1:
            self.add("subtleties", "several situations met")
        if ":null" in text.partition('"facts":{')[2].partition("}")[0]:
            self.add("subtleties", "a fact given as null")

    def report(self):
        """Prints the counts, and returns how many are at least 1 and which are not."""
        absent = [f"{what}: {which}" for what, names in REQUIRED.items() for which in names
                  if not self.counts[what, which]]
        for what, names in REQUIRED.items():
            print(f"  {what}")
            if what == "status":
                for code, _, _ in SITUATIONS:
                    counts = [f"{status:>15}{self.counts[what, f'{code} {status}']:8}" for status in STATUSES]
                    print(f"    {code:22}" + "".join(counts))
            elif what == "facts known":
                print("    " + "  ".join(f"{count}: {self.counts[what, count]}" for count in names))
            else:
                for which in names:
                    print(f"    {which:60}{self.counts[what, which]:8}")
        return sum(map(len, REQUIRED.values())) - len(absent), absent


_shifted = {}


def shifted(day, days):
    if (day, days) not in _shifted:
        _shifted[day, days] = (date.fromisoformat(day) + timedelta(days)).isoformat()
    return _shifted[day, days]
