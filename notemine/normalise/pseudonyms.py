"""Puts pseudonyms in the place of the names of people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from notemine.domain import Event, NameKey, Note, Skipped
from notemine.dutch.names import Mention, find_names, name_of
from notemine.normalise.aliases import Aliases
from notemine.normalise.edits import compose, replace_in
from notemine.normalise.identifiers import find_identifiers
from notemine.normalise.known_names import Found, KnownNames, Person, readable
from notemine.normalise.memory import Memory
from notemine.normalise.mentions import Spans, find_named, names_a_person, texts_of
from notemine.normalise.name_key import Numbers, SaidOfNames, first_free
from notemine.normalise.order import in_order

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Pseudonymised:
    """Notes without names.

    Attributes:
        notes: In canonical order; ids are those of the notes as they came.
        skipped: What was skipped, names in its path replaced too.
        key: Who is behind each pseudonym; keep it apart from the notes.
    """

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]
    key: NameKey


def pseudonymise(
    notes: Iterable[Note],
    *,
    skipped: Iterable[Skipped] = (),
    keep: Collection[str] = (),
    key: NameKey | None = None,
    hide_schools: bool = False,
    hide_places: bool = False,
    nlp: Language | None = None,
    memory: Memory[Spans] | None = None,
    first: int = 1,
) -> Pseudonymised:
    """Replace the names of people in notes and what is known of them; addresses and numbers in text.

    One person has one pseudonym through an event, no two share one; numbers follow first appearance in
    canonical order. Names of firms stay, and those of schools and towns unless they are to be hidden.

    Args:
        notes: In any order; the result does not depend on it.
        skipped: Sources that could not be read; their paths may hold names.
        keep: Full names of public people, in any case, that stay.
        key: Of an earlier run: its people keep their pseudonyms, and what was said of names holds.
        hide_schools: Number schools, too.
        hide_places: Number towns, too.
        nlp: A pipeline whose named entities (``PERSON``, ``PER``) count as names too.
        memory: The people it found before, by piece of text.
        first: No lower number is given to who is new.
    """
    key = key or NameKey()
    notes, skipped = in_order(notes), tuple(skipped)
    numbers = Numbers(key, first=max(first, first_free(note.text for note in notes)))
    said = SaidOfNames(key.decisions, public=keep)
    aliases = Aliases(notes, schools=hide_schools, towns=hide_places)
    done: list[Note] = []
    names_in: dict[str, _Names] = {}
    for event_id, group in groupby(notes, key=lambda note: note.event.id):
        of_event = list(group)
        named = find_named(of_event, nlp, memory)
        known = KnownNames([*named.mentions, *said.mentions(texts_of(of_event))], initials=named.initials)
        one_of = said.one_of(known)
        name_here = partial(_name_for, event_id, said=said, numbers=numbers, one_of=one_of)
        names = _Names(known, said, aliases, name_here)
        names_in |= dict.fromkeys((_folder(note.source) for note in of_event), names)
        event = _safe_event(of_event[0], names)
        done += [replace(_without_names(note, names), event=event) for note in of_event]
    apart = partial(_name_for, "", said=said, numbers=numbers, one_of={})
    return Pseudonymised(
        tuple(done),
        _safe_skipped(skipped, names_in, apart=_Names(KnownNames(()), said, aliases, apart)),
        replace(key, people=numbers.people()),
    )


def _name_for(
    event_id: str,
    person: Person,
    form: str,
    *,
    said: SaidOfNames,
    numbers: Numbers,
    one_of: Mapping[Person, Person],
) -> str:
    if said.is_public(person, form):
        return form
    return numbers.pseudonym(event_id, one_of.get(person, person), form)


@dataclass(frozen=True, slots=True)
class _Names:
    """What finds names at an event, and what is written in their place."""

    known: KnownNames
    said: SaidOfNames
    aliases: Aliases
    name_for: Callable[[Person, str], str]

    def in_text(self, text: str, note_id: str) -> list[Found]:
        """Names in the text of a note."""
        return [*self.aliases.find(text), *self._judged(text, self.known.find(text, note_id), note_id)]

    def without(self, part: str, note_id: str) -> str:
        """What is known of a note, such as the name of its file, without names."""
        names = self._judged(part, self.known.find_loosely(part, note_id), note_id)
        found = [*_identifiers(part), *self.aliases.find_loosely(part), *names]
        return replace_in(part, found, self.name_for)[0]

    def _judged(self, text: str, found: Iterable[Found], note_id: str) -> list[Found]:
        return self.said.judged(text, found, resolve=lambda mention: self.known.resolve(mention, note_id))

    def of_whole(self, name: str, note_id: str) -> str:
        """A string that is a name as a whole, such as that of a speaker."""
        if not names_a_person(name) or self.said.is_no_name(name):
            return name
        return self.name_for(self.known.resolve(name_of(name), note_id), name)


def _without_names(note: Note, names: _Names) -> Note:
    found = [*_identifiers(note.text), *names.in_text(note.text, note.id)]
    text, edits = replace_in(note.text, found, names.name_for)
    without, of_whole = partial(names.without, note_id=note.id), partial(names.of_whole, note_id=note.id)
    # In this order: who is met first has the lower number.
    return replace(
        note,
        text=text,
        source=without(note.source),
        table=without(note.table),
        role=without(note.role),
        theme=without(note.theme),
        school=without(note.school),
        speakers=tuple(map(of_whole, note.speakers)),
        author=of_whole(note.author),
        edits=compose(note, edits),
    )


def _identifiers(text: str) -> list[Found]:
    return [Found(start, end, label) for start, end, label in find_identifiers(text)]


def _safe_event(note: Note, names: _Names) -> Event:
    event = note.event
    event_id, title, place = (names.without(part, note.id) for part in (event.id, event.title, event.place))
    return replace(event, id=event_id.replace(" ", "-").lower(), title=title, place=place)


def _safe_skipped(
    skipped: Sequence[Skipped], names_in: Mapping[str, _Names], *, apart: _Names
) -> tuple[Skipped, ...]:
    """Who is named in the path of a skipped file is who bears that name at the event of its folder.

    What is skipped in one folder says nothing of another, so that files may come one by one.
    """
    of_folder: dict[str, list[Skipped]] = {}
    for one in skipped:
        of_folder.setdefault(_folder(one.source), []).append(one)
    names_of = {
        folder: names_in.get(folder) or replace(apart, known=KnownNames(_told(group)))
        for folder, group in of_folder.items()
    }
    safe = []
    for one in skipped:
        names = names_of[_folder(one.source)]
        safe.append(
            Skipped(
                source=names.without(one.source, one.source), reason=names.without(one.reason, one.source)
            )
        )
    return tuple(safe)


def _told(skipped: Iterable[Skipped]) -> list[tuple[str, Mention]]:
    return [
        (one.source, mention)
        for one in skipped
        for mention in find_names(readable(f"{one.source} {one.reason}"))
    ]


def _folder(source: str) -> str:
    return source.rpartition("/")[0]
