"""Faults put into a drawn request. What is to be told of them, the reading finds out by itself."""

from writing import Items, objects, text

WRONG_VALUES = ("true", '"oui"', "[]", "{}", '""', "[true]", '{"a":1}')
OTHER_DATES = ('"2026-1-1"', '"01/12/2026"', '"demain"', '""', '"2026-12-01T00:00:00"', '" 2026-12-01"', '"20261201"')
NO_DATES = (
    '"2026-02-30"',
    '"2026-13-01"',
    '"2026-00-10"',
    '"2026-04-31"',
    '"2025-02-29"',
    '"2026-01-32"',
    '"2026-06-00"',
)
DATES = {"on", "until", "exchangesOn", "startOn", "from", "to", "date", "invoiceReceivedOn"}
CODES = {"variant", "client", "cadence", "weekday", "step", "statut", "audience"}
NOT_FIELDS = ("rqth ", "needz", "On", "expiring", "affiliation", "record", "disabled", "é")
RATE = "tauxIncapacitePermanente"


def put(pairs, key, value):
    """Gives the key this value, where it stands."""
    pairs[:] = [(other, value if other == key else part) for other, part in pairs]


def members(request, wanted):
    """The members with a value whose key is wanted: pairs of an object and a key."""
    return [
        (pairs, key) for _, pairs in objects(request) for key, part in pairs if wanted(key, pairs) and part != "null"
    ]


def wrong_type(rng, operation, request):
    spots = members(request, lambda key, pairs: key not in ("maxSessionHours",))
    if not spots:
        return False
    pairs, key = rng.choice(spots)
    values = WRONG_VALUES if isinstance(dict(pairs)[key], str) else WRONG_VALUES[:2] + ('""', "7")
    values = [value for value in values if not (key in CODES and value[0] == '"')]
    put(pairs, key, rng.choice(values))
    return True


def unknown_field(rng, operation, request):
    path, pairs = rng.choice(list(objects(request)))
    name = "inconnue" if path[-1:] == ("fixed",) else rng.choice(NOT_FIELDS)
    pairs.insert(rng.randrange(len(pairs) + 1), (name, rng.choice(("1", "null")) if name != "inconnue" else "1"))
    return True


def duplicate(rng, operation, request):
    spots = [pairs for _, pairs in objects(request) if pairs]
    if not spots:
        return False
    pairs = rng.choice(spots)
    pairs.append(rng.choice(pairs))
    return True


def missing(rng, operation, request):
    spots = [
        pairs
        for path, pairs in objects(request)
        if pairs and path[-1:] not in (("facts",), ("validUntil",), ("fixed",))
    ]
    if not spots:
        return False
    pairs = rng.choice(spots)
    place = rng.randrange(len(pairs))
    if rng.random() < 0.3:
        pairs[place] = (pairs[place][0], "null")
    else:
        del pairs[place]
    return True


def among(wanted, values):
    """A fault that gives one of the wanted members one of these values."""

    def spoil(rng, operation, request):
        spots = members(request, wanted)
        if not spots:
            return False
        pairs, key = rng.choice(spots)
        put(pairs, key, rng.choice(values))
        return True

    return spoil


def inside(request, key):
    return next((pairs for path, pairs in objects(request) if path[-1:] == (key,)), None)


def is_date(key, pairs):
    return key in DATES or isinstance(dict(pairs)[key], str) and dict(pairs)[key][1:3] == "20"


def undated(rng, operation, request):
    """A last day for a fact that has none."""
    pairs = inside(request, "validUntil")
    if pairs is None:
        return False
    fact = rng.choice(("statut", RATE, "victimeTerrorisme", "ancienMilitaire", "sapeurPompierVolontaire", "RQTH", "on"))
    pairs.insert(rng.randrange(len(pairs) + 1), (fact, rng.choice(('"2027-01-31"', '"2027-01-31"', "null"))))
    return True


def step_of_another(request):
    variant = next((part for _, each in objects(request) for key, part in each if key == "variant"), None)
    return {'"developpement"': "pistes", '"prevention"': "analyseParcours"}.get(variant, "axesTravail")


def foreign_step(rng, operation, request):
    """Hours for a step that is another variant's."""
    pairs = inside(request, "fixed")
    if not pairs:
        return False
    pairs.insert(rng.randrange(len(pairs) + 1), (step_of_another(request), "1"))
    return True


