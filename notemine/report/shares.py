"""How much each group of tables speaks of a topic, in numbers that may be shown, with their intervals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from notemine.domain import Facet, Mined
from notemine.dutch.event_names import name_events
from notemine.report.cells import HIDDEN
from notemine.report.evidence import Evidence
from notemine.report.prevalence import hide_prevalence
from notemine.report.safe import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Mean share of the lines of a group of tables that a topic has, 0 to 1, with its 95 % interval.

    Attributes:
        is_hidden: It may not be shown; the numbers are 0.
        is_typical: More than that of the other tables, beyond chance; False where that may not be told.
    """

    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    is_hidden: bool = False
    is_typical: bool = False

    @property
    def text(self) -> str:
        """``12%``, or the mark of a hidden number."""
        return HIDDEN if self.is_hidden else _percent(self.value)

    @property
    def interval(self) -> str:
        """``4–20%``; empty where the share is hidden."""
        return "" if self.is_hidden else f"{_percent(self.low)[:-1]}–{_percent(self.high)}"


def find_shares(mined: Mined, evidence: Evidence, *, facet: Facet) -> dict[str, dict[str, Share]]:
    """Shares of each topic, by id, in each group of ``facet``: a sector by name, an event by id.

    Topics of which none of these tables speaks are left out.
    """
    name_of = _events_by_group(mined) if facet == "event" else {}
    found: dict[str, dict[str, Share]] = defaultdict(dict)
    for one, hidden in hide_prevalence(mined, evidence):
        if one.facet == facet:
            group = name_of.get(one.group, plain(one.group))
            found[one.topic_id][group] = (
                Share(is_hidden=True)
                if "share" in hidden
                else Share(
                    value=one.share,
                    low=one.low,
                    high=one.high,
                    is_typical=one.is_typical and "difference" not in hidden,
                )
            )
    return {topic: shares for topic, shares in found.items() if any(_is_said(s) for s in shares.values())}


def _is_said(share: Share) -> bool:
    return share.is_hidden or share.high > 0


def scale_of(shares: Iterable[Share]) -> float:
    """End of an axis for these shares: the highest upper limit, rounded up to a tenth."""
    most = max((share.high for share in shares if not share.is_hidden), default=0.0)
    # A limit that was computed as 0.30000001 needs no axis up to 0.4.
    return max(ceil(round(most * 10, 3)) / 10, 0.1)


def _events_by_group(mined: Mined) -> Mapping[str, str]:
    """Id of the event of each group."""
    names = name_events(note.event for note in mined.notes)
    return {name: event_id for event_id, name in names.items()}


def _percent(share: float) -> str:
    return f"{share:.0%}"
