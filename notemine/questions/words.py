"""Words of a line with their classes, and the places where a question can begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notemine.dutch import cues
from notemine.dutch.verbs import FINITE, word_classes
from notemine.dutch.words import is_common

# The mark inside an address or alone in brackets, "(?)", asks nothing.
_ADDRESS = r"(?:(?:https?://|www\.)\S*|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*)[^\s?.!,;:)\]]"
ADDRESS, DOUBT = re.compile(_ADDRESS), re.compile(r"\(\?+\)")
WORD = re.compile(rf"{_ADDRESS}|{DOUBT.pattern}|['’‘`][snktmr]\b|[^\W_]+(?:['’/\-][^\W_]+)*|[^\w\s]|_")
# What stands for a sign that ends and divides nothing.
NOTHING = "·"
CLOSED = frozenset("lbDyxqrzcuAekj")
# "Wát doen we": an accent for stress.
ACUTE = str.maketrans("áéíóú", "aeiou")
STOPS = frozenset(".!?…")
QUOTES = frozenset("\"'“”„‘’«»`")
BREAKS = {",": "P", ":": "C", ";": "M", "-": "M", "–": "M", "—": "M", "(": "M", ")": "M", "[": "M", "]": "M"}
BREAKS |= {"/": "M", "→": "M", "+": "K", "&": "K", "|": "S", "•": "S", "*": "M", "#": "S", ">": "S", "_": "Q"}
BREAKS |= dict.fromkeys(QUOTES, "Q") | dict.fromkeys(STOPS, "S")


@dataclass(slots=True)
class Word:
    """A word or a sign.

    Attributes:
        low: In lower case, abbreviations of note-takers written out.
        classes: See ``dutch.verbs``; empty for a sign.
        is_capital: Begins with a capital and goes on in lower case.
        sign: What stands for it in a feature: itself if it is a function word, else its classes.
    """

    low: str
    start: int
    end: int
    classes: str
    sign: str
    is_capital: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can be a finite verb."""
        return not FINITE.isdisjoint(self.classes)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words up to a stop.

    Attributes:
        mark: The stop that ends it, ``.``, ``?``, ``!`` or nothing; it is not among the words.
        end: Offset after the mark.
    """

    words: list[Word]
    mark: str
    end: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a question can begin.

    Attributes:
        word: Index of the first word.
        kind: ``V`` for a verb, ``W`` for a question word, ``O`` for "of".
        after: What it follows: S start, C colon, P comma, M other sign, Q quote, K "en", B a plain word;
            in lower case with a filler in between ("en wie" at the start: ``sen``).
    """

    word: int
    kind: str
    after: str


