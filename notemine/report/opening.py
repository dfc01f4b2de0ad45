"""How a page about an evening begins: its title, and who sat together where and when."""

from __future__ import annotations

from collections.abc import Sequence

from notemine.domain import Event
from notemine.dutch.phrases import count_in_words, enumerate_words, number, write_date
from notemine.dutch.sectors import MIXED
from notemine.report.evidence import Evidence
from notemine.report.excerpts import shorten
from notemine.report.safe import plain
from notemine.report.sentences import MAX_TITLES, title

MAX_TITLE, MAX_SECTORS = 70, 6


def headline(evidence: Evidence) -> str:
    """The title: ``Aan tafel in Deventer en Roosendaal``."""
    places = _places(evidence.events)
    if not evidence.events:
        return "Aan tafel"
    if places and len(places) <= MAX_TITLES:
        return shorten(f"Aan tafel in {enumerate_words(places)}", MAX_TITLE)
    return shorten(f"Aan tafel: {title(evidence.events)}", MAX_TITLE)


def opening(evidence: Evidence) -> str:
    """Who spoke to one another, when and where; and what the page is about."""
    n_tables = len(evidence.sector_of_table)
    named = [sector for sector in evidence.sectors if sector != MIXED]
    whose = enumerate_words(named) if len(named) <= MAX_SECTORS else f"{number(len(named))} sectoren"
    people = f"mensen uit {whose}" if named else "mensen"
    tables = count_in_words(n_tables, "gesprekstafel", "gesprekstafels") if n_tables else "gesprekstafels"
    moment = _moment(evidence.events)
    met = f"{moment} gingen {people}" if moment else f"{people} gingen"
    met = met[:1].upper() + met[1:]
    return (
        f"{met} aan {tables} met elkaar in gesprek. Waar ging het over, welke vragen kwamen steeds terug, en "
        "wat ligt er nog open?"
    )


def _places(events: Sequence[Event]) -> list[str]:
    """Distinct places in order; none if one is not known."""
    places = list(dict.fromkeys(plain(event.place) for event in events))
    return [] if "" in places else places


def _moment(events: Sequence[Event]) -> str:
    """When and where: ``op 11 oktober 2022 in Zwolle en op 23 mei 2023 in Breda``; the period of many."""
    days = sorted(event.held_on for event in events if event.held_on)
    if len(events) <= MAX_TITLES:
        return enumerate_words([said for event in events if (said := _moment_of(event))])
    meetings = f"tijdens {count_in_words(len(events), 'bijeenkomst', 'bijeenkomsten')}"
    if not days or days[0] == days[-1]:
        return meetings
    return f"{meetings}, van {write_date(days[0])} tot en met {write_date(days[-1])},"


def _moment_of(event: Event) -> str:
    day = f"op {write_date(event.held_on)}" if event.held_on else ""
    place = f"in {plain(event.place)}" if event.place else ""
    return " ".join(filter(None, (day, place)))
