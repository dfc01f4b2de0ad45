"""Numbers, dates and enumerations in the words of a Dutch reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
# Newspapers write numbers out as far as twenty.
NUMBERS = (
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
).split()
SECTOR_ORDER = ("po", "vmbo", "havo/vwo", "mbo", "hbo", "wo")


def write_date(day: date) -> str:
    """Write a date out.

    >>> write_date(date(2022, 10, 11))
    '11 oktober 2022'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_month(day: date) -> str:
    """Write the month of a date out.

    >>> write_month(date(2022, 10, 11))
    'oktober 2022'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def count(n: int, one: str, many: str) -> str:
    """Say how many there are.

    >>> count(1, "tafel", "tafels"), count(3, "tafel", "tafels")
    ('1 tafel', '3 tafels')
    """
    return f"{n} {one if n == 1 else many}"


def number(n: int) -> str:
    """Write a number as running text does.

    >>> number(1), number(12), number(21)
    ('één', 'twaalf', '21')
    """
    return NUMBERS[n] if n < len(NUMBERS) else str(n)


def count_in_words(n: int, one: str, many: str) -> str:
    """Say in running text how many there are.

    >>> count_in_words(1, "tafel", "tafels"), count_in_words(8, "tafel", "tafels")
    ('één tafel', 'acht tafels')
    """
    return f"{number(n)} {one if n == 1 else many}"


def enumerate_words(words: Sequence[str]) -> str:
    """Join words as a sentence does.

    >>> enumerate_words(["vmbo", "havo/vwo", "mbo"])
    'vmbo, havo/vwo en mbo'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def sort_sectors(sectors: Iterable[str]) -> list[str]:
    """Distinct sectors in the order of a school career, then the others by name; no empty ones."""
    known = {name: place for place, name in enumerate(SECTOR_ORDER)}
    return sorted(set(sectors) - {""}, key=lambda name: (known.get(name, len(known)), name))
