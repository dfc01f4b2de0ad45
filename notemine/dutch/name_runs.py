"""Runs of words with capitals, as long as one name could be: "Marijke van 't Westeinde"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from notemine.dutch import compounds
from notemine.dutch import name_words as nw
from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.given_names import GIVEN_NAMES
from notemine.dutch.stop_words import FUNCTION_WORDS, without_accents
from notemine.dutch.words import count_of, is_common

_TOKEN = re.compile(
    r"v\.d\.|v/d|v\.(?=\s?(?:d\.|'t|[A-ZÀ-Þ]))|'t(?!\w)|[dDlLO]['’][A-ZÀ-Þ][^\W\d_]+|(?:[A-Z][a-z]?\.)+"
    r"|[^\W\d_]+(?:(?:-|['’](?!s\b))[^\W\d_]+)*"
)
_OPENING = re.compile(r"(?:^|^\W*\w{1,3}[.)]|[.?!:;…>|/=*#_-]|[\"'“‘(\[])\s*$")
_TITLE = re.compile(r"\b(?:mw|mevr|mej|dhr|mr|dr|drs|ir|ing|prof|ds)\.\s*$", re.IGNORECASE)
MAX_WORDS, LOOK_BACK = 6, 24
# An ordinary word with fewer bearers on the list is no given name without better reason.
MIN_GIVEN = 5
# An ordinary word that so many bear as a family name may be one behind a role: "mentor Vos".
MIN_FAMILY = 20


@dataclass(frozen=True, slots=True)
class Token:
    """A word: ``line[start:end]``."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """In lower case."""
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name is: "Bo", "d'Hondt", not "LOB" or "GitHub"."""
        if self.text.islower():
            return False
        bare = re.sub(r"^(?:[dDlLO]['’]|(?:al|el|ait|ben|bint)-)", "", self.text)
        is_shout = any(len(part) > 1 and part.isupper() for part in re.split(r"[-.]", bare))
        is_camel = re.search(r"(?<!^Mc)(?<!^Mac)(?<!^De)[a-zß-ÿ][A-Z]", bare) is not None
        return bare[0].isupper() and not is_shout and not is_camel


def tokens_of(line: str) -> list[Token]:
    """The words of a line; the genitive 's is left out of them."""
    return [_token(match) for match in _TOKEN.finditer(line)]


def _token(match: re.Match[str]) -> Token:
    # "zegt Mo." ends in a point, not in an initial.
    word = match[0][:-1].lower()
    is_short_name = (
        match[0][-1] == "." and len(word) > 1 and (word in GIVEN_NAMES or count_of(word).lower > 0)
    )
    end = match.end() - is_short_name
    return Token(match.start(), end, match.string[match.start() : end])


def longest_run(line: str, tokens: Sequence[Token], i: int) -> int:
    """Number of tokens from ``i`` on that could be one name: capitals, and particles before a capital."""
    n, j = 1, i + 1
    has_particle = False
    while j < len(tokens) and j - i < MAX_WORDS and _touches(line, tokens[j - 1], tokens[j]):
        if tokens[j].is_capital and tokens[j].low not in nw.ARTICLES:
            n = j - i + 1
        elif not _is_particle(tokens, j) or (has_particle and tokens[j - 1].is_capital):
            # "Rob van de Velde van Geonovum": nobody has two families.
            break
        else:
            has_particle = True
        j += 1
    return _without_firm(tokens, i, run=n)


def _without_firm(tokens: Sequence[Token], i: int, *, run: int) -> int:
    """Length of a run without the firm behind a full name: "Kees Bos van Smit Techniek"."""
    last = tokens[i + run - 1].low
    if uses_of(tokens[i].low).given < MIN_GIVEN or not (
        last in nw.NAMED_AFTER or nw.ENDING_FIRM.search(last)
    ):
        return run
    for k in range(2, run - 1):
        is_full = tokens[i + k - 1].is_capital and uses_of(tokens[i + k - 1].low).family > 0
        if is_full and _is_particle(tokens, i + k):
            return k
    return run


def words_before_name(line: str, tokens: Sequence[Token], i: int, *, run: int) -> int:
    """How many tokens of a run only stand before the name: "Installateur Bas", "Volgens Ineke"."""
    skipped = 0
    while run - skipped > 1 and _leads_in(line, tokens, i + skipped):
        skipped += 1
        while skipped < run and not tokens[i + skipped].is_capital:
            skipped += 1
    return skipped


