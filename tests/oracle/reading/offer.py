"""What the CDG29 offers, by hand from its page: variants, steps, hours, needs, price and course."""

from dataclasses import dataclass
from decimal import Decimal

KICKOFF = "reunionDemarrage"
GRANULARITY = Decimal("0.5")

REUNION = ["reunion"]
ENTRETIEN = ["entretien"]
TRAVAIL = ["entretien", "travailAccompagne"]
AUTONOMIE = ["autonomie"]
COACHING = ["entretien", "coaching"]


@dataclass
class Step:
    """A row of a variant's example: its hours from `low` to `high`, and whether tests, grids or the like are named."""

    code: str
    modes: list
    low: Decimal
    high: Decimal
    tools: bool = False
    coach: bool = False
    kickoff: str = None

    @property
    def accompanied(self):
        return self.modes != AUTONOMIE


def row(code, modes, low, high=None, **more):
    return Step(code, modes, Decimal(str(low)), Decimal(str(low if high is None else high)), **more)


def opening(kickoff="optional"):
    return [row(KICKOFF, REUNION, 1, kickoff=kickoff), row("analyseDemande", ENTRETIEN, 1, 2)]


def first_block(competences=(2, 4), parcours=True, pistes=True):
    rows = [row("analyseParcours", TRAVAIL, 1, 2, tools=True)] if parcours else []
    rows.append(row("identificationCompetences", TRAVAIL, *competences, tools=True))
    rows.append(row("profilPersonnalite", TRAVAIL, 2, 4, tools=True))
    return rows + ([row("pistes", TRAVAIL, 1, 2, tools=True)] if pistes else [])


def field_work():
    return [
        row("recherches", AUTONOMIE, 2),
        row("analyseRecherches", ENTRETIEN, 1, 2),
        row("demarchesTerrain", AUTONOMIE, 2),
    ]


def coaching():
    return [
        row("misesEnSituation", COACHING, "4.5", tools=True, coach=True),
        row("projection", COACHING, 1, 2, tools=True, coach=True),
        row("bilanAccompagnement", COACHING, 1, 2, tools=True, coach=True),
    ]


def closing():
    return [row("analyseProjets", TRAVAIL, 2, 4), row("planAction", TRAVAIL, 1, 2), row("synthese", TRAVAIL, 1, 2)]


def last():
    return [row("reunionCloture", REUNION, 1)]


VARIANTS = {
    "evolution": opening() + first_block() + field_work() + closing() + last(),
    "prevention": opening() + first_block((1, 2), parcours=False) + field_work() + closing() + last(),
    "reorientation": opening() + first_block() + field_work() + closing() + last(),
    "developpement": (
        opening("required") + [row("axesTravail", ENTRETIEN, 1, 2)] + first_block(pistes=False) + coaching() + last()
    ),
    "horizon": opening() + first_block() + field_work() + closing() + last(),
}

# The total that the page states: a target, and the hours of the published price.
STATED = {
    "evolution": Decimal(18),
    "prevention": Decimal(18),
    "reorientation": Decimal(18),
    "developpement": Decimal(20),
    "horizon": Decimal(18),
}

# Each need, and the variants that serve it in the order of VARIANTS: X serves it as its objective.
NEEDS = {
    "evoluer": "X....",
    "faireLePoint": "xxx.x",
    "identifierRessources": "xxxxx",
    "mieuxSeComprendre": "xxxxx",
    "explorerPistes": "xxxxx",
    "construireProjet": "xxx.x",
    "retrouverDynamique": "x.x.x",
    "analyserUsure": ".x...",
    "preserverSante": ".X...",
    "composerAvecRestrictions": "..X..",
    "situerCompetences": "...x.",
    "comprendreFonctionnement": "...X.",
    "depasserBlocages": "...x.",
    "seProjeter": "...x.",
    "preparerFinDeCarriere": "....X",
    "transmettre": "....x",
}

SUITS = {
    "evolution": [],
    "prevention": ["restrictionsAptitude"],
    "reorientation": ["restrictionsAptitude", "reclassement"],
    "developpement": [],
    "horizon": [],
}

# Of the two clients only the first has a tariff, without dates.
CLIENTS = ("affiliee", "nonAffiliee")
TARIFF = {"client": "affiliee", "amount": Decimal("2040.50")}
COVERS = ["accompagnement", "preparation", "reunionCloture", "testsQuestionnaires", "fraisGestion"]
PAYEE = "perception de Quimper municipale"
DUE_DAYS = 30

DELAY_DAYS = 28
USUAL_MONTHS = (4, 6)
SESSION_HOURS = Decimal(2)
CADENCES = {"weekly": 1, "fortnightly": 2, "monthly": 4}  # weeks from one session to the next, at least
