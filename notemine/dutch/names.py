"""Finds the names of people in Dutch notes: by list, by the words around them, and by where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from notemine.dutch import name_words as nw
from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.stop_words import FUNCTION_WORDS
from notemine.dutch.verbs import word_classes
from notemine.dutch.words import count_of, is_common

_TOKEN = re.compile(
    r"v\.d\.|v/d|'t(?!\w)|[dDlLO]['’][A-ZÀ-Þ][^\W\d_]+|(?:[A-Z][a-z]?\.)+|[^\W\d_]+(?:(?:-|['’](?!s\b))[^\W\d_]+)*"
)
_OPENS = re.compile(r"(?:^|^\W*\w{1,3}[.)]|[.?!:;…>|/=*#_-]|[\"'“‘(\[])\s*$")
MAX_WORDS = 6
# An ordinary word with fewer bearers on the list is no given name without better reason.
MIN_GIVEN = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person: ``text[start:end]``; ``family`` includes the particles, both may be empty, not together."""

    start: int
    end: int
    given: str
    family: str


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        bare = re.sub(r"^[dDlLO]['’]", "", self.text)
        return bare[0].isupper() and (not bare.isupper() or len(bare) < 2 or bare.endswith("."))


def find_names(text: str, *, known: Collection[str] = ()) -> list[Mention]:
    """Find names of people in a text, in order, without overlap.

    A name on a list counts unless it is an ordinary word too ("Roos", "Wil"): that needs a family name or a place
    inside the sentence. A name on no list counts after a title or a role ("student Oluwaseun Adeyemi"), with a
    particle ("Soraya el Idrissi") and in a line that says who was there.

    Args:
        text: A note.
        known: Names in lower case, of one word, that people at this event bear.
    """
    known = frozenset(known)
    mentions: list[Mention] = []
    roll = _Roll()
    first = 0
    for line in text.split("\n"):
        is_roll = roll.read(line)
        for mention in _names_in(line, is_roll=is_roll, known=known):
            mentions.append(
                Mention(first + mention.start, first + mention.end, mention.given, mention.family)
            )
        first += len(line) + 1
    return mentions


def name_of(words: str) -> Mention:
    """Read a string that is known to be a name, such as the speaker of a cue."""
    tokens = [t for t in _tokens(words) if t.low not in nw.TITLES]
    if not tokens:
        return Mention(0, len(words), words, "")
    given, family = _halves(words, tokens)
    return Mention(tokens[0].start, tokens[-1].end, given, family)


class _Roll:
    """Follows a list of those present over its lines."""

    def __init__(self) -> None:
        self._is_open = False
        self._has_item = False

    def read(self, line: str) -> bool:
        """Whether names stand in ``line`` by its place alone."""
        bare = line.strip(" \t*_#>-•|\\")
        if not bare:
            self._is_open = self._is_open and not self._has_item
            return False
        match = nw.ROLL.match(bare)
        if match and bare[match.end() :].strip(" :*_|()") == "":
            self._is_open, self._has_item = True, False
            return False
        if match and re.match(r"\s*\(?[^:()]{0,24}\)?\s*[:/]", bare[match.end() :]):
            return True
        self._is_open = self._is_open and not line.startswith("#") and len(bare.split()) <= 10
        self._has_item = self._is_open
        return self._is_open


def _names_in(line: str, *, is_roll: bool, known: frozenset[str]) -> Iterator[Mention]:
    tokens = _tokens(line)
    i = 0
    while i < len(tokens):
        if not tokens[i].is_capital:
            i += 1
            continue
        run = _run(line, tokens, i)
        skipped, taken = _accept(_Place(line, tokens, i, run, is_roll, known))
        if taken:
            words = tokens[i + skipped : i + skipped + taken]
            given, family = _halves(line, words)
            yield Mention(words[0].start, words[-1].end, given, family)
        i += max(1, skipped + taken if taken else 1)


def _tokens(line: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(line)]


