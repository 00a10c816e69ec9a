"""The FIPHFP verdicts by brute force: each rule is tried under every completion of the facts that are unknown.

This is a second reading of the public page, written without the library, to be compared with it. The two tables are
all that a lawyer has to check; what follows them only tries them out.
"""

import ast
from decimal import Decimal
from itertools import combinations, product

from completions import Completions

FLAG = (False, True)
# Any rate from 0 to 100 is possible. A rule only compares it with a threshold: both ends, and the rates on either side
# of 10, stand for all the others.
RATE = (Decimal(0), Decimal("9.99"), Decimal(10), Decimal(100))
STATUT = ("fonctionnaire", "contractuel")

# Every fact and what it may be.
FACTS = {
    "avisElementsObjectifs": FLAG,
    "avisAdaptationPoste": FLAG,
    "rqth": FLAG,
    "tauxIncapacitePermanente": RATE,
    "renteIncapacitePermanente": FLAG,
    "pensionInvalidite": FLAG,
    "reductionCapaciteDeuxTiers": FLAG,
    "ancienMilitaire": FLAG,
    "pensionMilitaireInvalidite": FLAG,
    "sapeurPompierVolontaire": FLAG,
    "allocationOuRenteService": FLAG,
    "victimeTerrorisme": FLAG,
    "cmiInvalidite": FLAG,
    "aah": FLAG,
    "ati": FLAG,
    "statut": STATUT,
    "preparationReclassement": FLAG,
    "reclassement": FLAG,
}

APTITUDE = "aptitudeAvecRestrictions"
OBLIGATION = "obligationEmploi"

# Every situation: its code, its group, and when it is met.
SITUATIONS = (
    ("restrictionsAptitude", APTITUDE, "avisElementsObjectifs and avisAdaptationPoste"),
    ("rqth", OBLIGATION, "rqth"),
    ("accidentOuMaladie", OBLIGATION, "tauxIncapacitePermanente >= 10 and renteIncapacitePermanente"),
    ("pensionInvalidite", OBLIGATION, "pensionInvalidite and reductionCapaciteDeuxTiers"),
    ("pensionMilitaire", OBLIGATION, "ancienMilitaire and pensionMilitaireInvalidite"),
    ("sapeurPompier", OBLIGATION, "sapeurPompierVolontaire and allocationOuRenteService"),
    ("victimeTerrorisme", OBLIGATION, "victimeTerrorisme"),
    ("cmiInvalidite", OBLIGATION, "cmiInvalidite"),
    ("aah", OBLIGATION, "aah"),
    ("ati", OBLIGATION, "ati"),
    ("reclassement", OBLIGATION,
     "(statut == 'fonctionnaire' and preparationReclassement) or (statut == 'contractuel' and reclassement)"),
)


class Situation:
    """One row of the table, and the facts that its rule reads."""

    def __init__(self, code, group, rule):
        self.code, self.group, self.rule = code, group, rule
        self.tree = ast.parse(rule, mode="eval").body
        names = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        self.facts = [fact for fact in FACTS if fact in names]
        self._compiled = compile(rule, code, "eval")

    def is_met(self, completion):
        return eval(self._compiled, {}, dict(zip(self.facts, completion)))


class Oracle:
    """Answers a request of the operation `funding`; each step is a method, so that a damaged oracle can replace it."""

    def __init__(self, situations=SITUATIONS):
        self.situations = [Situation(*row) for row in situations]
        self._verdicts = {}

    def answer(self, request):
        """The answer expected, less `nextQuestion`, which may be any of the missing facts."""
        known = {fact: value for fact, value in self.known(request).items() if value is not None}
        situations = []
        for situation in self.situations:
            status, missing = self.verdict(situation, known)
            situations.append({"code": situation.code, "group": situation.group, "status": status, "missing": missing})
        outcome, missing = self.outcome(known, situations)
        return {
            "outcome": outcome,
            "situations": situations,
            "met": [situation["code"] for situation in situations if situation["status"] == "met"],
            "missing": missing,
            "expiring": [{"fact": fact, "validUntil": request["validUntil"][fact]}
                         for fact in FACTS if self.expires(request, fact)],
        }

    # Dates are written YYYY-MM-DD: their order as texts is their order in time.

    def known(self, request):
        """The facts known on the day of the assessment: one whose proof is out of date counts as false."""
        return {fact: False if self.expired(request, fact) else value for fact, value in request["facts"].items()}

    def expired(self, request, fact):
        last_day = request["validUntil"].get(fact)
        return request["facts"][fact] is True and last_day is not None and last_day < request["on"]

    def expires(self, request, fact):
        """Whether the proof of a true fact, valid on the day of the assessment, ends before the bilan does."""
        last_day, until = request["validUntil"].get(fact), request["until"]
        if request["facts"].get(fact) is not True or last_day is None or until is None:
            return False
        return request["on"] <= last_day < until

    def verdict(self, situation, known):
        """The status of a situation and the facts missing for it. A fact that the rule does not read changes nothing,
        so the completions of those that it reads are all there is to try."""
        state = (situation.code, *[known.get(fact) for fact in situation.facts])
        if state not in self._verdicts:
            self._verdicts[state] = self.try_all(situation, known)
        return self._verdicts[state]

    def try_all(self, situation, known):
        facts = situation.facts
        met = {completion: situation.is_met(completion)
               for completion in product(*[[known[fact]] if fact in known else FACTS[fact] for fact in facts])}
        status = "met" if all(met.values()) else "undetermined" if any(met.values()) else "notMet"
        deciding = set()
        for one, other in combinations(met, 2):
            differing = [fact for fact, a, b in zip(facts, one, other) if a != b]
            if len(differing) == 1 and met[one] != met[other]:
                deciding.update(differing)
        return status, [fact for fact in facts if fact in deciding]

    def outcome(self, known, situations):
        """The outcome and the facts missing for it, from every completion of all the unknown facts together."""
        completions = Completions(FACTS, known)
        some_met = 0
        for situation in self.counted():
            some_met |= completions.where(situation.tree)
        if some_met == completions.all:
            return "possible", []
        if some_met == 0:
            return "notListed", []
        return "undetermined", [fact for fact in FACTS if fact not in known and completions.decides(fact, some_met)]

    def counted(self):
        """The situations that make a funding possible."""
        return self.situations
