"""Requests drawn at random, from a seed: most of them valid, some with a fault or two."""

from collections import namedtuple
from datetime import timedelta

import spoil
from draw_calendar import drawn_calendar, drawn_settlement
from draw_funding import asked, drawn_case, drawn_day
from draw_plan import drawn_hours, drawn_plan
from writing import Items, day, maybe, numeral, text, write

# An operation, the text of its request, the name of the fault put into it, the catalogue named in the line.
Drawn = namedtuple("Drawn", "operation text fault catalogue", defaults=(None, None))

FAULTY = 0.15  # share of the requests that get a fault
WEIGHTS = {
    "funding": 24,
    "recommend": 16,
    "plan": 16,
    "quote": 15,
    "schedule": 11,
    "settle": 7,
    "simulate": 10,
    "catalogue": 0.2,
}


class Draw:
    """Draws requests. The undamaged reading tells what is valid, and which requests the documents leave open."""

    def __init__(self, rng, reading):
        self.rng, self.reading, self.offer = rng, reading, reading.offer

    def requests(self, count):
        drawn = 0
        while drawn < count:
            one = self.request()
            if one is not None:
                drawn += 1
                yield one

    def request(self):
        """A request with the answer expected, or None if the documents leave it open."""
        rng = self.rng
        operation = rng.choices(list(WEIGHTS), WEIGHTS.values())[0]
        pairs = getattr(self, operation)()
        if rng.random() < 0.7:
            rng.shuffle(pairs)
        base = self.expected(Drawn(operation, write(pairs)))
        if rng.random() > FAULTY or base is None or is_refusal(base[1]):
            return base
        # The only fault, or the only two, of a request that is right otherwise.
        kind = rng.random()
        if kind < 0.03:
            return self.expected(Drawn(operation, *spoil.broken_text(rng, operation, base[0].text)))
        if kind < 0.06:
            catalogue = rng.choice(("cdg29", "cdg22", "CDG29", ""))
            return self.expected(base[0]._replace(catalogue=catalogue, fault="a catalogue named"))
        if kind < 0.07:
            other = rng.choice(("fundings", "Funding", "verdict", ""))
            return self.expected(base[0]._replace(operation=other, fault="an unknown operation"))
        fault = spoil.put_faults(rng, operation, pairs)
        return fault and self.expected(Drawn(operation, write(pairs), fault=fault))

    def expected(self, drawn):
        try:
            return drawn, self.reading.answer(drawn.operation, drawn.text, drawn.catalogue)
        except self.reading.faults.Open:
            return None

    def catalogue(self):
        return []

    def needs(self):
        """From one need to all: mostly few, among those few variants serve as often as among the others."""
        rng, needs = self.rng, list(self.offer.NEEDS)
        rng.shuffle(needs)
        count = rng.choice((1, 1, 1, 2, 2, 3, 4, rng.randrange(1, len(needs) + 1)))
        return Items([text(need) for need in needs[:count]])

    def recommend(self):
        rng, pairs = self.rng, [("needs", self.needs())]
        if rng.random() < 0.03:
            pairs = [("needs", Items())]
        if rng.random() < 0.75:
            on = drawn_day(rng)
            pairs.append(("on", day(on)))
            pairs += drawn_case(rng, on, on + timedelta(150))
        return pairs

    def funding(self):
        rng, on = self.rng, drawn_day(self.rng)
        until = on + timedelta(rng.choice((0, 0, 1, 2, rng.randrange(3, 400), rng.randrange(100, 200))))
        has_until = rng.random() < 0.6
        pairs = [("on", day(on))]
        if rng.random() < 0.01:
            until, has_until = on - timedelta(rng.choice((1, 2, 400))), True
        if has_until:
            pairs.append(("until", day(until)))
        else:
            maybe(rng, pairs, "until", "null", 0.1)
            until = self.reading.funding.assumed_end(on)
        pairs += drawn_case(rng, on, until)
        maybe(rng, pairs, "asked", lambda: asked(rng), 0.4)
        return pairs

    def plan(self):
        return drawn_plan(self.rng, self.offer)

    def client(self):
        return '"affiliee"' if self.rng.random() < 0.85 else '"nonAffiliee"'

    def quote(self):
        rng, offer = self.rng, self.offer
        pairs = [("client", self.client())]
        maybe(rng, pairs, "on", lambda: day(drawn_day(rng)), 0.4)
        if rng.random() < 0.4:
            variant = rng.choice(list(offer.VARIANTS))
            pairs.append(("variant", text(variant)))
            maybe(rng, pairs, "hours", lambda: numeral(rng, drawn_hours(rng, offer, variant)), 0.85)
            return pairs
        plan = drawn_plan(rng, offer, tame=rng.random() < 0.7)
        own = dict(plan)["variant"]
        if rng.random() < 0.5:
            other = text(rng.choice(list(offer.VARIANTS))) if rng.random() < 0.04 else own
            pairs.append(("variant", other))
            if other == own and rng.random() < 0.3:
                plan = [pair for pair in plan if pair[0] != "variant"]
        if rng.random() < 0.01:
            pairs.append(("hours", "18"))
        return [*pairs, ("plan", plan)]

    def schedule(self):
        rng = self.rng
        plan = drawn_plan(rng, self.offer, tame=rng.random() < 0.95)
        return [("plan", plan)] + drawn_calendar(rng, drawn_day(rng), monthly=True)

    def settle(self):
        plan = drawn_plan(self.rng, self.offer, tame=True)
        return [("plan", plan)] + drawn_settlement(self.rng, self.reading, plan)

    def simulate(self):
        rng, offer, on = self.rng, self.offer, drawn_day(self.rng)
        pairs = [("on", day(on))]
        employer = rng.random() < 0.12
        plan = drawn_plan(rng, offer, tame=rng.random() < 0.9)
        if not employer:
            by_needs = rng.random()
            if by_needs < 0.7:
                pairs.append(("needs", self.needs()))
            if by_needs < 0.35:
                # The variant is then the first of the ranking, whichever: no step is fixed for it.
                plan = [pair for pair in plan if pair[0] == "kickoffMeeting" and pair[1] != "false"]
            elif rng.random() < 0.02:
                pairs = [pair for pair in pairs if pair[0] != "needs"]
                plan = [pair for pair in plan if pair[0] != "variant"]
            elif by_needs > 0.95:
                pairs.append(("needs", Items()))
            pairs += drawn_case(rng, on, on + timedelta(160))
            maybe(rng, pairs, "asked", lambda: asked(rng), 0.2)
        else:
            pairs.append(("audience", '"employer"'))
            if rng.random() < 0.1:
                pairs.append(
                    rng.choice(
                        (
                            ("needs", self.needs()),
                            ("facts", [("rqth", "true")]),
                            ("validUntil", [("rqth", '"2030-01-01"')]),
                        )
                    )
                )
        maybe(rng, pairs, "client", self.client, 0.7)
        maybe(
            rng,
            pairs,
            "calendar",
            lambda: drawn_calendar(
                rng, on + timedelta(rng.choice((0, 7, 20, rng.randrange(-60, 60), rng.randrange(-500, 200))))
            ),
            0.6,
        )
        return pairs + plan


def is_refusal(expected):
    return isinstance(expected, dict) and "error" in expected
