"""Finds the names of people in Dutch notes: by list, by the words around them, and by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from notemine.dutch import name_words as nw
from notemine.dutch.dates import STAMP
from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.lower_names import is_telegram, with_capitals
from notemine.dutch.name_evidence import Run, is_person
from notemine.dutch.name_runs import (
    MIN_GIVEN,
    Token,
    is_named_after,
    is_ordinary,
    is_organisation,
    longest_run,
    tokens_of,
    without_affiliation,
    words_before_name,
)
from notemine.dutch.name_tables import NameCell, NameTable
from notemine.dutch.words import is_common

_INITIALS = re.compile(
    r"\s*\((?:[^()]{0,30},\s)?(?:hierna |verder )?([A-Z]{2,4})\)"
    r"|,?\s+(?:hierna|verder|afgekort)\s+([A-Z]{2,4})\b"
)
MAX_ITEM_WORDS, MAX_ROLL_CHARS = 10, 2000
MIN_SINGLE_CHARS = 3
_REVERSED = re.compile(
    r"(?:^[\W\d]*|[:;]\s)(?P<family>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?), "
    r"(?P<given>[A-ZÀ-Þ][\w'’-]+|dhr\.?|mw\.?|mevr\.?)"
    r"(?=\s*(?:[(,;|–-]|$))"
)
_LABEL = re.compile(
    rf"^(?P<stamp>\W*{STAMP})?[^\w\n]*(?P<name>[A-ZÀ-Þ][a-zß-ÿ]+)(?: \([^()\n]*\))?:\s", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person: ``text[start:end]``.

    Attributes:
        given: Given name as written; may be empty.
        family: Family name with its particles, as written; may be empty where ``given`` is not.
    """

    start: int
    end: int
    given: str
    family: str


def find_names(text: str, *, known: Collection[str] = ()) -> list[Mention]:
    """Find names of people in a text, in order, without overlap.

    A name on a list counts unless it is an ordinary word too ("Roos", "Wil"): that needs a family name or a
    place inside the sentence. A name on no list counts after a title or a role ("student Oluwaseun Adeyemi"),
    with a particle ("Soraya el Idrissi"), in a line that says who was there and in a table of people; a row
    of such a table is one person, also where each half of the name has a cell.

    Args:
        text: A note.
        known: Names in lower case, of one word, that people at this event bear.
    """
    bearers = frozenset(known) | _recurring_labels(text)
    mentions: list[Mention] = []
    roll, table = _Roll(), NameTable()
    first, telegram = 0, is_telegram(text)
    for written in text.split("\n"):
        listed = roll.read(written)
        line = with_capitals(written, is_telegram=telegram, is_roll=listed)
        in_cells = [_in_cell(line, cell) for cell in table.read(line)]
        found = [
            *in_cells,
            *_reversed_names(line, is_roll=listed),
            *_names_in(line, is_roll=listed, known=bearers),
        ]
        found = _without_overlap(found)
        mentions += [replace(name, start=first + name.start, end=first + name.end) for name in found]
        first += len(line) + 1
    return mentions


def _reversed_names(line: str, *, is_roll: bool) -> Iterator[Mention]:
    """Names with the family name first: "Winter, Henk (vz)", "Afgemeld: Boer, Mirjam", "Kok, dhr."."""
    for match in _REVERSED.finditer(line):
        family, given = match["family"], match["given"]
        is_title = given.lower().rstrip(".") in nw.TITLES
        is_given = uses_of(given.lower()).given >= MIN_GIVEN and not is_other_name(given.lower())
        uses = uses_of(family.split()[-1].lower())
        is_apart = is_roll and not any(map(str.isalnum, line[: match.start()] + line[match.end() :]))
        if uses.given > uses.family or not (
            is_title or is_given or (is_apart and not is_ordinary(given.lower()))
        ):
            continue
        if uses.family or is_roll:
            end = match.end("family") if is_title else match.end("given")
            yield Mention(match.start("family"), end, "" if is_title else given, family)


def _in_cell(line: str, cell: NameCell) -> Mention:
    start = cell.start + title_length(line[cell.start : cell.end])
    name = name_of(line[start : cell.end])
    given, family = (cell.given, cell.family) if cell.given or cell.family else (name.given, name.family)
    return Mention(start, cell.end, given, family)


def title_length(name: str) -> int:
    """How many characters of a name are titles before it: "Mw. Vos"."""
    tokens = tokens_of(name)
    n = next((i for i, token in enumerate(tokens) if token.low.rstrip(".") not in nw.TITLES), 0)
    return tokens[n].start if tokens else 0


def _without_overlap(mentions: Sequence[Mention]) -> list[Mention]:
    """In order; of two that overlap, the one that came first in the list stays."""
    kept: list[Mention] = []
    for mention in mentions:
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _recurring_labels(text: str) -> frozenset[str]:
    """Words in lower case that label more than one line ("Tesfay: ...") and are no words of the language."""
    matches = list(_LABEL.finditer(text))
    labels = Counter(match["name"].lower() for match in matches)
    stamped = {match["name"].lower() for match in matches if match["stamp"]}
    return frozenset(
        word
        for word, n in labels.items()
        if n > 1
        and not (is_organisation(word) or word in nw.ROLES)
        # Behind a time nothing but a speaker stands.
        and (word in stamped or uses_of(word).given > 2 or not (is_ordinary(word) or is_other_name(word)))
    )


