"""Which evening a note belongs to: its folder says so, or the notes in it together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from notemine.domain import Event
from notemine.dutch.dates import find_date, find_date_in_name, strip_dates_in_name
from notemine.dutch.places import find_town

_MAX_PLACE_WORDS = 3
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# What such an evening is called, which is no place.
_GENERIC = frozenset(
    "lob gesprekstafels gesprekstafel gesprekken tafels tafel avond middag ochtend dag bijeenkomst "
    "bijeenkomsten notities notes notulen verslagen verslag aantekeningen sessie sessies event ronde "
    "conferentie netwerk regio de het te in van en voor".split()
)


class Folder(NamedTuple):
    """What the name of a folder says about an evening."""

    path: Path
    held_on: date | None
    place: str
    title: str


def find_folder(directory: Path, root: Path) -> Folder:
    """The folder that stands for the evening: the nearest one with a date in its name, else ``directory``.

    Args:
        directory: Where the note is.
        root: What the user named; the search goes one folder above it.
    """
    inside = [directory, *directory.parents]
    inside = inside[: inside.index(root.parent) + 1] if root.parent in inside else inside[:2]
    year = year_of(folder.name for folder in inside)
    days = ((folder, find_date_in_name(folder.name, year=year)) for folder in inside)
    # "Assen/2025/01/16"
    over_folders = find_date("/".join(folder.name for folder in reversed(inside)).replace("/", "-"))
    found = _read_folder(*next((found for found in days if found[1]), (directory, over_folders)))
    if found.place:
        return found
    # "Purmerend/2024_02_06" and "Heerenveen"
    places = (find_town(folder.name) for folder in inside)
    return found._replace(place=next(filter(None, places), ""))


def year_of(names: Iterable[str]) -> str:
    """The year in one of the names of folders; empty where there is none."""
    return next((match[0] for name in names if (match := _YEAR.search(name))), "")


def make_event(folder: Folder, *, title: str, place: str, held_on: date | None) -> Event:
    """Make the evening of a folder; ``title`` and ``held_on`` overrule its name, ``place`` fills it in."""
    place = folder.place or place
    title = title or folder.title or place or "Notities"
    event_id = slug(f"{held_on or ''} {folder.place or title}")
    return Event(id=event_id or "notities", title=title, held_on=held_on, place=place)


def slug(text: str) -> str:
    """Lower-case ASCII with hyphens: ``2022-10-11-zwolle``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _read_folder(folder: Path, held_on: date | None) -> Folder:
    name = strip_dates_in_name(folder.name) if held_on else folder.name
    words = re.sub(r"[-_.,\s]+", " ", name).split()
    places = [word for word in words if word.lower() not in _GENERIC and not word.isdigit()]
    title = " ".join(words)
    title = title[:1].upper() + title[1:]
    if held_on is None or not 1 <= len(places) <= _MAX_PLACE_WORDS:
        return Folder(folder, held_on, "", title)
    place = " ".join(word if word != word.lower() else word.capitalize() for word in places)
    return Folder(folder, held_on, place, place if len(places) == len(words) else title)
