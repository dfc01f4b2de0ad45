"""Lists of names: of people, and of places and other things (see ``models/nl_names``)."""

from __future__ import annotations

import gzip
from functools import cache
from typing import NamedTuple

from notemine.dutch.artefacts import path_of
from notemine.errors import MissingModelError

ARTEFACT = "nl_names"


class Uses(NamedTuple):
    """How many people on the list bear a name, as their first and as their last word."""

    given: int
    family: int


NEVER = Uses(0, 0)


def uses_of(name: str) -> Uses:
    """How many people on the list bear ``name``, in any case; ``Uses(0, 0)`` for an unknown one.

    Raises:
        MissingModelError: the list is not installed.
    """
    return _persons().get(name.lower().replace("’", "'"), NEVER)


def is_other_name(name: str) -> bool:
    """Whether ``name``, in any case, is known as the name of a place, a brand or another thing.

    Raises:
        MissingModelError: the list is not installed.
    """
    return name.lower().replace("’", "'") in _others()


@cache
def _persons() -> dict[str, Uses]:
    rows = (row.split("\t") for row in _read("persons.tsv.gz"))
    return {name: Uses(int(given), int(family)) for name, given, family in rows}


@cache
def _others() -> frozenset[str]:
    return frozenset(_read("others.txt.gz"))


def _read(file: str) -> list[str]:
    folder = path_of(ARTEFACT)
    if folder is None:
        raise MissingModelError(
            f"models/{ARTEFACT} is not installed; install notemine again, with its models"
        )
    with gzip.open(folder / file, "rt", encoding="utf-8") as lines:
        return lines.read().splitlines()
