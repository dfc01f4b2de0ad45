"""Who is who at one event: which mentions of a name mean the same person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.name_words import LEADING_PARTICLES, PARTICLES
from notemine.dutch.names import Mention, find_names, find_namesakes
from notemine.dutch.words import count_of

MAX_ACRONYM = 5
# Who will do it: "- RK overleg begroting", "IH   uitzoeken", "acties: RB ambassadeurs".
_OWNER = re.compile(r"(?:^[-*•\s]*|[/:]\s?)([A-Z][a-z]?[A-Z]{1,2})(?=\s+\w|/|:)", re.MULTILINE)
_ARTICLE = re.compile(r"\b(?:de|het|een|die|deze|geen)\s$", re.IGNORECASE)
_NOT_IN_WORD = r"(?<![^\W_])(?:{})(?![^\W_])"


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """A person by given and family name in lower case; one of the two may be empty."""

    given: str
    family: str

    @property
    def full(self) -> str:
        """Both names."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text to be replaced: the person it names, or what to write in its place."""

    start: int
    end: int
    who: Person | str


class KnownNames:
    """The people of an event: a name found in one note is known in the others."""

    def __init__(
        self, mentions: Iterable[tuple[str, Mention]], *, initials: Iterable[tuple[str, str, Mention]] = ()
    ) -> None:
        """Collect people.

        Args:
            mentions: The id of a note and a name in it, in any order.
            initials: The id of a note, initials that it uses and whose they are.
        """
        mentions = list(mentions)
        self._notes: dict[Person, set[str]] = defaultdict(set)
        for note_id, mention in mentions:
            self._notes[person_of(mention)].add(note_id)
        people = sorted(self._notes)
        self._by_full = {" ".join(re.split(r"[\s_.-]+", p.full)): p for p in reversed(people)}
        self._by_given = _grouped((p.given, p) for p in people if p.given)
        self._by_family = _grouped((_bare(p.family), p) for p in people if p.family)
        families = {n for n in self._by_family if len(n) > 3 and " " not in n}
        # "Groot" and "Zomer" alone are far more often no name: they must be used as one.
        self._words = frozenset(self._by_given) | families
        self._initials = {_initials(p.given): p for p in reversed(people) if "-" in p.given}
        self._in_capitals = _pattern(self._initials)
        # "Van den Oever" by itself, but "van den Oever" in a list.
        forms = ((_capitals(p.family), p) for p in reversed(people) if len(p.family.split()) > 1)
        self._with_particles = {f: p for form, p in forms for f in (form, form[0].lower() + form[1:])}
        self._particled = _pattern(self._with_particles, gap=" ")
        # Whatever found a full name, its other places must not depend on what stands around them.
        self._whole = dict(sorted((_written(m), person_of(m)) for _, m in mentions if m.given and m.family))
        self._in_full = _pattern(self._whole, gap=" +")
        self._in_any_case = _pattern((n for n in self._words if _is_unmistakable(n)), flags=re.IGNORECASE)
        self._genitives = _pattern(f"{name.capitalize()}s" for name in self._by_given if _has_genitive(name))
        self._initials_in: dict[str, dict[str, Person]] = defaultdict(dict)
        for note_id, letters, mention in initials:
            self._initials_in[note_id][letters] = person_of(mention)
        self._loosely = _pattern(
            (n for n in [p.full for p in people] if len(n.split()) > 1 or _is_unmistakable(n)),
            flags=re.IGNORECASE,
        )

    def resolve(self, mention: Mention, note_id: str) -> Person:
        """Who is meant: the one with that full name, or that bears it in this note, or at this event."""
        person = person_of(mention)
        if person.given and person.family:
            return person
        named = self._by_given.get(person.given, []) if person.given else []
        if not person.given or not (named or uses_of(person.given).given):
            # "Groot" by itself is read as a given name, since it is an ordinary word.
            named = self._by_family.get(_bare(person.full), [])
        full = [p for p in named if p.given and p.family]
        here = [p for p in full if note_id in self._notes[p]]
        candidates = here or full
        return candidates[0] if len(candidates) == 1 else person

    def find(self, text: str, note_id: str) -> Iterator[Found]:
        """Names in the text of a note, but those that a school, a street or a firm bears.

        The firm of someone who was there tells who he is.
        """
        namesakes = find_namesakes(text)
        for found in chain(self._as_names(text, note_id), self._as_known(text, note_id)):
            inside = any(start <= found.start and found.end <= end for start, end in namesakes)
            if not inside or self._is_full_name_of_one_here(found, note_id):
                yield found

    def _is_full_name_of_one_here(self, found: Found, note_id: str) -> bool:
        who = found.who
        return (
            isinstance(who, Person) and bool(who.given) and " " in who.family and note_id in self._notes[who]
        )

    def _as_names(self, text: str, note_id: str) -> Iterator[Found]:
        """What is a name by itself and by what stands around it."""
        for mention in find_names(text, known=self._words):
            yield Found(mention.start, mention.end, self.resolve(mention, note_id))
        for found in self._matches(self._in_any_case, text, note_id):
            if not _is_word(text, found):
                yield found

    def _as_known(self, text: str, note_id: str) -> Iterator[Found]:
        """What can only be said of the people of this event: whole names, families, genitives, initials."""
        for match in self._in_capitals.finditer(text):
            yield Found(match.start(), match.end(), self._initials[match[0]])
        for match in self._particled.finditer(text):
            family = self._with_particles[match[0]].family
            yield Found(match.start(), match.end(), self.resolve(Mention(0, 0, "", family), note_id))
        for match in self._in_full.finditer(text):
            yield Found(match.start(), match.end(), self._whole[" ".join(match[0].split())])
        for match in self._genitives.finditer(text):
            person = self.resolve(Mention(0, 0, match[0][:-1], ""), note_id)
            yield Found(match.start(), match.end() - 1, person)
        yield from self._by_initials(text, note_id)

    def _by_initials(self, text: str, note_id: str) -> Iterator[Found]:
        own = self._initials_in.get(note_id, {})
        for match in _pattern(own).finditer(text) if own else ():
            yield Found(match.start(), match.end(), own[match[0]])
        for match in _OWNER.finditer(text):
            if who := self._initials_of(match[1], note_id):
                yield Found(match.start(1), match.end(1), who)

    def _initials_of(self, letters: str, note_id: str) -> Person | None:
        """The one in a note who has these initials, if only one has."""
        own = [person for person, notes in self._notes.items() if note_id in notes and person.given]
        bearers = [person for person in own if _letters(person) == letters.lower()]
        return bearers[0] if len(bearers) == 1 else None

    def find_loosely(self, text: str, note_id: str) -> Iterator[Found]:
        """Names in the name of a file, where capitals say nothing and words are joined by ``_`` or ``-``."""
        yield from self._matches(self._loosely, text, note_id)
        for mention in find_names(readable(text), known=self._words):
            yield Found(mention.start, mention.end, self.resolve(mention, note_id))

    def _matches(self, pattern: re.Pattern[str], text: str, note_id: str) -> Iterator[Found]:
        for match in pattern.finditer(text):
            name = " ".join(re.split(r"[\s_.-]+", match[0].lower()))
            person = self._by_full.get(name)
            if person is None:
                is_given = match[0].lower() in self._by_given
                given, family = (match[0], "") if is_given else ("", match[0])
                person = self.resolve(Mention(0, 0, given, family), note_id)
            elif not person.family:
                person = self.resolve(Mention(0, 0, person.given, ""), note_id)
            yield Found(match.start(), match.end(), person)


