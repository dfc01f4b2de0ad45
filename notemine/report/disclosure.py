"""What a report may show; it stands in the settings that every result carries with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from notemine.domain import Mined


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What may be shown.

    Attributes:
        quotes: What was written, word for word, and questions of one table.
        min_cell: Smaller counts of a sector, role, theme, event or table are hidden.
    """

    quotes: bool = True
    min_cell: int = 1

    @property
    def places(self) -> bool:
        """Findings may name file and table; with those anyone could count what is hidden."""
        return self.min_cell == 1

    @property
    def sources(self) -> bool:
        """Every line may be listed under its file."""
        return self.quotes and self.places

    @property
    def is_whole(self) -> bool:
        """Nothing is left out."""
        return self == Disclosure()


def disclosure_of(mined: Mined) -> Disclosure:
    """What the settings of a result allow; everything, unless they say otherwise."""
    privacy = json.loads(mined.provenance.config or "{}").get("privacy", {})
    return Disclosure(quotes=privacy.get("quotes", True), min_cell=privacy.get("min_cell", 1))


def with_disclosure(mined: Mined, shown: Disclosure) -> Mined:
    """The same result with settings that allow what is ``shown``.

    Raises:
        ValueError: the smallest count that may be shown is below 1.
    """
    if shown.min_cell < 1:
        raise ValueError(f"min_cell is {shown.min_cell}; 1 shows every count, 3 hides those below 3")
    if shown == disclosure_of(mined):
        return mined
    config = json.loads(mined.provenance.config or "{}")
    # As the settings themselves are written: what hides nothing is not named.
    kept = {k: v for k, v in config.get("privacy", {}).items() if k not in ("quotes", "min_cell")}
    asked: dict[str, bool | int] = {} if shown.quotes else {"quotes": False}
    asked |= {} if shown.min_cell == 1 else {"min_cell": shown.min_cell}
    config = {**config, "privacy": {**kept, **asked}}
    written = json.dumps(config, ensure_ascii=False, separators=(",", ":"))
    return replace(mined, provenance=replace(mined.provenance, config=written))
