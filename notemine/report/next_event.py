"""When and where the next event is; it stands in the settings that every result carries with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time

from notemine.domain import Mined
from notemine.dutch.phrases import write_date
from notemine.report.safe import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class NextEvent:
    """The next event, as far as the settings say."""

    title: str = ""
    held_on: date | None = None
    begins: time | None = None
    ends: time | None = None
    place: str = ""

    @property
    def line(self) -> str:
        """In one line: ``LOB-avond, Breda, 17 maart 2026, 19.00 uur``; empty if nothing is known."""
        return ", ".join(part for part in (self.title, self.where_and_when) if part)

    @property
    def where_and_when(self) -> str:
        """The same without the title."""
        day = write_date(self.held_on) if self.held_on else ""
        return ", ".join(part for part in (self.place, day, self._hours) if part)

    @property
    def in_sentence(self) -> str:
        """The same in running text: ``op 17 maart 2026 in Breda, van 19.00 tot 21.30 uur``."""
        day = f"op {write_date(self.held_on)}" if self.held_on else ""
        place = f"in {self.place}" if self.place else ""
        hours = ""
        if self.begins:
            hours = f"van {self.begins:%H.%M} tot {self.ends:%H.%M} uur" if self.ends else f"om {self._hours}"
        return ", ".join(filter(None, (" ".join(filter(None, (day, place))), hours)))

    @property
    def _hours(self) -> str:
        if not self.begins:
            return ""
        hours = [f"{clock:%H.%M}" for clock in (self.begins, self.ends) if clock]
        return f"{' – '.join(hours)} uur"


def next_event_of(mined: Mined) -> NextEvent:
    """What the settings of a result say of the next event."""
    said = json.loads(mined.provenance.config or "{}").get("plan", {})
    day, begins, ends = said.get("date"), said.get("begins"), said.get("ends")
    return NextEvent(
        title=plain(said.get("title", "")),
        held_on=date.fromisoformat(day) if day else None,
        begins=time.fromisoformat(begins) if begins else None,
        ends=time.fromisoformat(ends) if ends else None,
        place=plain(said.get("place", "")),
    )
