"""The rules of strict reading, each with something wrong in it."""

from damaged_rules import edits

EDITS = [
    *edits(
        "reader",
        "recommend plan funding",
        r"""
a key may be unknown
    if key not in kinds:\n            raise Fault("unknownField", at)
    if key not in kinds:\n            continue
""",
    ),
    *edits(
        "reader",
        "funding",
        r"""
null is a wrong type
    if value is not None:
    if True:

a key that comes twice is told at its object
    raise Fault("duplicateField", at)
    raise Fault("duplicateField", path)

a date of another form is out of range
    if not isinstance(value, str) or not DATE.fullmatch(value):\n        raise Fault("wrongType", path)
    if not isinstance(value, str) or not DATE.fullmatch(value):\n        raise Fault("outOfRange", path)

a date that does not exist is of a wrong type
    raise Fault("outOfRange", path) from None
    raise Fault("wrongType", path) from None

100 % is too much
    not 0 <= rate <= 100
    not 0 <= rate < 100

0 % is too little
    not 0 <= rate <= 100
    not 0 < rate <= 100

more than 100 % is allowed
    not 0 <= rate <= 100
    not 0 <= rate

three decimals of a rate
    rate * 100 % 1
    rate * 1000 % 1

one decimal of a rate
    rate * 100 % 1
    rate * 10 % 1

depth is no fault
    DEPTH = 32
    DEPTH = 99

a text that is no JSON is of a wrong type
    raise Fault("invalidJson", None) from None
    raise Fault("wrongType", None) from None
""",
    ),
    *edits(
        "reader",
        "funding plan",
        r"""
a key may come twice
    if key in seen:
    if False:
""",
    ),
    *edits(
        "reader",
        "funding plan quote",
        r"""
what is missing is of a wrong type
    raise Fault("missingField", join(path, key))
    raise Fault("wrongType", join(path, key))
""",
    ),
    *edits(
        "reader",
        "schedule simulate",
        r"""
what is missing is told at its object
    raise Fault("missingField", join(path, key))
    raise Fault("missingField", key)
""",
    ),
    *edits(
        "reader",
        "recommend",
        r"""
a need may come twice
    if unique and part in found:
    if False:

the place in a list is counted from 1
    at = f"{path}[{place}]"
    at = f"{path}[{place + 1}]"
""",
    ),
    *edits(
        "reader",
        "plan funding",
        r"""
yes or no may be a text
    if not isinstance(value, bool):
    if not isinstance(value, (bool, str)):
""",
    ),
    *edits(
        "reader",
        "funding recommend simulate",
        r"""
less than 0 % is allowed
    not 0 <= rate <= 100
    not rate <= 100
""",
    ),
    *edits(
        "reader",
        "settle",
        r"""
half hours are done
    quarter_hours = multiple_of(Decimal("0.25"))
    quarter_hours = multiple_of(Decimal("0.5"))

tenths of hours are done
    quarter_hours = multiple_of(Decimal("0.25"))
    quarter_hours = multiple_of(Decimal("0.05"))

24 hours are too many
    <= hours <= 24
    <= hours < 24

25 hours are not too many
    <= hours <= 24
    <= hours <= 25

a quarter of an hour is too little
    Decimal("0.25") <= hours
    Decimal("0.25") < hours

no hour is enough
    not Decimal("0.25") <= hours <= 24
    not hours <= 24
""",
    ),
    *edits(
        "requests",
        "plan",
        r"""
an unknown variant is an unknown code
    variant = a_code(VARIANTS, "unknownVariant")
    variant = a_code(VARIANTS)
""",
    ),
    *edits(
        "requests",
        "funding",
        r"""
every fact has a last day
    for fact in FACTS if fact not in UNDATED}
    for fact in FACTS}
""",
    ),
    *edits(
        "requests",
        "settle",
        r"""
an unknown step is an unknown code
    a_code(steps, "unknownStep")
    a_code(steps)
""",
    ),
    *edits(
        "answer",
        "funding plan",
        r"""
any catalogue is the one
    if catalogue not in (None, "cdg29"):
    if False:

no catalogue may be named
    (None, "cdg29")
    (None,)
""",
    ),
]