def _run(line: str, tokens: Sequence[_Token], i: int) -> int:
    """Number of tokens from ``i`` on that could be one name: capitals, and particles before a capital."""
    n, j = 1, i + 1
    while j < len(tokens) and j - i < MAX_WORDS and _touches(line, tokens[j - 1], tokens[j]):
        if tokens[j].is_capital and tokens[j].low not in nw.ARTICLES:
            n = j - i + 1
        elif not _is_particle(tokens, j):
            break
        j += 1
    return n


def _touches(line: str, left: _Token, right: _Token) -> bool:
    gap = line[left.end : right.start]
    return gap in (" ", "", "\t") or (gap == "-" and right.is_capital)


def _is_particle(tokens: Sequence[_Token], j: int) -> bool:
    if tokens[j].low in nw.PARTICLES and not tokens[j].is_capital:
        return True
    is_first = tokens[j].low in nw.LEADING_PARTICLES and tokens[j - 1].is_capital
    return is_first and j + 1 < len(tokens) and tokens[j + 1].low in ("'t", "de", "den", "der")


def _accept(place: _Place) -> tuple[int, int]:
    """How many tokens of the run to skip and how many to take; (0, 0) if it holds no person."""
    line, tokens, i, run = place.line, place.tokens, place.i, place.run
    skipped = 0
    # "Installateur Bas van den Oever", "Volgens Ineke": the capital of the first word is that of the sentence.
    while run - skipped > 1 and _leads_in(line, tokens, i + skipped):
        skipped += 1
        while skipped < run and not tokens[i + skipped].is_capital:
            skipped += 1
    run = _without_affiliation(tokens, i + skipped, run - skipped)
    is_person = replace(place, i=i + skipped, run=run).is_person()
    return (skipped, run) if is_person else (0, 0)


def _leads_in(line: str, tokens: Sequence[_Token], i: int) -> bool:
    low = tokens[i].low
    if low in nw.TITLES or low in nw.ROLES or nw.ROLE_ENDING.search(low):
        return True
    if not _opens(line, tokens[i]) or (uses_of(low).given and not is_common(low)):
        return False
    nxt = tokens[i + 1]
    if _is_function_word(low):
        return nxt.low not in nw.PARTICLES
    # "Tip Soerad Bhagwandin", but "Roos Timmer".
    return is_common(low) and nxt.is_capital and uses_of(low).given < MIN_GIVEN


