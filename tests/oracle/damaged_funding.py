"""The rules of the verdict and of the ranking, each with something wrong in it."""

from damaged_rules import edits

EDITS = [
    *edits(
        "funding",
        "funding",
        r"""
an expired proof counts as true
    day is not None and day < request
    False and day < request

an expired proof counts as false
    for fact, value in request.get("facts", {}).items() if not is_expired(request, fact)}
    for fact, value in request.get("facts", {}).items()} | {fact: False for fact in request.get("facts", {}) if is_expired(request, fact)}

a proof has expired on its last day
    day < request["on"]
    day <= request["on"]

a proof that ends with the bilan is expiring
    <= day < until
    <= day <= until

a proof that ends on the day is not expiring
    request["on"] <= day <
    request["on"] < day <

an expired proof is expiring too
    day is not None and request["on"] <= day <
    day is not None and day <

the proof of a fact that is not true expires
    request.get("facts", {}).get(fact) is True
    True

the proof of a false fact expires
    request.get("facts", {}).get(fact) is True
    request.get("facts", {}).get(fact) is not None

what is unknown is false
        return {fact: value for fact, value in request.get("facts"
        return {fact: values[0] for fact, values in FACTS.items()} | {fact: value for fact, value in request.get("facts"

every unknown fact of an undetermined situation is missing
    for fact in facts if fact in deciding]
    for fact in facts if status == "undetermined" and fact not in known]

two facts that differ at once are missing
    len(differing) == 1
    len(differing) <= 2

missing facts of a situation backwards
    for fact in facts if fact in deciding]
    for fact in facts[::-1] if fact in deciding]

missing facts of the outcome backwards
    [fact for fact in FACTS if fact not in known and
    [fact for fact in list(FACTS)[::-1] if fact not in known and

every unknown fact is missing for the outcome
     and completions.decides(fact, some_met)]
    ]

facts are missing though the funding is possible
    return "possible", []
    return "possible", [fact for fact in FACTS if fact not in known]

a possible funding is undetermined
    if some_met == completions.all:
    if False:

what is not listed is undetermined
    if some_met == 0:
    if False:

an undetermined situation is met
    if any(met.values()) else "notMet"
    if False else "met"

undetermined counts as met
    situation["status"] == "met"]
    situation["status"] != "notMet"]

what was asked is asked again
    fact not in asked and 
    (nothing)

what has expired is asked
     and fact not in expired]
    ]

nothing to ask as soon as something was asked
    if not open_facts:
    if not open_facts or asked:

delicate facts are asked like the others
    if fact not in DELICATE] or open_facts
    ] or open_facts

delicate facts are never asked
    if fact not in DELICATE] or open_facts
    if fact not in DELICATE] or [None]

any fact may be asked
    for fact in missing if fact not in asked
    for fact in FACTS if fact not in asked

expired facts backwards
    expired = [fact for fact in FACTS if
    expired = [fact for fact in list(FACTS)[::-1] if

expiring facts backwards
    [fact for fact in FACTS if is_expiring
    [fact for fact in list(FACTS)[::-1] if is_expiring

an end before the day is accepted
    until < request["on"]:
    False:

an end on the day is refused
    until < request["on"]:
    until <= request["on"]:

an assumed end is not said to be
    "assumed": assumed}
    "assumed": False}

without an end, nothing expires
    is_expiring(request, fact, until)]
    not assumed and is_expiring(request, fact, until)]

the assumed end has no delay
    on + timedelta(DELAY_DAYS)
    on

the assumed end is the shortest duration's
    USUAL_MONTHS[1]
    USUAL_MONTHS[0]

the months come before the delay
    plus_months(on + timedelta(DELAY_DAYS), USUAL_MONTHS[1])
    plus_months(on, USUAL_MONTHS[1]) + timedelta(DELAY_DAYS)
""",
    ),
    *edits(
        "completions",
        "funding",
        r"""
a digit has no neighbour
    (found ^ found >> stride)
    (found ^ found >> 1)
""",
    ),
    *edits(
        "recommend",
        "recommend",
        r"""
fewest needs first
    -len(variant["served"])
    len(variant["served"])

the objective does not count
    not variant["objective"], 
    (nothing)

the situation does not count
    , not variant["suits"]
    , True

two situations count more than one
    not variant["suits"]
    -len(variant["suits"])

the objective before the needs
    -len(variant["served"]), not variant["objective"],
    not variant["objective"], -len(variant["served"]),

the situation before the objective
    not variant["objective"], not variant["suits"]
    not variant["suits"], not variant["objective"]

equals in the other order
    sorted(variants, key=merits)
    sorted(variants[::-1], key=merits)

all are tied
    equals.count(merits(variant)) > 1
    len(equals) > 1

none is tied
    equals.count(merits(variant)) > 1
    False

a tie whatever the objective
    equals.count(merits(variant)) > 1
    [one[0] for one in equals].count(merits(variant)[0]) > 1

a tie whatever the situation
    equals.count(merits(variant)) > 1
    [one[:2] for one in equals].count(merits(variant)[:2]) > 1

needs in the order of the request
    [need for need in NEEDS if need in request["needs"]]
    request["needs"]

an objective though it is not needed
    any(NEEDS[need][place] == "X" for need in needs)
    any(row[place] == "X" for row in NEEDS.values())

an objective does not serve
    in "xX"]
    in "x"]

facts are not looked at
    if request.get("facts") else []
    if False else []

no need is no fault
    if not request.get("needs"):
    if request.get("needs") is None:

facts without a day
    if request.get("facts"):\n            raise Fault("missingField", "on")
    if request.get("facts"):\n            raise Fault("missingField", "facts")
""",
    ),
    *edits(
        "funding",
        "recommend",
        r"""
an expired proof makes a variant suit
    return {fact: value for fact, value in request.get("facts", {}).items() if not is_expired(request, fact)}
    return request.get("facts", {})

an undetermined situation makes a variant suit
    if status == "met"]
    if status != "notMet"]
""",
    ),
]
