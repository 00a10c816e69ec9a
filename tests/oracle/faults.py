"""What may be wrong with a request: each kind puts one fault into a valid request, and tells the code and the path of
the error expected. The code is None where the contract asks for an error and does not say which."""

from datetime import date, timedelta

from verdicts import FACTS, FLAG

FLAGS = [fact for fact, values in FACTS.items() if values is FLAG]
RATE, STATUT = "tauxIncapacitePermanente", "statut"
NOT_DATES = ('"2026-02-30"', '"2026-13-01"', '"2026-00-10"', '"2026-1-1"', '"01/12/2026"', '"demain"', '""')
# None of these is a fact: other letters, another language, a situation, a field of the request.
NOT_FACTS = ("RQTH", "rqth ", "disabled", "accidentOuMaladie", "on")


def place(pairs, key, value):
    """Gives the key this value, where it stands or at the end."""
    pairs[:] = [pair for pair in pairs if pair[0] != key] + [(key, value)]


def inside(request, field):
    """The pairs of an object of the request, made if it has none."""
    found = dict(request).get(field)
    if not isinstance(found, list):
        found = []
        place(request, field, found)
    return found


def until_before_on(rng, request):
    on = date.fromisoformat(dict(request)["on"].strip('"'))
    place(request, "until", f'"{on - timedelta(rng.choice((1, 2, 30, 365)))}"')
    return "outOfRange", "until"


def rate_below(rng, request):
    place(inside(request, "facts"), RATE, rng.choice(("-1", "-0.01", "-1e-9", "-100")))
    return "outOfRange", f"facts.{RATE}"


def rate_above(rng, request):
    place(inside(request, "facts"), RATE, rng.choice(("100.01", "100.000000000001", "101", "1e3", "4294967306")))
    return "outOfRange", f"facts.{RATE}"


def date_of_statut(rng, request):
    place(inside(request, "validUntil"), STATUT, '"2027-01-31"')
    return None, f"validUntil.{STATUT}"


def date_of_rate(rng, request):
    place(inside(request, "validUntil"), RATE, '"2027-01-31"')
    return None, f"validUntil.{RATE}"


def flag_of_wrong_type(rng, request):
    fact = rng.choice(FLAGS)
    place(inside(request, "facts"), fact, rng.choice(("0", "1", '"true"', '"oui"', '""', "[]", "{}", "[true]")))
    return "wrongType", f"facts.{fact}"


def rate_of_wrong_type(rng, request):
    place(inside(request, "facts"), RATE, rng.choice(('"10"', '"10 %"', "true", "[10]", "{}")))
    return "wrongType", f"facts.{RATE}"


def statut_of_wrong_type(rng, request):
    place(inside(request, "facts"), STATUT, rng.choice(("true", "1", '["contractuel"]', "{}")))
    return "wrongType", f"facts.{STATUT}"


def unknown_statut(rng, request):
    place(inside(request, "facts"), STATUT, rng.choice(('"stagiaire"', '"Fonctionnaire"', '"contractuel "', '""')))
    return "unknownCode", f"facts.{STATUT}"


def unknown_fact(rng, request):
    fact = rng.choice(NOT_FACTS)
    place(inside(request, "facts"), fact, rng.choice(("true", "false")))
    return "unknownField", f"facts.{fact}"


def date_of_unknown_fact(rng, request):
    fact = rng.choice(NOT_FACTS)
    place(inside(request, "validUntil"), fact, '"2027-01-31"')
    return "unknownField", f"validUntil.{fact}"


def unknown_field(rng, request):
    field = rng.choice(("rqth", "fact", "On", "needs", "expiring"))
    place(request, field, rng.choice(("true", '"2027-01-31"', "{}")))
    return "unknownField", field


def fact_twice(rng, request):
    fact = rng.choice(FLAGS)
    facts = inside(request, "facts")
    place(facts, fact, "true")
    facts.insert(rng.randrange(len(facts)), (fact, rng.choice(("true", "false"))))
    return "duplicateField", f"facts.{fact}"


def date_twice(rng, request):
    fact = rng.choice(FLAGS)
    dates = inside(request, "validUntil")
    place(dates, fact, '"2027-01-31"')
    dates.append((fact, '"2027-01-31"'))
    return "duplicateField", f"validUntil.{fact}"


def field_twice(rng, request):
    field, value = rng.choice(request)
    request.append((field, value))
    return "duplicateField", field


def no_day(rng, request):
    request[:] = [pair for pair in request if pair[0] != "on"] + rng.choice(([], [("on", "null")]))
    return "missingField", "on"


def date_of_wrong_type(rng, request):
    value = rng.choice(("20261201", "true", "[]", "{}"))
    if rng.random() < 0.5:
        field = rng.choice(("on", "until"))
        place(request, field, value)
        return "wrongType", field
    fact = rng.choice(FLAGS)
    place(inside(request, "validUntil"), fact, value)
    return "wrongType", f"validUntil.{fact}"


def not_a_date(rng, request):
    if rng.random() < 0.5:
        field = rng.choice(("on", "until"))
        place(request, field, rng.choice(NOT_DATES))
        return None, field
    fact = rng.choice(FLAGS)
    place(inside(request, "validUntil"), fact, rng.choice(NOT_DATES))
    return None, f"validUntil.{fact}"


def not_an_object(rng, request):
    field = rng.choice(("facts", "validUntil"))
    place(request, field, rng.choice(("[]", '"rqth"', "true", "0")))
    return "wrongType", field


FAULTS = (
    ("until before on", until_before_on),
    ("rate below 0", rate_below),
    ("rate above 100", rate_above),
    ("validUntil of statut", date_of_statut),
    ("validUntil of the rate", date_of_rate),
    ("a flag of a wrong type", flag_of_wrong_type),
    ("a rate of a wrong type", rate_of_wrong_type),
    ("a statut of a wrong type", statut_of_wrong_type),
    ("an unknown statut", unknown_statut),
    ("an unknown fact", unknown_fact),
    ("validUntil of an unknown fact", date_of_unknown_fact),
    ("an unknown field", unknown_field),
    ("a fact twice", fact_twice),
    ("a validUntil twice", date_twice),
    ("a field twice", field_twice),
    ("no day of assessment", no_day),
    ("a date of a wrong type", date_of_wrong_type),
    ("an unreadable date", not_a_date),
    ("facts or validUntil no object", not_an_object),
)