def words_of(text: str) -> list[Word]:
    """The words and signs of a text, in order."""
    words: list[Word] = []
    for match in WORD.finditer(text):
        raw = match.group()
        if DOUBT.fullmatch(raw) or ADDRESS.fullmatch(raw):
            classes = "n" if raw[0] != "(" else ""
            words.append(Word(NOTHING, match.start(), match.end(), classes, NOTHING))
            continue
        low = cues.SHORT_FORMS.get(raw.lower(), raw.lower().replace("’", "'"))
        if not low.isascii() and (plain := low.translate(ACUTE)) in cues.QUESTION_WORDS | cues.AUXILIARIES:
            low = plain
        if not raw[-1].isalnum():
            low = NOTHING if raw == "." and not _ends_sentence(text, match.end(), words) else raw
            words.append(Word(low, match.start(), match.end(), "", low))
            continue
        classes = word_classes(low)
        if classes[:1] in CLOSED or low in cues.AUXILIARIES:
            sign = low
        elif raw[0].isupper() and words and BREAKS.get(words[-1].low, "B") == "B":
            sign, classes = "~N", classes if FINITE.isdisjoint(classes) else "N"
        else:
            sign = f"~{classes[:3]}"
        words.append(
            Word(low, match.start(), match.end(), classes, sign, raw[:1].isupper() and raw[1:2].islower())
        )
    return words


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text, in order; "??" and "?!" are one mark."""
    found: list[Sentence] = []
    words: list[Word] = []
    every = words_of(text)
    for n, word in enumerate(every):
        if word.low not in STOPS:
            if _begins_unmarked(words, word, every[n + 1] if n + 1 < len(every) else None):
                found.append(Sentence(words, "", words[-1].end))
                words = []
            words.append(word)
        elif words:
            found.append(Sentence(words, word.low, word.end))
            words = []
        elif found and found[-1].end == word.start:
            last = found[-1]
            found[-1] = Sentence(last.words, "?" if "?" in (last.mark, word.low) else last.mark, word.end)
    return [*found, Sentence(words, "", words[-1].end)] if words else found


def openings(words: list[Word]) -> list[Opening]:
    """Places where a question can begin, in order."""
    found = []
    after, filler = "S", ""
    for i, word in enumerate(words):
        if not word.classes:
            if word.low in BREAKS and not (word.low == "-" and i and words[i - 1].end == word.start):
                after, filler = _stronger(after, BREAKS[word.low]), ""
            continue
        kind = _kind_at(words, i, after)
        if kind:
            found.append(Opening(i, kind, after.lower() + filler if filler else after))
        if after != "B" and (word.low in cues.FILLERS or _is_so(words, i)):
            filler = filler or word.low
        elif word.low in cues.COORDINATORS:
            after, filler = "K", ""
        else:
            after, filler = "B", ""
    return found


def _ends_sentence(text: str, end: int, words: list[Word]) -> bool:
    rest = text[end : end + 2]
    if rest[:1] and not rest[0].isspace() and rest[0] not in QUOTES and rest[0] not in ")*_":
        return False
    return not (words and words[-1].low in cues.ABBREVIATIONS and rest[1:] and not rest[1].isupper())


def _is_so(words: list[Word], i: int) -> bool:
    """Whether a word leads in as a filler does: "en zo ja, wanneer", "dan wel of"."""
    if words[i].low == "wel":
        return i > 0 and words[i - 1].low == "dan"
    return words[i].low == "zo" and i + 1 < len(words) and words[i + 1].low in ("ja", "nee", "niet")


def _begins_unmarked(words: list[Word], word: Word, following: Word | None) -> bool:
    """Whether a capital shows that the stop before ``word`` was forgotten."""
    if not words or not word.is_capital or not words[-1].classes or words[-1].is_capital:
        return False
    before = words[-1]
    if word.low in cues.STARTERS:
        return before.classes[0] not in "lb"
    if before.low in cues.BEFORE_QUESTION_WORD or before.classes[0] in "lbN" or "N" in word.classes:
        return False
    # "Wat moet Logius bieden": a name behind its verb.
    if before.is_finite and not is_common(word.low):
        return False
    return (
        word.classes[:1] in "nmlDb"
        and following is not None
        and (following.is_finite or word.classes[:1] in "lDb")
    )


def _stronger(before: str, sign: str) -> str:
    return before if before == "S" or (before == "C" and sign in "QM") else sign


def _kind_at(words: list[Word], i: int, after: str) -> str:
    word = words[i]
    if word.low in cues.QUESTION_WORDS:
        return "" if [w.low for w in words[i + 1 : i + 3]] == ["dan", "ook"] else "W"
    if word.low == "of":
        return "O"
    if word.low in cues.BEFORE_QUESTION_WORD:
        ahead = [w.low for w in words[i + 1 : i + 4]]
        is_article = word.low in ("de", "het")
        if (
            not is_article and not cues.QUESTION_WORDS.isdisjoint(ahead[:1])
        ) or not cues.COUNT_WORDS.isdisjoint(ahead):
            return "W"
    return "V" if after != "B" and word.is_finite else ""
