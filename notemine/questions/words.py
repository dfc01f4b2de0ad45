"""Words of a unit with their classes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notemine.dutch import cues
from notemine.dutch.hyphens import CUT, join_cut_words
from notemine.dutch.plain_text import with_plain_signs
from notemine.dutch.verbs import FINITE, word_classes

# The mark inside an address or alone in brackets, "(?)", asks nothing.
_ADDRESS = r"(?:(?:https?://|www\.)\S*|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*)[^\s?.!,;:)\]]"
ADDRESS, DOUBT = re.compile(_ADDRESS), re.compile(r"\(\?+\)")
WORD = re.compile(
    rf"{_ADDRESS}|{DOUBT.pattern}|['’‘`][snktmr]\b|[^\W_]+(?:(?:['’/\-]|{CUT})[^\W_]+)*|[^\w\s]|_"
)
# What stands for a sign that ends and divides nothing.
NOTHING = "·"
# "Wát doen we": an accent for stress.
ACUTE = str.maketrans("áéíóú", "aeiou")
QUOTES = "\"'“”„‘’«»`"
# Classes of words that name nothing: articles, pronouns, prepositions, conjunctions, ...
CLOSED = frozenset("lbDyxqrzcuAekj")
# Behind these a capital begins a sentence; elsewhere it begins a name.
BREAKS = frozenset(".!?…,:;-–—()[]/→+&|•*#>_" + QUOTES)


@dataclass(slots=True)
class Word:
    """A word or a sign.

    Attributes:
        low: In lower case, abbreviations of note-takers written out.
        classes: See ``dutch.verbs``; empty for a sign.
        is_capital: Begins with a capital and goes on in lower case.
    """

    low: str
    start: int
    end: int
    classes: str
    is_capital: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can be a finite verb."""
        return not FINITE.isdisjoint(self.classes)


def words_of(text: str) -> list[Word]:
    """The words and signs of a text, in order."""
    words: list[Word] = []
    for match in WORD.finditer(text):
        raw, start, end = match.group(), match.start(), match.end()
        if DOUBT.fullmatch(raw) or ADDRESS.fullmatch(raw):
            words.append(Word(NOTHING, start, end, "n" if raw[0] != "(" else ""))
        elif not raw[-1].isalnum():
            ends_nothing = raw == "." and not _ends_sentence(text, end, words)
            words.append(Word(NOTHING if ends_nothing else raw, start, end, ""))
        else:
            words.append(_word(raw, start, is_inside=bool(words) and words[-1].low not in BREAKS))
    return words


def _word(raw: str, start: int, *, is_inside: bool) -> Word:
    written = with_plain_signs(join_cut_words(raw)).lower()
    low = cues.SHORT_FORMS.get(written, written.replace("’", "'"))
    if not low.isascii() and (plain := low.translate(ACUTE)) in cues.QUESTION_WORDS | cues.AUXILIARIES:
        low = plain
    classes = word_classes(low)
    is_closed = classes[:1] in CLOSED or low in cues.AUXILIARIES
    if raw[0].isupper() and is_inside and not is_closed and FINITE.isdisjoint(classes):
        classes = "N"
    return Word(low, start, start + len(raw), classes, raw[:1].isupper() and raw[1:2].islower())


def _ends_sentence(text: str, end: int, words: list[Word]) -> bool:
    rest = text[end : end + 2]
    if rest[:1] and not rest[0].isspace() and rest[0] not in QUOTES and rest[0] not in ")*_":
        return False
    return not (words and words[-1].low in cues.ABBREVIATIONS and rest[1:] and not rest[1].isupper())
