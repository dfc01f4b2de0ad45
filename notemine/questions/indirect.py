"""Indirect questions: a clause with "of" or a question word that hangs on a verb or noun of asking."""

from __future__ import annotations

import re
from functools import cache

from notemine.dutch import cues
from notemine.dutch.verbs import FINITE
from notemine.questions.words import Opening, Word

MAX_CUE_WORDS = 14


def is_asked(words: list[Word], opening: Opening) -> bool:
    """Whether what stands before the opening asks for it.

    A question word or "of" counts where the clause right before it is one of the ``ASKING`` frames, or where a label
    ("Nog open:") announces it and the clause has subordinate order.
    """
    i = opening.word
    if _is_relative(words, opening):
        return False
    if opening.after[0] in "CM" and _label(words, i):
        return True
    before = _before(words, i)
    return bool(before) and bool(_asking().search(before)) and not _is_resolved(words, i)


def governs(words: list[Word], i: int) -> bool:
    """Whether the preposition at ``i`` belongs to the cue ("benieuwd naar wat") and not to the question."""
    stems = cues.GOVERNED.get(words[i].low, ())
    before = " ".join(w.low for w in words[max(0, i - 4) : i])
    return any(stem in before for stem in stems)


def is_subordinate(words: list[Word], i: int, end: int) -> bool:
    """Whether a finite verb can close the clause at ``i``."""
    return any(w.is_finite for w in words[i + 1 : end])


def has_main_clause(words: list[Word], i: int) -> bool:
    """Whether a second, separate verb shows that the clause at ``i`` is the subject: "wat we horen is positief"."""
    verbs = [j for j in range(i + 1, len(words)) if words[j].is_finite and words[j].classes[0] in FINITE]
    apart = [b for a, b in zip(verbs, verbs[1:], strict=False) if b - a > 1]
    inner = {"als", "die", "dat", "of", "om", "waar", "omdat", "en", "wie", "wat", "hoe", "zonder"}
    return any(inner.isdisjoint(w.low for w in words[i + 1 : b]) for b in apart) or (
        len(verbs) > 1
        and not apart
        and words[verbs[-1]].low in ("is", "was", "staat", "blijft")
        and verbs[-1] < len(words) - 1
    )


def _before(words: list[Word], i: int) -> str:
    signs = (",", ":", "(", ")")
    near = [w.low for w in words[max(0, i - MAX_CUE_WORDS) : i] if w.classes or w.low in signs]
    return re.sub(r" ([,:)])", r"\1", " ".join(near)).rstrip(":,( ")


def _label(words: list[Word], i: int) -> bool:
    return bool(_asking_label().search(" ".join(w.low for w in words[max(0, i - 8) : i] if w.classes)))


def _is_relative(words: list[Word], opening: Opening) -> bool:
    """ "de vraag naar wie", "een plek waar": the word before makes it a relative clause."""
    i = opening.word
    if i == 0 or opening.kind != "W":
        return False
    before, asked = words[i - 1].low, words[i].low
    if asked.startswith("waar") and asked != "waarom":
        article = words[i - 2].low if i > 1 else ""
        return before == "vragen" or (
            before == "vraag" and article not in ("de", "is", "mijn", "onze", "zijn", "als")
        )
    return before in cues.BEFORE_RELATIVE or (asked == "wat" and before in cues.QUANTIFIES_WAT)


def _is_resolved(words: list[Word], i: int) -> bool:
    return bool(_resolved().search(" ".join(w.low for w in words[i:])))


@cache
def _asking() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(cues.ASKING) + ")$")


@cache
def _asking_label() -> re.Pattern[str]:
    return re.compile(cues.ASKING_LABEL)


@cache
def _resolved() -> re.Pattern[str]:
    return re.compile(cues.RESOLVED)
