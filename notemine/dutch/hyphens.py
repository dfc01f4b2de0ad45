"""Makes a word whole that was cut at the end of a line."""

from __future__ import annotations

import re

from notemine.dutch.sectors import is_sector
from notemine.dutch.words import count_of

_BREAK = r"[ \t]*\n[\s>]*"
_CUT = re.compile(rf"(?P<before>[^\W_]+)(?P<hyphen>[-\u2010\u00ad]){_BREAK}(?P<after>[^\W\d_]+|\d+)")
# "in- en uitstroom": the hyphen stands for a word that follows.
_JOINS = frozenset("en of als tot dan noch maar".split())
CUT = rf"[-\u2010\u00ad]{_BREAK}(?!(?:{'|'.join(sorted(_JOINS))})\b)(?=[^\W\d_])|\u00ad"
"""A pattern of what stands inside a word that was cut, or may be."""
# Two vowels that would be read as one keep the hyphen of a compound: "zee-eend", "auto-ongeluk".
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())
_DIAERESES = str.maketrans("eiou", "ëïöü")


def join_cut_words(text: str) -> str:
    r"""Put the two halves of a word that was cut at a line break together; other line breaks stay.

    The hyphen goes, unless it belongs to the word: in a compound with an abbreviation or a name, and where
    two vowels would become one.

    >>> join_cut_words("loopbaan-\nbegeleiding"), join_cut_words("mbo-\ndocent"), join_cut_words("in-\nen")
    ('loopbaanbegeleiding', 'mbo-docent', 'in- en')
    """
    return _CUT.sub(_joined, text) if "\n" in text else text


def _joined(match: re.Match[str]) -> str:
    before, after = match["before"], match["after"]
    if match["hyphen"] == "\u00ad":
        return before + after
    if after in _JOINS:
        return f"{before}- {after}"
    if not (before[-1].islower() and after[0].islower()) or is_sector(before):
        return f"{before}-{after}"
    if before[-1] + after[0] not in _CLASHES:
        return before + after
    # At the end of a line a diaeresis is left out: "co-ordinatie".
    spelt = before + after[0].translate(_DIAERESES) + after[1:]
    return spelt if sum(count_of(spelt.lower())) else f"{before}-{after}"