def find_namesakes(text: str) -> list[tuple[int, int]]:
    """Where schools, streets and firms stand that bear the name of a person: "Titus Brandsma Lyceum"."""
    spans: list[tuple[int, int]] = []
    first = 0
    for line in text.split("\n"):
        tokens = tokens_of(line)
        i = 0
        while i < len(tokens):
            n = longest_run(line, tokens, i) if tokens[i].is_capital else 1
            if tokens[i].is_capital and is_named_after(line, tokens, i, run=n):
                spans.append((first + tokens[i].start, first + tokens[i + n - 1].end))
            i += n
        first += len(line) + 1
    return spans


def find_initials(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Initials that a note says it will use for someone: "Petra Pots (PP)", "Radj Soekhoe, hierna RS"."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        match = _INITIALS.match(text, mention.end) if mention.family else None
        initials = (match[1] or match[2]) if match else ""
        if initials and mention.given[:1].upper() == initials[0]:
            found.setdefault(initials, mention)
    return found


def name_of(words: str) -> Mention:
    """Read a string that is known to be a name, such as the speaker of a cue."""
    tokens = [token for token in tokens_of(words) if token.low.rstrip(".") not in nw.TITLES]
    if not tokens:
        return Mention(0, len(words), words, "")
    return _mention(words, tokens)


def name_in_entity(words: str) -> Mention | None:
    """Read what a pipeline takes for a person; none where the words are known as something else.

    Roles and ordinary words before the name are left out ("Mentor Kees"). A pipeline errs most on single
    words: those must be no word of the language and no other name.
    """
    tokens = [token for token in tokens_of(words) if token.low.rstrip(".") not in nw.TITLES]
    while tokens and tokens[-1].low in nw.PARTICLES:
        tokens = tokens[:-1]
    # "van Leeuwen", but "(moeder) van Danylo"
    while len(tokens) > 1 and tokens[0].text in nw.PARTICLES and not uses_of(tokens[-1].low).family:
        tokens = tokens[1:]
    # "De Vries" begins with a particle, "Volgens Kees" with an ordinary word.
    if tokens and tokens[0].low not in nw.PARTICLES:
        tokens = tokens[words_before_name(words, tokens, 0, run=len(tokens)) :]
    if not tokens or any(map(str.isdigit, words)) or is_organisation(tokens[-1].low):
        return None
    if is_named_after(words, tokens, 0, run=len(tokens)) or not nw.PRODUCTS.isdisjoint(t.low for t in tokens):
        return None
    if not all(token.is_capital or token.low in nw.PARTICLES for token in tokens):
        return None
    low = tokens[0].low
    if low in nw.ARTICLES and not uses_of(tokens[-1].low).family:
        # "De Meenthe" is a school.
        return None
    if len(tokens) == 1:
        is_word = is_ordinary(low) or is_other_name(low) or low in nw.LANGUAGES | nw.DATES
        is_word = is_word or len(low) < MIN_SINGLE_CHARS
    else:
        is_word = is_ordinary(low) and low not in nw.PARTICLES and uses_of(low).given < MIN_GIVEN
    return None if is_word else _mention(words, tokens)


def _names_in(line: str, *, is_roll: bool, known: frozenset[str]) -> Iterator[Mention]:
    tokens = tokens_of(line)
    i = 0
    while i < len(tokens):
        if not tokens[i].is_capital and not _follows_title(tokens, i):
            i += 1
            continue
        n = longest_run(line, tokens, i)
        if is_named_after(line, tokens, i, run=n):
            i += n
            continue
        skipped = words_before_name(line, tokens, i, run=n)
        start = i + skipped
        run = Run(line, tokens, start, without_affiliation(tokens, start, run=n - skipped), is_roll, known)
        if is_person(run):
            yield _mention(line, tokens[start : start + run.n])
            i = start + run.n
        else:
            i += 1


def _follows_title(tokens: Sequence[Token], i: int) -> bool:
    """Whether a particle opens a name behind a title: "mevrouw in 't Veld"."""
    is_particle = tokens[i].low in nw.PARTICLES | nw.LEADING_PARTICLES
    return is_particle and i > 0 and tokens[i - 1].low.rstrip(".") in nw.TITLES


def _mention(line: str, tokens: Sequence[Token]) -> Mention:
    """Divide a name; a single word is a given name unless the list knows it as a family name only."""
    first, start, end = tokens[0], tokens[0].start, tokens[-1].end
    if len(tokens) == 1:
        is_family = (
            uses_of(first.low).family > 0 and not uses_of(first.low).given and not is_common(first.low)
        )
        return Mention(start, end, "" if is_family else first.text, first.text if is_family else "")
    if not first.is_capital or first.low in nw.PARTICLES:
        return Mention(start, end, "", line[start:end])
    return Mention(start, end, first.text, line[tokens[1].start : end])


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
        if match and not any(map(str.isalnum, nw.ROLL.sub("", bare))):
            self._is_open, self._has_item = True, False
            return False
        if len(bare) > MAX_ROLL_CHARS:
            self._is_open = False
            return False
        if match and re.match(r"\s*\(?[^:()]{0,24}\)?\s*[:/]", bare[match.end() :]):
            return True
        self._is_open = self._is_open and not line.startswith("#") and len(bare.split()) <= MAX_ITEM_WORDS
        self._has_item = self._is_open
        return self._is_open