def readable(source: str) -> str:
    """The name of a file with spaces between its words, each where it was."""
    return re.sub(r"[_.]", " ", source)


def person_of(mention: Mention) -> Person:
    """The person that a mention names."""
    return Person(plain(mention.given), plain(mention.family))


def _written(mention: Mention) -> str:
    return " ".join(f"{mention.given} {mention.family}".split())


def plain(name: str) -> str:
    """A name as names are compared: in lower case, with one space between its words."""
    return " ".join(name.lower().replace("’", "'").split())


def _bare(family: str) -> str:
    words = family.split()
    while len(words) > 1 and words[0] in PARTICLES | LEADING_PARTICLES:
        words = words[1:]
    return " ".join(words)


def _letters(person: Person) -> str:
    """Initials as minutes write them behind an action: "ivl" for Ineke van Loon."""
    return "".join(word[0] for word in re.split(r"[\s-]+", person.full) if word) if person.family else ""


def _has_genitive(name: str) -> bool:
    """Whether "Noors mentor" is that of Noor, and no word of its own."""
    return len(name) > 1 and name[-1] not in "sxzß." and not count_of(f"{name}s").lower and " " not in name


def _is_word(text: str, found: Found) -> bool:
    """Whether what is written as a name is a word here: "NORA" in a line of its own case, "een noor"."""
    written = text[found.start : found.end]
    end = text.find("\n", found.end)
    line = text[text.rfind("\n", 0, found.start) + 1 : end if end >= 0 else len(text)]
    is_shout = line.isupper() and len(re.findall(r"[^\W\d_]{2,}", line)) > 1
    inside = text[found.start - 1 : found.start] == "-" or text[found.end : found.end + 1] == "-"
    if written.islower() and _ARTICLE.search(text[max(0, found.start - 8) : found.start]):
        return True
    return (written.isupper() and len(written) <= MAX_ACRONYM and not is_shout) or inside


def _initials(given: str) -> str:
    return "-".join(part[:1].upper() for part in given.split("-"))


def _capitals(family: str) -> str:
    """Write a family name as it stands without a given name: "Van den Oever"."""
    words = family.split()
    return " ".join([words[0].capitalize(), *words[1:-1], words[-1].title()])


def _grouped(pairs: Iterable[tuple[str, Person]]) -> dict[str, list[Person]]:
    groups: dict[str, list[Person]] = defaultdict(list)
    for name, person in pairs:
        groups[name].append(person)
    return dict(groups)


def _is_unmistakable(name: str) -> bool:
    """Whether a name is written for nothing else, so that it needs no capital."""
    return len(name) > 3 and not count_of(name).lower and not is_other_name(name)


def _pattern(names: Iterable[str], *, gap: str = r"[\s_.-]+", flags: int = 0) -> re.Pattern[str]:
    written = sorted({gap.join(map(re.escape, n.split())) for n in names}, key=lambda n: (-len(n), n))
    return re.compile(_NOT_IN_WORD.format("|".join(written)) if written else r"(?!)", flags)