def without_affiliation(tokens: Sequence[Token], i: int, *, run: int) -> int:
    """Length of a run without a place or school behind the name: "Gerda van Zwolle"."""
    for k in range(1, run):
        low = tokens[i + k].low
        if not tokens[i + k].is_capital or uses_of(low).family:
            continue
        if is_other_name(low) or is_organisation(low):
            while k > 1 and not tokens[i + k - 1].is_capital:
                k -= 1
            return k
    return run


def is_named_after(line: str, tokens: Sequence[Token], i: int, *, run: int) -> bool:
    """Whether a run is the name of a school, a street or a firm: "Titus Brandsma Lyceum", "Bakker & Zn"."""
    last = tokens[i + run - 1]
    if i > 0 and _touches(line, tokens[i - 1], tokens[i]) and nw.HOUSES.search(tokens[i - 1].low):
        return True
    if run > 1 and nw.HOUSES.search(tokens[i].low) and not uses_of(tokens[i].low).given:
        return True
    if run == 1 and "-" not in last.text and uses_of(last.low).given + uses_of(last.low).family > 0:
        return nw.FIRM.match(line, last.end) is not None
    if nw.FIRM.match(line, last.end):
        return True
    # "Gerda van Zwolle College" does not end in a name; "Piet Hof" and "Pien Oosterhuis" are people.
    has_name_before = run > 1 and tokens[i + run - 2].is_capital
    is_full_name = run > 1 and uses_of(tokens[i].low).given >= MIN_GIVEN and uses_of(last.low).family > 0
    if last.low in nw.NAMED_AFTER or (run > 1 and nw.ENDING_FIRM.search(last.low)):
        return has_name_before and not is_full_name
    return nw.ENDING_NAMED_AFTER.search(last.low) is not None and not uses_of(last.low).family


def opens_sentence(line: str, token: Token) -> bool:
    """Whether the capital of a word may be that of a sentence, a quote or a list item."""
    # A file may be one line of megabytes: look back a little, and let no cut pass for the start of the line.
    near = token.start - LOOK_BACK
    before = line[: token.start] if near <= 0 else f"x{line[near : token.start]}"
    return _OPENING.search(before) is not None and _TITLE.search(before) is None


def is_function_word(low: str) -> bool:
    """Whether a word is a function word, also with the accent of stress ("Eén zin")."""
    return without_accents(low) in FUNCTION_WORDS


@lru_cache(maxsize=10_000)
def is_organisation(low: str) -> bool:
    """Whether a word names a kind of organisation or place, alone or as the end of a compound."""
    return low in nw.ORGANISATIONS or compounds.split_compound(low)[-1] in nw.ORGANISATIONS


@lru_cache(maxsize=10_000)
def is_ordinary(low: str) -> bool:
    """Whether a word is one of the language: a common one, or made of common ones."""
    rests = (low[i:] for i in range(2, len(low) - 3) if low[:i] in compounds.PARTICLES)
    return is_common(low) or len(compounds.split_compound(low)) > 1 or any(map(is_common, rests))


def _touches(line: str, left: Token, right: Token) -> bool:
    gap = line[left.end : right.start]
    return gap in (" ", "") or (gap == "-" and right.is_capital)


def _is_particle(tokens: Sequence[Token], j: int) -> bool:
    if tokens[j].low in nw.PARTICLES and not tokens[j].is_capital:
        return True
    is_first = tokens[j].low in nw.LEADING_PARTICLES and tokens[j - 1].is_capital
    return is_first and j + 1 < len(tokens) and tokens[j + 1].low in ("'t", "de", "den", "der")


def _leads_in(line: str, tokens: Sequence[Token], i: int) -> bool:
    low, after = tokens[i].low, tokens[i + 1]
    if low in nw.TITLES or low in nw.ROLES or nw.ROLE_ENDING.search(low):
        return True
    # "Roos Timmer" is whole; of "Tip Soerad Bhagwandin" the first word is not.
    if uses_of(low).given >= MIN_GIVEN or not opens_sentence(line, tokens[i]):
        return False
    if is_function_word(low):
        return after.low not in nw.PARTICLES
    # "Terugmelden van Bas Kooij"
    has_given_name = i + 2 < len(tokens) and uses_of(tokens[i + 2].low).given >= MIN_GIVEN
    return is_ordinary(low) and (after.is_capital or has_given_name)