def _without_affiliation(tokens: Sequence[_Token], i: int, run: int) -> int:
    """Cut "Annelies van Landstede College" and "Gerda van Zwolle" down to the person."""
    for k in range(1, run):
        low = tokens[i + k].low
        is_place = is_other_name(low) and not uses_of(low).family
        if tokens[i + k].is_capital and (is_place or nw.ORGANISATION.search(low)) and not uses_of(low).family:
            while run > 1 and k > 1 and not tokens[i + k - 1].is_capital:
                k -= 1
            return k
    return run


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of capitals and what stands around it."""

    line: str
    tokens: Sequence[_Token]
    i: int
    run: int
    is_roll: bool
    known: frozenset[str]

    def is_person(self) -> bool:
        first, last = self.tokens[self.i].low, self.tokens[self.i + self.run - 1].low
        if self._is_excluded(first, last):
            return False
        if self._has_title():
            return True
        return self._is_full_name(first, last) if self.run > 1 else self._is_single_name(first)

    def _is_excluded(self, first: str, last: str) -> bool:
        if first in nw.ARTICLES or (nw.ORGANISATION.search(last) and not uses_of(last).family):
            return True
        if _is_function_word(first) and not (uses_of(first).given and self.run > 1):
            return True
        return self._before(1) in ("het", "the") or (self.run == 1 and first in nw.DATES)

    def _before(self, n: int) -> str:
        if self.i < n or not _touches_back(self.line, self.tokens, self.i, n):
            return ""
        return self.tokens[self.i - n].low.rstrip(".")

    def _after(self) -> str:
        j = self.i + self.run
        if j >= len(self.tokens) or self.line[self.tokens[j - 1].end : self.tokens[j].start] != " ":
            return ""
        return self.tokens[j].low

    def _has_title(self) -> bool:
        before, low = self._before(1), self.tokens[self.i].low
        if before in nw.TITLES:
            return True
        if before in nw.ROLES or nw.ROLE_ENDING.search(before):
            family = uses_of(self.tokens[self.i + self.run - 1].low).family
            return (self.run > 1 and family > 0) or not is_other_name(low)
        return False

    def _is_inside(self) -> bool:
        return not _opens(self.line, self.tokens[self.i])

    def _is_full_name(self, first: str, last: str) -> bool:
        uses = uses_of(first)
        family = uses_of(last).family
        if is_other_name(first) and not uses.given:
            return False
        has_particle = any(not t.is_capital for t in self.tokens[self.i : self.i + self.run])
        if first.endswith("."):
            return family > 0 or has_particle or not is_common(last)
        if uses.given and (not is_common(first) or self._is_inside() or family):
            return not (is_common(last) and not family and is_common(first))
        if is_common(first):
            return False
        return self.is_roll or has_particle or family > 0 or self._has_role_after()

    def _has_role_after(self) -> bool:
        match = re.match(r"\s?[,(]\s?(?:de |een )?(\w+)", self.line[self.tokens[self.i + self.run - 1].end :])
        word = match[1].lower() if match else ""
        is_label = (
            re.match(r"(?: \([^()]*\))?:\s", self.line[self.tokens[self.i + self.run - 1].end :]) is not None
        )
        return word in nw.ROLES or nw.ROLE_ENDING.search(word) is not None or self._reports() or is_label

    def _reports(self) -> bool:
        return self._before(1) in nw.REPORTING or self._after() in nw.REPORTING

    def _is_single_name(self, low: str) -> bool:
        uses, count = uses_of(low), count_of(low)
        if low in self.known:
            return not count.lower or self._is_inside() or self._acts()
        if is_other_name(low) or self._before(1) in ("de", "een", "het") or len(low) < 2:
            return False
        if low.endswith("."):
            return False
        if uses.given and not count.lower:
            return uses.given > 1 or "-" in low or uses.family == 0 or self.is_roll or self._reports()
        if uses.given and not is_common(low):
            return self._is_inside() or self._reports()
        if uses.given >= MIN_GIVEN:
            return self._is_inside() or self._acts()
        if self.is_roll and not count.lower:
            return True
        return (
            ((self._is_bracketed() and uses.family > 0) or self._reports())
            and not is_common(low)
            and self._is_plain(low)
        )

    def _acts(self) -> bool:
        """Whether an ordinary word at the start of a sentence is used as a name: "Roos haar school", "Wil: ..."."""
        after = self.line[self.tokens[self.i].end :]
        nxt = self._after()
        is_known = self.tokens[self.i].low in self.known
        if nxt in nw.POSSESSIVES | nw.REPORTING or (is_known and word_classes(nxt)[:1] in ("t", "v")):
            return True
        return re.match(r"\s?\(|:\s", after) is not None

    def _is_bracketed(self) -> bool:
        token = self.tokens[self.i]
        return (
            self.line[: token.start].endswith("(")
            and self.line[token.end : token.end + 2].strip("? ")[:1] == ")"
        )

    def _is_plain(self, low: str) -> bool:
        return re.fullmatch(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?", low) is not None and not nw.ORGANISATION.search(
            low
        )


def _touches_back(line: str, tokens: Sequence[_Token], i: int, n: int) -> bool:
    return line[tokens[i - n].end : tokens[i - n + 1].start] in (" ", ". ", "-")


def _is_function_word(low: str) -> bool:
    # "Eén zin": an accent may stress an ordinary word.
    bare = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return bare in FUNCTION_WORDS


def _opens(line: str, token: _Token) -> bool:
    return _OPENS.search(line[: token.start]) is not None


def _halves(line: str, tokens: Sequence[_Token]) -> tuple[str, str]:
    """Given name and family name of a full name; a single word is a given name unless a list knows better."""
    if len(tokens) == 1:
        low = tokens[0].text
        is_family = uses_of(low).family > 0 and not uses_of(low).given and not is_common(low.lower())
        return ("", low) if is_family else (low, "")
    if not tokens[0].is_capital or tokens[0].low in nw.PARTICLES:
        return "", line[tokens[0].start : tokens[-1].end]
    return tokens[0].text, line[tokens[1].start : tokens[-1].end]
