"""Indirect questions: a clause with "of" or a question word that hangs on a verb or noun of asking."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from notemine.dutch import cues
from notemine.dutch.verbs import FINITE
from notemine.questions.words import Opening, Word

MAX_CUE_WORDS = 14
VERBS = FINITE | frozenset("id")


def is_asked(words: list[Word], opening: Opening, *, since: int = 0) -> bool:
    """Whether what stands before the opening asks for it.

    A question word or "of" counts where the clause before it is one of the ``ASKING`` frames, or where a
    label ("Nog open:") announces it.

    Args:
        words: Words of the sentence.
        opening: Where the clause begins.
        since: Index of the first word that may ask: what stands before another clause asks no more.
    """
    i = opening.word
    if _is_relative(words, opening):
        return False
    if opening.after[0] in "CM" and _label(words, i):
        return True
    before = _before(words, i, since)
    if opening.kind == "O" and _is_open_whether(words, opening, before):
        return not _is_resolved(words, i)
    if not before or not _asking().search(before) or _not_asked().search(before):
        return False
    return not _is_resolved(words, i)


def _is_open_whether(words: list[Word], opening: Opening, before: str) -> bool:
    """Whether "of" with a subject behind it joins no two words and follows nothing that settles it.

    An "of" clause is open by itself: whatever verb or adjective it hangs on, somebody does not know.
    """
    i = opening.word
    last = next((j for j in range(i, len(words)) if not words[j].classes), len(words)) - 1
    if not before or last < i + 2 or words[last].classes[0] not in VERBS:
        return False
    subject = words[i + 1].classes[:1] in ("y", "l", "D") or words[i + 1].low in ("er", "het", "dit")
    # "of je mist de trein" has the order of a main clause.
    if not subject or (words[i + 2].is_finite and last > i + 2):
        return False
    if opening.after[0] in "CM":
        return True
    follows_phrase = words[i - 1].classes[:1] in ("", *"nmNykDlbexiq")
    return opening.after == "B" and not follows_phrase and not _not_open().search(before)


def end_before_cue(words: list[Word], i: int) -> int:
    """Index after a clause that is asked behind it ("of het helpt weet niemand"); 0 for none."""
    first = next((j for j in range(i + 2, len(words)) if words[j].is_finite), 0)
    for j in range(first + 1, len(words)):
        if (
            first
            and words[j].is_finite
            and _asking_after().match(" ".join(w.low for w in words[j:] if w.classes))
        ):
            return j
    return 0


def governs(words: list[Word], i: int) -> bool:
    """Whether the preposition at ``i`` belongs to the cue ("benieuwd naar wat") and not to the question."""
    if words[i].low == "over":
        return True
    stems = cues.GOVERNED.get(words[i].low, ())
    before = " ".join(w.low for w in words[max(0, i - 4) : i])
    return any(stem in before for stem in stems)


def is_subordinate(words: list[Word], i: int, end: int) -> bool:
    """Whether a finite verb can close the clause at ``i``."""
    return any(w.is_finite for w in words[i + 1 : end])


def has_main_clause(words: list[Word], i: int) -> bool:
    """Whether a second, separate verb makes the clause at ``i`` a subject: "wat we horen is positief"."""
    verbs = [j for j in range(i + 1, len(words)) if words[j].is_finite and words[j].classes[0] in FINITE]
    apart = [b for a, b in pairwise(verbs) if b - a > 1]
    inner = {"als", "die", "dat", "of", "om", "waar", "omdat", "en", "wie", "wat", "hoe", "zonder"}
    return any(inner.isdisjoint(w.low for w in words[i + 1 : b]) for b in apart) or (
        len(verbs) > 1
        and not apart
        and words[verbs[-1]].low in ("is", "was", "staat", "blijft")
        and verbs[-1] < len(words) - 1
    )


def _before(words: list[Word], i: int, since: int) -> str:
    signs = (",", ":", "(", ")")
    near = [w.low for w in words[max(since, i - MAX_CUE_WORDS) : i] if w.classes or w.low in signs]
    return re.sub(r" ([,:)])", r"\1", " ".join(near)).rstrip(":,( ")


def _label(words: list[Word], i: int) -> bool:
    return bool(_asking_label().search(" ".join(w.low for w in words[max(0, i - 8) : i] if w.classes)))


def _is_relative(words: list[Word], opening: Opening) -> bool:
    """Whether it is no question clause: "een plek waar", "wat ons betreft", "moeilijk of onmogelijk"."""
    i = opening.word
    if i == 0:
        return False
    before, asked, following = words[i - 1], words[i].low, words[i + 1 : i + 3]
    if opening.kind == "O":
        return _joins_words(before, following)
    if asked == "wat" and following[1:] and following[1].low.startswith("betreft"):
        return True
    if asked.startswith("waar") and asked != "waarom" and before.classes[:1] in ("n", "m"):
        article = words[i - 2].low if i > 1 else ""
        is_the_question = before.low != "vraag" or article in ("de", "is", "mijn", "onze", "zijn", "als")
        return not (is_the_question and before.low in cues.ASKING_NOUNS)
    return before.low in cues.BEFORE_RELATIVE or (asked == "wat" and before.low in cues.QUANTIFIES_WAT)


def _joins_words(before: Word, following: list[Word]) -> bool:
    """Whether "of" stands between two words of one class."""
    if not following or not following[0].classes:
        return True
    first, second = before.classes[:1], following[0].classes[:1]
    if first == second == "a" or first == second == "i" or following[0].low in ("zelfs", "juist"):
        return True
    if first in ("n", "m") and second in ("n", "m"):
        return second == "n" or not _asking_label().search(before.low)
    return False


def _is_resolved(words: list[Word], i: int) -> bool:
    return bool(_resolved().search(" ".join(w.low for w in words[i:])))


@cache
def _asking() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(cues.ASKING) + ")$")


@cache
def _asking_after() -> re.Pattern[str]:
    return re.compile(cues.ASKING_AFTER)


@cache
def _not_open() -> re.Pattern[str]:
    return re.compile(cues.NOT_OPEN)


@cache
def _not_asked() -> re.Pattern[str]:
    return re.compile(cues.NOT_ASKED)


@cache
def _asking_label() -> re.Pattern[str]:
    return re.compile(cues.ASKING_LABEL)


@cache
def _resolved() -> re.Pattern[str]:
    return re.compile(cues.RESOLVED)
