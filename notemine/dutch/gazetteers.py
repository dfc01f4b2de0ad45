"""Lists of names: of people, and of places and other things (see ``models/nl_names``)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from notemine.dutch.artefacts import read_packed
from notemine.dutch.given_names import GIVEN_NAMES

ARTEFACT = "nl_names"


class Uses(NamedTuple):
    """How many people on the list bear a name, as their first and as their last word."""

    given: int
    family: int


NEVER = Uses(0, 0)
# A name of today counts as if so many people on the older list bore it.
OF_TODAY = 8


def uses_of(name: str) -> Uses:
    """How many people on the list bear ``name``, in any case; ``Uses(0, 0)`` for an unknown one.

    Raises:
        MissingModelError: the list is not installed.
    """
    low = name.lower().replace("’", "'")
    uses = _persons().get(low, NEVER)
    return uses._replace(given=max(uses.given, OF_TODAY)) if low in GIVEN_NAMES else uses


def is_other_name(name: str) -> bool:
    """Whether ``name``, in any case, is known as the name of a place, a brand or another thing.

    Raises:
        MissingModelError: the list is not installed.
    """
    low = name.lower().replace("’", "'")
    return low in _others() and low not in GIVEN_NAMES


@cache
def _persons() -> dict[str, Uses]:
    rows = (row.split("\t") for row in read_packed(ARTEFACT, "persons.tsv.gz").splitlines())
    return {name: Uses(int(given), int(family)) for name, given, family in rows}


@cache
def _others() -> frozenset[str]:
    return frozenset(read_packed(ARTEFACT, "others.txt.gz").splitlines())
