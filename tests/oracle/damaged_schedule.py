"""The rules of the calendar, each with something wrong in it."""

from damaged_rules import edits

EDITS = [
    *edits(
        "days",
        "schedule",
        r"""
a month is 30 days
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))
    from datetime import timedelta\n    return day + timedelta(30 * months)

Saturdays are open
    day.weekday() >= 5
    day.weekday() >= 6

Sundays are open
    day.weekday() >= 5
    day.weekday() == 5

Fridays are closed
    day.weekday() >= 5
    day.weekday() >= 4

holidays are open
     or day in holidays(day.year)
    (nothing)

the holiday 1 January is open
    (1, 1), 
    (nothing)

the holiday 1 May is open
    (5, 1), 
    (nothing)

the holiday 8 May is open
    (5, 8), 
    (nothing)

the holiday 14 July is open
    (7, 14), 
    (nothing)

the holiday 15 August is open
    (8, 15), 
    (nothing)

the holiday 1 November is open
    (11, 1), 
    (nothing)

the holiday 11 November is open
    (11, 11), 
    (nothing)

the holiday 25 December is open
    , (12, 25)]
    ]

the holiday Easter Monday is open
    sunday + timedelta(1), 
    (nothing)

the holiday Ascension is open
    sunday + timedelta(39), 
    (nothing)

the holiday Whit Monday is open
    , sunday + timedelta(50)]
    ]

26 December is closed
    (12, 25)]
    (12, 25), (12, 26)]

Good Friday is closed
    moving = [
    moving = [sunday - timedelta(2), 

a closure's first day is open
    closure["from"] <= day
    closure["from"] < day

a closure's last day is open
    day <= closure["to"]
    day < closure["to"]
""",
    ),
    *edits(
        "days",
        "funding",
        r"""
a month's last day is the 28th
    min(day.day, calendar.monthrange(years, month + 1)[1])
    min(day.day, 28)
""",
    ),
    *edits(
        "offer",
        "schedule",
        r"""
27 days of delay
    DELAY_DAYS = 28
    DELAY_DAYS = 27

29 days of delay
    DELAY_DAYS = 28
    DELAY_DAYS = 29

3 months are usual
    USUAL_MONTHS = (4, 6)
    USUAL_MONTHS = (3, 6)

5 months are the least
    USUAL_MONTHS = (4, 6)
    USUAL_MONTHS = (5, 6)

5 months are the most
    USUAL_MONTHS = (4, 6)
    USUAL_MONTHS = (4, 5)

7 months are usual
    USUAL_MONTHS = (4, 6)
    USUAL_MONTHS = (4, 7)

sessions of three hours
    SESSION_HOURS = Decimal(2)
    SESSION_HOURS = Decimal(3)

sessions of an hour and a half
    SESSION_HOURS = Decimal(2)
    SESSION_HOURS = Decimal("1.5")

monthly is three weeks
    "monthly": 4
    "monthly": 3

fortnightly is each week
    "fortnightly": 2
    "fortnightly": 1

weekly is each fortnight
    "weekly": 1
    "weekly": 2
""",
    ),
    *edits(
        "schedule",
        "schedule",
        r"""
any start is accepted
    if start is not None and start > plus_months(exchanges, 24):
    if False:

a start after two years to the day is refused
    start > plus_months(exchanges, 24)
    start >= plus_months(exchanges, 24)

a closure may end before it begins
    if closure["to"] < closure["from"]:
    if False:

a closure of one day is refused
    closure["to"] < closure["from"]
    closure["to"] <= closure["from"]

a wrong closure is told at its beginning
    closures[{place}].to
    closures[{place}].from

the kickoff is a session
    if step.accompanied and step.code != KICKOFF:
    if step.accompanied:

personal work is a session
    if step.accompanied and step.code != KICKOFF:
    if step.code != KICKOFF:

one session more than needed
        return -(-number // divisor)
        return number // divisor + 1

one session less than needed
        return -(-number // divisor)
        return max(1, number // divisor)

the shorter sessions first
    (each + (place < more))
    (each + (place >= count - more))

the wish to start does not count
    max(exchanges + timedelta(DELAY_DAYS), request.get("startOn") or date.min)
    exchanges + timedelta(DELAY_DAYS)

the delay does not count
    max(exchanges + timedelta(DELAY_DAYS), request.get("startOn") or date.min)
    request.get("startOn") or exchanges + timedelta(DELAY_DAYS)

the weekday does not count
    if weekday in (None, day.strftime("%A").lower()) and not
    if not

the first session may be closed
    and not is_closed(day, request.get("closures", ())):
    and day.weekday() < 5:

no end to the search of a start
    while day <= last:
    while day <= plus_months(last, 24):

no end to the search of a session
    if day > last:
    if False:

a closed session moves by a day
            while is_closed(day, closures):\n            day += WEEK
            while is_closed(day, closures):\n            day += timedelta(1)

a closed session does not move the later ones
        days = [first]\n
        if closures or gaps[:1] == [2]:\n        return [first + sum(gaps[:place]) * WEEK for place in range(len(gaps) + 1)]\n    days = [first]\n

the request's closures are forgotten after the start
        closures = request.get("closures", ())\n
        closures = ()\n

auto is fortnightly
    if fortnightly[-1] <= longest:
    if True:

auto is weekly where that is long enough
    if fortnightly[-1] <= longest:
    if fortnightly[-1] <= longest and walk(first, [1] * (count - 1), closures)[-1] < shortest:

auto leaves fortnightly a day too early
    if fortnightly[-1] <= longest:
    if fortnightly[-1] < longest - 3 * timedelta(1):

auto is weekly where fortnightly is too long
    if weekly[-1] >= shortest:
    if True:

auto always mixes where fortnightly is too long
    if weekly[-1] >= shortest:
    if False:

a mix ends early
    middle = shortest + (longest - shortest) / 2
    middle = shortest

a mix ends late
    middle = shortest + (longest - shortest) / 2
    middle = longest

a mix begins with the fortnights
    before = [(place * double + offset) // gaps for
    before = [min(place, double) for

a mix ends with the fortnights
    before = [(place * double + offset) // gaps for
    before = [max(0, place - gaps + double) for

six months to the day are long
    calendar.ends > longest
    calendar.ends >= longest

short is not told
    return ["shorterThanUsual"]
    return []

long is not told
    return ["longerThanUsual"] if
    return [] if

the duration counts from the exchanges
        shortest, longest = usual_window(calendar.starts)
        shortest, longest = usual_window(calendar.request["exchangesOn"])

exchanges on a closed day are not told
    (["exchangesOnClosedDay"] if closed else [])
    []

work after the last session is not told
    ["workAfterLastSession"] if alone_at_the_end(calendar)
    ["workAfterLastSession"] if False

any work alone is told
    for step, _ in calendar.plan.steps[codes.index(last) :]
    for step, _ in calendar.plan.steps

exchanges in a closure of the request are not told
    closed = is_closed(exchanges, calendar.request.get("closures", ()))
    closed = is_closed(exchanges)

the kickoff is at the start
    named.append(("kickoffMeeting", exchanges))
    named.append(("kickoffMeeting", calendar.starts))

a kickoff that is not held is a milestone
    if calendar.plan.kickoff:
    if True:

the earliest start is that of the exchanges
    named.append(("earliestStart", exchanges + timedelta(DELAY_DAYS)))
    named.append(("earliestStart", exchanges))

personal work is not told
    if not step.accompanied:\n            after
    if step.modes is None:\n            after

personal work comes after the sessions that follow it
    for later, _ in steps[place:] if
    for later, _ in steps[place + 2:] if
""",
    ),
]
