"""Which lines a person had better read again before anything is shared; never what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from notemine.domain import Mined
from notemine.dutch.phrases import count
from notemine.report.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveLine:
    """A line that tells of one person what is nobody else's business.

    Attributes:
        id: Of its first segment that does.
        place: File and line; empty where these may not be shown.
        kinds: What it is about: ``gezondheid, thuissituatie``.
    """

    id: str
    place: str
    kinds: str


def find_sensitive(mined: Mined, evidence: Evidence) -> list[SensitiveLine]:
    """Lines with a sensitive segment, in order; none for who was not there, who would learn where to look."""
    if not evidence.shown.quotes:
        return []
    segments_of: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for segment in mined.segments:
        if segment.sensitive:
            place = (segment.note_id, segment.line)
            segments_of.setdefault(place, []).append((segment.id, segment.sensitive))
    return [
        SensitiveLine(
            id=segments[0][0],
            place=evidence.line(segments[0][0]).place,
            kinds=", ".join(dict.fromkeys(kind for _, kind in segments)),
        )
        for segments in segments_of.values()
    ]


def describe_sensitive(lines: Sequence[SensitiveLine]) -> str:
    """How many there are of each kind, and what to do; empty if there are none."""
    if not lines:
        return ""
    counts = Counter(kind for line in lines for kind in line.kinds.split(", "))
    kinds = ", ".join(f"{kind} ({n})" for kind, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])))
    tell = count(len(lines), "regel vertelt", "regels vertellen")
    them = "hem" if len(lines) == 1 else "ze"
    about = "iets persoonlijks over één mens of in vertrouwen"
    return f"{tell} {about}: {kinds}. Lees {them} na voor je iets deelt."
