"""Finds what is told about one person and is nobody else's business: health, home, faith, debts, secrets.

A line is sensitive if it has words of such a theme (``sensitive_words``) and tells them of someone
(``individuals``): "een leerling met epilepsie werd weggestuurd", not "leerlingen met epilepsie" or
"voorlichting over epilepsie". A remark that something is not for others needs nobody.
"""

from __future__ import annotations

import re
from functools import cache

from notemine.dutch import sensitive_words as sw
from notemine.dutch.individuals import is_about_one, is_general, is_of_others
from notemine.dutch.word_patterns import any_of, patterns_of

CONFIDENTIAL = "vertrouwelijk"
KINDS = (*sw.THEMES, CONFIDENTIAL)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Þ(])")
# Accents aside, and one form of apostrophe.
_PLAIN = str.maketrans("àáâäãåèéêëìíîïòóôöõùúûüçñ’‘`´\xa0", "aaaaaaeeeeiiiiooooouuuucn'''' ")


def sensitivity_of(text: str, *, before: str = "") -> str:
    """Say what kind of sensitive thing a line tells of one person.

    Args:
        text: A line or sentence of a note.
        before: What stands before it and may say whom it is about.

    Returns:
        ``gezondheid``, ``verblijf``, ``politie en justitie``, ``geld``, ``geloof of afkomst``,
        ``thuissituatie`` or ``vertrouwelijk``; empty for a line that is not sensitive.
    """
    if not _anything().search(_plain(text)):
        return ""
    for sentence in _SENTENCE_END.split(text):
        low = _plain(sentence)
        if (kind := _theme_of(low)) and _is_about_one(low, sentence, before):
            return kind
        before = sentence
    return CONFIDENTIAL if _pattern(CONFIDENTIAL).search(_plain(text)) else ""


def _theme_of(low: str) -> str:
    """The first kind of which a word is not that of a group or a profession."""
    for kind in sw.THEMES:
        if any(not is_of_others(low, match) for match in _pattern(kind).finditer(low)):
            return kind
    return ""


def _is_about_one(low: str, sentence: str, before: str) -> bool:
    if is_about_one(low, sentence):
        return True
    # "Ik heb een jongen in de klas. Zit nu bij de psycholoog."
    return bool(before) and not is_general(low) and is_about_one(_plain(before), before)


def _plain(text: str) -> str:
    return " ".join(text.lower().translate(_PLAIN).split())


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    table = sw.CONFIDENTIAL if kind == CONFIDENTIAL else sw.THEMES[kind]
    return any_of(patterns_of(table, sw.CLASSES))


@cache
def _anything() -> re.Pattern[str]:
    tables = (*sw.THEMES.values(), sw.CONFIDENTIAL)
    return any_of(pattern for table in tables for pattern in patterns_of(table, sw.CLASSES))
