"""What a person said of the plan, by the names of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notemine.domain import PlanDecision
from notemine.dutch.text_keys import key_of, keys_of
from notemine.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Said:
    """Keys of what is pinned and of what is struck."""

    pinned: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()

    def pins(self, *names: str) -> bool:
        """Whether something is pinned under one of its names."""
        return not self.pinned.isdisjoint(keys_of(names))

    def strikes(self, *names: str) -> bool:
        """Whether something is struck under one of its names."""
        return not self.struck.isdisjoint(keys_of(names))


def read_said(decisions: Sequence[PlanDecision]) -> Said:
    """Sort decisions by what they say; one that names nothing in the notes changes nothing."""
    pinned, struck = (keys_of(d.title for d in decisions if d.kind == kind) for kind in ("pin", "strike"))
    # An empty name would be that of every question without words.
    return Said(pinned - {""}, struck - {""})


def check_plan(decisions: Sequence[PlanDecision]) -> None:
    """Refuse decisions that contradict one another.

    Raises:
        ConfigError: one table is pinned and struck.
    """
    said = read_said(decisions)
    for decision in decisions:
        if key_of(decision.title) in said.pinned & said.struck:
            raise ConfigError(f"beslissingen: {decision.title!r} staat in het plan vast én is doorgestreept")
