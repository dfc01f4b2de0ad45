"""Finds what can be quoted to people who were not there: short, whole, of nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notemine.domain import Mined
from notemine.dutch.content import ENOUGH, says_by_itself
from notemine.dutch.individuals import is_about_one
from notemine.report.evidence import Evidence, Line
from notemine.report.views import TopicView

MIN_CHARS, MAX_CHARS = 25, 130
# Typical lines, and as many of the strongest, among which one is chosen.
N_TRIED = 25
# A person, or what was left of a number or an address.
_SOMEBODY = re.compile(r"\bDeelnemer \d+|\[[^\]]*\]")
_MARKS = re.compile('[“”„"<>{}=|]')
# Leans on the line before it.
_LEANS = re.compile(
    r"(?:en|maar|want|dus|hij|zij|ze|hun|haar|die|dat|dit|daar|volgens (?:hem|haar))\b", re.IGNORECASE
)
# "een meisje dat loodgieter wil worden" is known to who sat there; "de leerling" is any of them.
_ONE_PERSON = re.compile(
    r"\b(?:een|één|1|die|dat|mijn|zijn|haar|onze?) (?:[\w-]+ )?(?:jongen|meisje|meid|kind|leerling|lln?"
    r"|studente?|stagiaire?|moeder|vader|ouder|zoon|dochter|broer|zus|neef|nicht|man|vrouw|collega|docente?|mentor"
    r"|decaan|directeur|rector)\b",
    re.IGNORECASE,
)
# Tells how it went at the table, not what was said.
_REPORTS = re.compile(
    r"\b(?:(?:ging|gaat) het (?:over|om)|ter sprake|aan bod|besproken|genoemd|gelach|pauze|tafel)\b",
    re.IGNORECASE,
)


class Excerpts:
    """Quotes of a result, each given once."""

    def __init__(self, mined: Mined, evidence: Evidence) -> None:
        self._evidence = evidence
        self._asked = {asked.segment_id for question in mined.questions for asked in question.asked}
        self._strongest = {topic.id: topic.segment_ids[:N_TRIED] for topic in mined.topics}
        self._given: set[str] = set()

    def of_topic(self, topic: TopicView) -> Line | None:
        """The best quote of a topic: what is typical first; None if nothing can be quoted."""
        others = (self._evidence.quote(segment_id) for segment_id in self._strongest[topic.id])
        return self.first([*topic.quotes, *others])

    def first(self, lines: Sequence[Line]) -> Line | None:
        """The line that reads best away from its place, the first of equals; None if none can be quoted."""
        fit = [line for line in lines if self._is_fit(line)]
        if not fit:
            return None
        best = max(fit, key=lambda line: _reads(line.text))
        self._given.add(best.id)
        return best

    def _is_fit(self, line: Line) -> bool:
        is_new = line.id not in self._given and line.id not in self._asked
        is_whole = MIN_CHARS <= len(line.text) <= MAX_CHARS and not line.text.endswith("?")
        return (
            is_new
            and is_whole
            and not line.sensitive
            and not _MARKS.search(line.text)
            and not _tells_of_somebody(line.text)
        )


def _tells_of_somebody(text: str) -> bool:
    is_known = names_somebody(text) or _ONE_PERSON.search(text) is not None
    return is_known or is_about_one(text.lower(), text)


def _reads(text: str) -> int:
    """How well a line reads on its own, from 0 to 5."""
    says_enough = says_by_itself(text) == ENOUGH
    is_its_own = (not _LEANS.match(text)) + (not _REPORTS.search(text))
    return says_enough + is_its_own + text[:1].isupper() + text.endswith((".", "!"))


def names_somebody(text: str) -> bool:
    """Whether a pseudonym stands in it, or the mark of a number or an address that was taken out."""
    return _SOMEBODY.search(text) is not None


def shorten(text: str, max_chars: int) -> str:
    """Cut a text after a word, with an ellipsis, where it is longer than that.

    >>> shorten("Hoe krijg je ouders mee?", 15)
    'Hoe krijg je …'
    """
    if len(text) <= max_chars:
        return text
    return f"{text[: max_chars - 1].rsplit(' ', 1)[0]} …"
