"""Calendar days: months added, the holidays of the mainland, open days."""

import calendar
from datetime import date, timedelta
from functools import cache

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def plus_months(day, months):
    """The same day of the month some months later, or that month's last."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def easter(year):
    """Easter Sunday, by the calendar of 1582 (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year):
    """The holidays of the mainland without Alsace and Moselle."""
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    sunday = easter(year)
    moving = [sunday + timedelta(1), sunday + timedelta(39), sunday + timedelta(50)]
    return {date(year, month, day) for month, day in fixed} | set(moving)


def is_closed(day, closures=()):
    """Whether a day is a Saturday, a Sunday, a holiday, or lies in a closure, both ends included."""
    if day.weekday() >= 5 or day in holidays(day.year):
        return True
    return any(closure["from"] <= day <= closure["to"] for closure in closures)