def foreign_session(rng, operation, request):
    """A session of a step that is another variant's."""
    spots = members(request, lambda key, pairs: key == "step")
    if not spots:
        return False
    pairs, key = rng.choice(spots)
    put(pairs, key, text(step_of_another(request)))
    return True


def wrong_needs(rng, operation, request):
    needs = dict(request).get("needs")
    if not isinstance(needs, Items) or not needs:
        return False
    needs.insert(
        rng.randrange(len(needs) + 1), rng.choice((rng.choice(needs), '"travailler"', '"Evoluer"', "1", "[]", '""'))
    )
    return True


def wrong_asked(rng, operation, request):
    asked = dict(request).get("asked")
    if not isinstance(asked, Items):
        return False
    asked.insert(rng.randrange(len(asked) + 1), rng.choice(('"RQTH"', '"accidentOuMaladie"', "true", "3")))
    return True


HERE = {"hours", "maxSessionHours"}
LOCAL = {
    "a wrong type": wrong_type,
    "an unknown field": unknown_field,
    "a date of another form": among(is_date, OTHER_DATES),
    "a date that does not exist": among(is_date, NO_DATES),
    "an unknown code": among(
        lambda key, pairs: key in CODES, ('"Evolution"', '"autre"', '""', '"affilié"', '"sunday "')
    ),
    "a rate out of range": among(
        lambda key, pairs: key == RATE,
        (
            "-1",
            "-0.01",
            "-1e-9",
            "100.01",
            "101",
            "1e3",
            "4294967306",
            "9.999",
            "9.99999999999999999999",
            "99999e-4",
            "0.001",
        ),
    ),
    "a last day for a fact that has none": undated,
    "a wrong need": wrong_needs,
    "a wrong fact asked": wrong_asked,
}
ALONE = {
    "a member twice": duplicate,
    "a member missing": missing,
    "a step of another variant": foreign_step,
    "a session of another variant": foreign_session,
    "hours between two multiples": among(
        lambda key, pairs: key in HERE and "date" not in dict(pairs), ("18.25", "17.9", "0.1", "18.000001")
    ),
    "hours of a step between two multiples": among(
        lambda key, pairs: key[0] in "rabcdefgimps" and is_fixed(key, pairs), ("1.25", "0.3", "2.0001")
    ),
    "hours of a step out of range": among(lambda key, pairs: is_fixed(key, pairs), ("-1", "-0.5", "40.5", "41", "100")),
    "hours done out of range": among(
        lambda key, pairs: key == "hours" and "date" in dict(pairs), ("0", "24.25", "-1", "0.1", "1.3", "25")
    ),
    "hours alone between two multiples": among(lambda key, pairs: key == "autonomousHours", ("0.1", "3.9", "4.125")),
}
KINDS = list(LOCAL) + list(ALONE) + ["two faults"]


def is_fixed(key, pairs):
    """Whether the object is one of hours by step."""
    return (key in STEPS) and all(other in STEPS for other, _ in pairs)


STEPS = {
    "reunionDemarrage",
    "analyseDemande",
    "axesTravail",
    "analyseParcours",
    "identificationCompetences",
    "profilPersonnalite",
    "pistes",
    "misesEnSituation",
    "projection",
    "bilanAccompagnement",
    "recherches",
    "analyseRecherches",
    "demarchesTerrain",
    "analyseProjets",
    "planAction",
    "synthese",
    "reunionCloture",
}


def put_faults(rng, operation, request):
    """Puts a fault into the request, or two that are both of one place, and tells its name, or None if there is no
    room for it."""
    kind = rng.choice(KINDS)
    if kind != "two faults":
        return kind if (LOCAL.get(kind) or ALONE[kind])(rng, operation, request) else None
    put_both = [LOCAL[rng.choice(list(LOCAL))](rng, operation, request) for _ in range(2)]
    return kind if all(put_both) else None


DEEP = {
    "funding": "asked",
    "recommend": "needs",
    "plan": "fixed",
    "quote": "plan",
    "schedule": "closures",
    "settle": "attended",
    "simulate": "needs",
    "catalogue": "",
}


def broken_text(rng, operation, sent):
    """A text that is no JSON, or one too deep, and the name of the fault."""
    if rng.random() < 0.4:
        return f'{{"{DEEP[operation]}":{"[" * 60}{"]" * 60}}}', "too deep"
    texts = [sent[:-1], sent + "}", sent[:-1] + ",}", "{'a':1}", sent.replace(":", "=", 1) if ":" in sent else "{"]
    return rng.choice(texts), "no JSON"
