"""The key of pseudonyms: who has which number, and what a person said of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from notemine.domain import KnownPerson, NameDecisions, NameKey
from notemine.dutch.names import Mention, name_of
from notemine.normalise.known_names import Found, KnownNames, Person, plain

WORD = "Deelnemer"
_NUMBER = re.compile(r"\d+$")
_WRITTEN = re.compile(rf"\b{WORD} (\d{{1,6}})\b")


class Numbers:
    """Hands out pseudonyms, those of an earlier run first, and remembers the forms that each replaced."""

    def __init__(self, key: NameKey, *, first: int) -> None:
        """Take the numbers of an earlier run.

        Args:
            key: Of that run.
            first: The first number that no note holds.
        """
        self._pseudonym_of = {(p.event_id, Person(p.given, p.family)): p.pseudonym for p in key.people}
        self._before = dict(self._pseudonym_of)
        self._bearer: dict[str, Person] = {}
        self._forms = {p.pseudonym: set(p.forms) for p in key.people}
        taken = (int(match[0]) for p in key.people if (match := _NUMBER.search(p.pseudonym)))
        self._next = max([first, *(number + 1 for number in taken)])

    def pseudonym(self, event_id: str, person: Person, form: str) -> str:
        """The pseudonym of a person, a new one for whom there was none yet."""
        pseudonym = self._pseudonym_of.get((event_id, person)) or self._half_known(event_id, person)
        if pseudonym is None:
            pseudonym = f"{WORD} {self._next}"
            self._next += 1
        self._pseudonym_of[event_id, person] = pseudonym
        self._bearer.setdefault(pseudonym, person)
        self._forms.setdefault(pseudonym, set()).add(form)
        return pseudonym

    def _half_known(self, event_id: str, person: Person) -> str | None:
        """The pseudonym of whom an earlier run knew by half of this name, if nobody else bears it now."""
        halves = (Person(person.given, ""), Person("", person.family))
        for half in halves:
            pseudonym = self._before.get((event_id, half)) if half.full else None
            if pseudonym and pseudonym not in self._bearer:
                # Whoever goes by that half alone from now on may be somebody else.
                self._pseudonym_of.pop((event_id, half), None)
                return pseudonym
        return None

    def people(self) -> tuple[KnownPerson, ...]:
        """Everybody who has a pseudonym, by event and number."""
        people = (
            KnownPerson(
                event_id=event_id,
                pseudonym=pseudonym,
                given=person.given,
                family=person.family,
                forms=tuple(sorted(self._forms[pseudonym])),
            )
            for (event_id, person), pseudonym in self._pseudonym_of.items()
        )
        return tuple(sorted(people, key=lambda p: (p.event_id, _number(p.pseudonym), p.given, p.family)))


class SaidOfNames:
    """What a person said of names, looked up by the form that the notes write."""

    def __init__(self, decisions: NameDecisions, *, public: Collection[str]) -> None:
        """Read decisions.

        Args:
            decisions: Of a person.
            public: Names that stay, from the settings.
        """
        self._no_names = frozenset(map(plain, decisions.no_names))
        self._public = frozenset(map(plain, (*public, *decisions.public)))
        self._same = decisions.same
        written = [form for form in decisions.names if form.strip()]
        self._form_of = {form.lower(): form for form in reversed(written)}
        forms = sorted({*written}, key=lambda form: (-len(form), form))
        pattern = rf"(?<![^\W_])(?:{'|'.join(map(re.escape, forms))})(?![^\W_])" if forms else r"(?!)"
        self._always, self._in_any_case = re.compile(pattern), re.compile(pattern, re.IGNORECASE)

    def mentions(self, texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Mention]]:
        """The names that were said to be names where they are written, in any case.

        Args:
            texts: Id and text of each note, and of what is known of it.
        """
        for note_id, text in texts:
            for form in sorted({match[0].lower() for match in self._in_any_case.finditer(text)}):
                yield note_id, name_of(self._form_of.get(form, form))

    def judged(
        self, text: str, found: Iterable[Found], *, resolve: Callable[[Mention], Person]
    ) -> list[Found]:
        """What was found, without what is no name, and with what is one.

        Args:
            text: Where it was found.
            found: What was found.
            resolve: Says whom a name means there.
        """
        kept = [one for one in found if not self.is_no_name(text[one.start : one.end])]
        told = (Found(m.start(), m.end(), resolve(name_of(m[0]))) for m in self._always.finditer(text))
        return [*kept, *told]

    def is_no_name(self, form: str) -> bool:
        """Whether a person said that this is no name."""
        return plain(form) in self._no_names

    def is_public(self, person: Person, form: str) -> bool:
        """Whether a name may stay."""
        return not self._public.isdisjoint((person.full, plain(form)))

    def one_of(self, known: KnownNames) -> dict[Person, Person]:
        """Of each who was named in several ways the one under whose name he goes at an event."""
        one_of: dict[Person, Person] = {}
        for forms in self._same:
            people = [known.resolve(name_of(form), "") for form in forms]
            first = one_of.get(people[0], people[0])
            joined = {one_of.get(person, person) for person in people}
            one_of |= {p: first for p in {*one_of, *people} if one_of.get(p, p) in joined}
        return one_of


def first_free(texts: Iterable[str]) -> int:
    """The first number that no text holds: whoever is new may not get one that stands there already."""
    return 1 + max((int(number) for text in texts for number in _WRITTEN.findall(text)), default=0)


def _number(pseudonym: str) -> int:
    match = _NUMBER.search(pseudonym)
    return int(match[0]) if match else 0
