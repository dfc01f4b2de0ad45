"""Dates as Dutch notes write them: ``2024-01-30``, ``30-01-2024``, ``dinsdag 30 januari '24``."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    ("januari", "jan"),
    ("februari", "feb", "febr"),
    ("maart", "mrt"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

STAMP = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[, ]+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{3})?"
"""A time, with or without a date before it."""

_MONTH_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_MONTH_OF, key=lambda name: (-len(name), name)))
_YEAR = r"(?:19|20)\d\d"
_SHORT = r"(?<![^\W_])(?:ma|di|wo|do|vr|za|zo)\b\.?"
_WEEKDAY = rf"(?:(?:(?:{'|'.join(WEEKDAYS)})(?:(?:och|mid)d?tend|avond|middag)?|{_SHORT}),?\s+)?"
_FORMS = (
    rf"(?<!\d)(?P<y1>{_YEAR})(?P<s1>[-_./ ]?)(?P<m1>[01]\d)(?P=s1)(?P<d1>[0-3]\d)(?!\d)",
    rf"(?<!\d)(?P<d2>[0-3]?\d)(?P<s2>[-_./])(?P<m2>[01]?\d)(?P=s2)(?P<y2>{_YEAR})(?!\d)",
    rf"(?<!\d)(?P<d3>[0-3]?\d)(?:e|ste|de)?[-_\s]+(?P<m3>{_MONTH})\b\.?(?:[-_\s]+(?P<y3>{_YEAR}|['’]\d\d))?(?!\d)",
)
_DATE = re.compile(_WEEKDAY + "(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)

_SHORT_FORM = re.compile(
    rf"(?<!\d)(?P<y>[12]\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)"
    rf"|(?<!\d)(?P<d2>[0-3]?\d)[\s_-]?(?P<name>{_MONTH})[\s_-]?'?(?P<y2>[12]\d)(?!\d)",
    re.IGNORECASE,
)


def find_date(text: str, *, year: str = "") -> date | None:
    """The first date in ``text``; None where there is none, or neither it nor ``year`` tells the year."""
    for match in _DATE.finditer(text):
        found = _date(match, year)
        if found:
            return found
    return None


def find_date_in_name(name: str, *, year: str = "") -> date | None:
    """The date in the name of a file or folder, where it may be short: "240418", "12dec24"."""
    match = _SHORT_FORM.search(name)
    if (found := find_date(name, year=year)) or match is None:
        return found
    month = match["m"] or str(_MONTH_OF[match["name"].lower()])
    try:
        return date(2000 + int(match["y"] or match["y2"]), int(month), int(match["d"] or match["d2"]))
    except ValueError:
        return None


def strip_dates(text: str) -> str:
    """``text`` with a space in place of each date, also of one without a year ("23 mei")."""
    return _DATE.sub(" ", text)


def strip_dates_in_name(name: str) -> str:
    """As ``strip_dates``, short ones too."""
    return _SHORT_FORM.sub(" ", strip_dates(name))


def _date(match: re.Match[str], known_year: str) -> date | None:
    for form in "123":
        year, month, day = (match[part + form] for part in "ymd")
        year = year or known_year
        if day and year:
            number = _MONTH_OF.get(month.lower()) or int(month)
            try:
                return date(int("20" + year[1:] if len(year) == 3 else year), number, int(day))
            except ValueError:
                return None
    return None
