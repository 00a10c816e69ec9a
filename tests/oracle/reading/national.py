"""The national table: every fact, what it may be, and the eleven situations in which the FIPHFP may fund a bilan.

The tables are all that a lawyer has to check; the rest of the reading only tries them out.
"""

from decimal import Decimal

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

KINDS = {FLAG: "yesNo", RATE: "percent", STATUT: "status"}

# Asked last of all.
DELICATE = {"victimeTerrorisme", "aah"}

# What is past, or is no right, has no proof that runs out.
UNDATED = {"statut", "tauxIncapacitePermanente", "victimeTerrorisme", "ancienMilitaire", "sapeurPompierVolontaire"}

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
    (
        "reclassement",
        OBLIGATION,
        "(statut == 'fonctionnaire' and preparationReclassement) or (statut == 'contractuel' and reclassement)",
    ),
)
