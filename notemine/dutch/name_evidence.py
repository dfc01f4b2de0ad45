"""Whether a run of words with capitals names a person, by lists of names and by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notemine.dutch import name_words as nw
from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.name_runs import (
    MIN_FAMILY,
    MIN_GIVEN,
    Token,
    is_function_word,
    is_ordinary,
    is_organisation,
    opens_sentence,
)
from notemine.dutch.verbs import word_classes
from notemine.dutch.words import count_of, is_common

_PLAIN = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
_LABEL_OR_BRACKET = re.compile(r"\s?\(|:(?:\s|$)")
_LABEL_END = re.compile(r"(?: \([^()]*\))?:(?:\s|$)")
_VOCATIVE = re.compile(r",\s(?:jij|je|jou|u|jullie|wat|hoe|wil|kun|kan)\b")
_AND_OTHER = re.compile(r"\s(?:en|of)\s([A-ZÀ-Þ][^\W\d_]+)\b(?! [A-ZÀ-Þ])")
_OTHER_AND = re.compile(r"\b([A-ZÀ-Þ][^\W\d_]+)\s(?:en|of)\s$")
_ROLE_AFTER = re.compile(r"\s?[,(]\s?(?:de |een )?(\w+)")
_DOES = frozenset("is was kan heeft had wil komt moet mag gaat".split())
# So many people on the list are called Frank and Mark that the ordinary words need not be feared.
MANY_GIVEN = 50
LOOK_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Run:
    """``n`` tokens of a line from token ``i`` on.

    Attributes:
        is_roll: The line says who was there.
        known: Names in lower case that people at this event bear.
    """

    line: str
    tokens: Sequence[Token]
    i: int
    n: int
    is_roll: bool
    known: frozenset[str]

    @property
    def first(self) -> str:
        """First word in lower case."""
        return self.tokens[self.i].low

    @property
    def last(self) -> str:
        """Last word in lower case."""
        return self.tokens[self.i + self.n - 1].low

    @property
    def before(self) -> str:
        """The word that touches the run on its left, in lower case, without its point."""
        if self.i == 0:
            return ""
        token = self.tokens[self.i - 1]
        touches = self.line[token.end : self.tokens[self.i].start] in (" ", ". ", ".", "-")
        return token.low.rstrip(".") if touches else ""

    @property
    def rest(self) -> str:
        """What stands behind the run."""
        end = self.tokens[self.i + self.n - 1].end
        return self.line[end : end + LOOK_AHEAD].lstrip("*_")

    @property
    def after(self) -> str:
        """The word that touches the run on its right, in lower case."""
        match = re.match(r" ([^\W\d_][\w'’-]*)", self.rest)
        return match[1].lower().replace("’", "'") if match else ""

    @property
    def is_inside(self) -> bool:
        """Whether its capital is not that of a sentence."""
        return not opens_sentence(self.line, self.tokens[self.i])


def is_person(run: Run) -> bool:
    """Whether a run names a person."""
    if run.before in nw.TITLES and (run.n > 1 or not is_function_word(run.first)):
        return True
    if _is_known_family(run):
        return True
    if _is_excluded(run):
        return False
    if _has_role_before(run):
        return True
    return _is_full_name(run) if run.n > 1 else _is_single_name(run)


def _is_known_family(run: Run) -> bool:
    """Whether particles open a family name that is known: "Van de Plas: ja", also for one "van der Plas"."""
    particles = [token.low for token in run.tokens[run.i : run.i + run.n - 1]]
    if not particles or particles[0] in nw.ARTICLES or not nw.PARTICLES.issuperset(particles):
        return False
    return run.last in run.known and (_reports(run) or _LABEL_OR_BRACKET.match(run.rest) is not None)


def _is_excluded(run: Run) -> bool:
    if run.first in nw.PRODUCTS:
        return True
    if run.first in nw.ARTICLES or run.before in ("het", "the"):
        return True
    if is_organisation(run.last) and not uses_of(run.last).family:
        return True
    if run.n == 1 and run.first in run.known and _LABEL_END.match(run.rest):
        return False
    if run.n == 1 and (run.first in nw.DATES or run.first.endswith(".") or _is_month(run)):
        return True
    if run.n == 1 and run.first in nw.LANGUAGES and not (_acts(run) or _reports(run)):
        return True
    return is_function_word(run.first) and not _bears_function_word(run)


def _is_month(run: Run) -> bool:
    start = run.tokens[run.i].start
    has_day = run.line[max(0, start - 4) : start].rstrip()[-1:].isdigit()
    return run.first.rstrip(".") in nw.SHORT_MONTHS and (
        has_day or re.match(r"\.?\s*\d", run.rest) is not None
    )


def _bears_function_word(run: Run) -> bool:
    """Whether "Wil" is a name here: known, with a family name behind it, or used as a name."""
    if run.first in run.known:
        return True
    return uses_of(run.first).given >= MIN_GIVEN and (
        run.n > 1 or _acts(run) or _is_called(run) or _is_on_roll(run)
    )


def _has_role_before(run: Run) -> bool:
    if run.before not in nw.ROLES and not nw.ROLE_ENDING.search(run.before):
        return False
    if run.n > 1 and uses_of(run.last).family > 0:
        return True
    # "docent Economie" teaches a subject.
    given, family = uses_of(run.first)
    is_subject = is_common(run.first) and given < MIN_GIVEN and family < MIN_FAMILY
    return not is_other_name(run.first) and not is_subject


def _is_full_name(run: Run) -> bool:
    if run.first in run.known and run.last in run.known:
        return True
    given, family = uses_of(run.first).given, uses_of(run.last).family
    has_particle = any(not token.is_capital for token in run.tokens[run.i : run.i + run.n])
    if run.first.endswith("."):
        return family > 0 or has_particle or not is_common(run.last)
    if given and (run.is_inside or family or not is_common(run.first)):
        return bool(family) or not (is_common(run.first) and is_common(run.last))
    if is_ordinary(run.first) or is_other_name(run.first):
        return False
    is_family = family > 0 and not is_common(run.last)
    is_told = _has_role_after(run) or _has_initials_after(run) or _reports(run)
    return run.is_roll or has_particle or is_family or is_told


def _has_initials_after(run: Run) -> bool:
    """Whether the initials of a run stand in brackets behind it: "Wan-Ling Tan (WLT)"."""
    match = re.match(r"\s?\(([A-Z]{2,4})\)", run.rest)
    words = (token.text for token in run.tokens[run.i : run.i + run.n])
    letters = [part[0].upper() for word in words for part in word.split("-")]
    return match is not None and match[1] == "".join(letters)


def _has_role_after(run: Run) -> bool:
    if _LABEL_END.match(run.rest):
        return True
    match = _ROLE_AFTER.match(run.rest)
    word = match[1].lower() if match else ""
    return word in nw.ROLES or nw.ROLE_ENDING.search(word) is not None


def _reports(run: Run) -> bool:
    return run.before in nw.REPORTING or run.after in nw.REPORTING


def _is_single_name(run: Run) -> bool:
    if run.before in ("de", "een"):
        return False
    if run.first in run.known:
        # "Zomer" and "Zwolle" are also somebody's family name; alone they are far more often none.
        is_doubtful = is_common(run.first) or is_other_name(run.first)
        if is_doubtful and uses_of(run.first).given < MIN_GIVEN:
            return _is_used_as_name(run)
        if _acts(run) or not count_of(run.first).lower or run.is_inside:
            return True
    if is_other_name(run.first) or len(run.first) < 2:
        return False
    given, family = uses_of(run.first)
    if given and (_reports(run) or _is_called(run) or _is_paired(run)):
        return True
    if given and not count_of(run.first).lower:
        return given > 1 or "-" in run.first or not family or run.is_roll or _reports(run)
    if given and not is_common(run.first):
        return run.is_inside or _reports(run) or (given >= MANY_GIVEN and run.after != "")
    if given >= MIN_GIVEN:
        return run.is_inside or _acts(run) or _is_on_roll(run)
    return _is_unlisted_name(run)


def _is_used_as_name(run: Run) -> bool:
    """Whether a place or an ordinary word that is a name too is one here: "Volgens Groot", "Bijen: ja"."""
    is_place = is_other_name(run.first)
    if run.before in nw.ARTICLES or (is_place and _has_preposition_before(run)):
        return False
    # "Delft en Zwolle zijn groot"
    possessives = nw.POSSESSIVES - {"zijn"} if is_place else nw.POSSESSIVES
    if _reports(run) or run.after in nw.AT_MEETINGS | possessives:
        return True
    if run.is_inside:
        return False
    if _LABEL_OR_BRACKET.match(run.rest):
        return True
    # "Zwaan houdt zich daarmee bezig", but "Groot is het niet" and "Zwolle heeft een nieuwe school".
    is_noun = word_classes(run.first)[:1] in ("n", "N")
    return is_noun and not is_place and word_classes(run.after)[:1] in ("t", "v")


def _has_preposition_before(run: Run) -> bool:
    return word_classes(run.before)[:1] == "z" and run.before not in nw.REPORTING


def _is_unlisted_name(run: Run) -> bool:
    if is_common(run.first) or _PLAIN.fullmatch(run.first) is None or is_organisation(run.first):
        return False
    if _is_on_roll(run) and not count_of(run.first).lower:
        return nw.ROLL.fullmatch(run.first) is None
    is_open = run.line.startswith("(", run.tokens[run.i].start - 1)
    is_bracketed = is_open and re.match(r"\s?\??\)", run.rest) is not None
    return _reports(run) or (is_bracketed and uses_of(run.first).family > 0)


def _acts(run: Run) -> bool:
    """Whether a word that opens a sentence is used as a name: "Roos haar school", "Wil: ja"."""
    if run.after in nw.POSSESSIVES | nw.REPORTING or re.match(r"\s?\(|:\s", run.rest):
        return True
    acts = word_classes(run.after)[:1] in ("t", "v") or run.after in _DOES
    return run.first in run.known and acts


def _is_called(run: Run) -> bool:
    """Whether a word addresses someone: "Wil, jij misschien?", "@Mark"."""
    start = run.tokens[run.i].start
    return run.line[max(0, start - 1) : start] == "@" or _VOCATIVE.match(run.rest) is not None


def _is_paired(run: Run) -> bool:
    """Whether a word stands beside another given name: "Linde en Storm deden dat"."""
    after = _AND_OTHER.match(run.rest)
    before = _OTHER_AND.search(run.line[: run.tokens[run.i].start][-LOOK_AHEAD:])
    others = [match[1].lower() for match in (after, before) if match]
    return any(uses_of(other).given >= MIN_GIVEN and not is_other_name(other) for other in others)


def _is_on_roll(run: Run) -> bool:
    """Whether a word stands by itself where those are named who were there: "Aanwezig: Roos, Wil"."""
    return run.is_roll and _is_listed(run)


def _is_listed(run: Run) -> bool:
    """Whether the word is all there is between the commas of a list, and not the firm behind a name."""
    before, after = run.line[: run.tokens[run.i].start].rstrip(), run.rest.lstrip()
    is_first = not any(map(str.isalpha, before)) or before.endswith((":", "/"))
    # A table with a column for each half of the name.
    is_first = is_first or re.fullmatch(r"\W*\w+\s*\|", before) is not None
    # Only behind a colon ("Aanwezig: Bo, Mo") do commas divide people.
    is_next = ":" in before and (before.endswith(",") or run.before == "en")
    return (is_first or is_next) and (not after or after[0] in ",(/|;.-–:" or after.startswith("en "))
