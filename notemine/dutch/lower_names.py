"""Names without a capital, as those write who type fast: "vlgs jelmer moet dat", "dhr smit komt"."""

from __future__ import annotations

import re

from notemine.dutch import name_words as nw
from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.name_runs import MIN_FAMILY, MIN_GIVEN, is_function_word
from notemine.dutch.verbs import word_classes
from notemine.dutch.words import count_of

# Of the letters of a text in telegram style, at most so many are capitals.
MAX_CAPITALS = 0.012
MIN_LETTERS = 200
_MODALS = frozenset("wil kan zal mag moet is was had".split())
MIN_GIVEN_TELEGRAM = 3
_WORD = re.compile(r"(?<![\w.'’-])(?<!\w@)[^\W\d_]+(?![\w@]|\.\w)")
_SHORT_TITLE = re.compile(r"\b(?:dhr|mevr|mw|mevrouw|meneer|juf)\.?\s$", re.IGNORECASE)
_AS_SAID_BY = re.compile(r"\b(?:volgens|vlgs|aldus|dank|thx)\s$", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:van|v|met|door|bij|aan|en)\s$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\b(?:de|het|een|die|deze|dit|dat|geen|elke|mijn|onze|hun|haar|zijn)\s$", re.IGNORECASE
)
_LABEL = re.compile(r"(?:^|[.!?;|\]-])\s*$")
_LIST_BEFORE = re.compile(r"(?:[:,(]|\ben)\s$")
_LIST_AFTER = re.compile(r"\s?(?:,|$|\)|\(|en\b|\.\s*$)")


def is_telegram(text: str) -> bool:
    """Whether a text is typed without capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) <= MAX_CAPITALS * len(letters)


def with_capitals(line: str, *, is_telegram: bool, is_roll: bool) -> str:
    """A line with capitals on what can only be names; each character stays in its place.

    Args:
        line: Of a note.
        is_telegram: The note is typed without capitals; then a word that is also a name ("roos", "wil") is
            one where it speaks, is cited or stands in a list of people.
        is_roll: The line says who was there.
    """
    raised = list(line)
    for match in _WORD.finditer(line):
        word = match[0]
        if word.islower() and _is_name(line, match, is_telegram=is_telegram, is_roll=is_roll):
            raised[match.start()] = word[0].upper() if len(word[0].upper()) == 1 else word[0]
    return "".join(raised)


def _is_name(line: str, match: re.Match[str], *, is_telegram: bool, is_roll: bool) -> bool:
    word, before, after = match[0], line[: match.start()][-24:], line[match.end() :][:24]
    given, family = uses_of(word)
    if _ARTICLE.search(before):
        return False
    if (is_function_word(word) and given < MIN_GIVEN) or word in nw.SHORT_MONTHS:
        return False
    if before.endswith("@"):
        return given >= MIN_GIVEN
    if _SHORT_TITLE.search(before):
        return family >= MIN_FAMILY or given > 0 or not count_of(word).lower
    if given < (MIN_GIVEN_TELEGRAM if is_telegram else MIN_GIVEN) or is_other_name(word):
        return False
    if not count_of(word).lower and len(word) > 2:
        return True
    in_list = _LIST_BEFORE.search(before) is not None and _LIST_AFTER.match(after) is not None
    if is_roll and in_list:
        return True
    if not is_telegram:
        return False
    follows = re.match(r"\s([^\W\d_]+)", after)
    next_word = follows[1] if follows else ""
    opens, acts = _LABEL.search(before) is not None, next_word in nw.REPORTING | nw.AT_MEETINGS
    is_verb = word_classes(next_word)[:1] in ("t", "v") or next_word in _MODALS
    does = not is_function_word(word) and is_verb
    speaks = acts or (opens and (after.startswith((":", " (")) or does))
    is_listed = is_roll and not is_function_word(word)
    is_listed = is_listed or (is_roll and bool(_LIST_BEFORE.search(before) and _LIST_AFTER.match(after)))
    owns = after.startswith(("'s ", "’s ")) or next_word in nw.POSSESSIVES - {"zijn"}
    is_cited = _AS_SAID_BY.search(before) is not None
    is_cited = is_cited or (_BESIDE.search(before) is not None and not count_of(word).lower)
    return speaks or is_listed or owns or is_cited
