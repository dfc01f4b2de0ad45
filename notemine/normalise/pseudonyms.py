"""Puts pseudonyms in the place of the names of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from notemine.domain import Edit, Event, Note, Skipped
from notemine.dutch.gazetteers import uses_of
from notemine.dutch.labels import is_pseudonym, is_role
from notemine.dutch.names import Mention, find_initials, find_names, name_in_entity, name_of
from notemine.dutch.pipeline import idle_for_entities
from notemine.dutch.sentences import MAX_UNIT_CHARS
from notemine.normalise.identifiers import find_identifiers
from notemine.normalise.known_names import Found, KnownNames, Person, readable
from notemine.normalise.order import in_order

if TYPE_CHECKING:
    from spacy.language import Language

BATCH_SIZE = 256
# Of the places of a word on no list, so many must be a person's to the pipeline.
MIN_SHARE = 0.5
# A line, cut between words where it is too long for a pipeline.
_PIECE = re.compile(rf".{{1,{MAX_UNIT_CHARS}}}(?!\S)|.{{1,{MAX_UNIT_CHARS}}}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pseudonymised:
    """Notes without names.

    Attributes:
        notes: In canonical order; ids are those of the notes as they came.
        skipped: What was skipped, names in its path replaced too.
        key: The forms in which each person was named, by pseudonym; keep it apart from the notes.
    """

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]
    key: dict[str, tuple[str, ...]]


def pseudonymise(
    notes: Iterable[Note],
    *,
    skipped: Iterable[Skipped] = (),
    keep: Collection[str] = (),
    nlp: Language | None = None,
) -> Pseudonymised:
    """Replace the names of people in notes and what is known of them; addresses and phone numbers in text.

    One person has one pseudonym through an event, no two share one; numbers follow first appearance in
    canonical order. Names of places, schools and firms stay.

    Args:
        notes: In any order; the result does not depend on it.
        skipped: Sources that could not be read; their paths may hold names.
        keep: Full names of public people, in any case, that stay.
        nlp: A pipeline whose named entities (``PERSON``, ``PER``) count as names too.
    """
    kept = frozenset(" ".join(name.lower().split()) for name in keep)
    notes = in_order(notes)
    names = _Numbers(first=_first_free(notes))

    def name_for(event_id: str, person: Person, form: str) -> str:
        is_kept = not kept.isdisjoint((person.full, form.lower()))
        return form if is_kept else names.pseudonym(event_id, person, form)

    done: list[Note] = []
    for event_id, group in groupby(notes, key=lambda note: note.event.id):
        of_event = list(group)
        known = KnownNames(_mentions(of_event, nlp), initials=_initials(of_event))
        name_here = partial(name_for, event_id)
        event = _safe_event(of_event[0], known, name_here)
        done += [replace(_without_names(note, known, name_here), event=event) for note in of_event]
    return Pseudonymised(tuple(done), _safe_skipped(skipped, partial(name_for, "")), names.key)


class _Numbers:
    """Hands out pseudonyms and remembers the forms that each replaced."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._number_of: dict[tuple[str, Person], int] = {}
        self._forms: dict[str, set[str]] = {}

    def pseudonym(self, event_id: str, person: Person, form: str) -> str:
        number = self._number_of.setdefault((event_id, person), self._first + len(self._number_of))
        pseudonym = f"Deelnemer {number}"
        self._forms.setdefault(pseudonym, set()).add(form)
        return pseudonym

    @property
    def key(self) -> dict[str, tuple[str, ...]]:
        return {pseudonym: tuple(sorted(forms)) for pseudonym, forms in self._forms.items()}


def _first_free(notes: Sequence[Note]) -> int:
    numbers = (int(n) for note in notes for n in re.findall(r"\bDeelnemer (\d{1,9})\b", note.text))
    return 1 + max(numbers, default=0)


def _mentions(notes: Sequence[Note], nlp: Language | None) -> Iterator[tuple[str, Mention]]:
    for note in notes:
        for speaker in sorted({*note.speakers, note.author}):
            if _names_a_person(speaker):
                yield note.id, name_of(speaker)
        for text in (note.text, *map(readable, (note.source, note.table, note.event.title))):
            for mention in find_names(text):
                yield note.id, mention
    if nlp is not None and "ner" in nlp.pipe_names:
        yield from _entities(notes, nlp)


def _initials(notes: Sequence[Note]) -> Iterator[tuple[str, str, Mention]]:
    for note in notes:
        for letters, mention in find_initials(note.text, find_names(note.text)).items():
            yield note.id, letters, mention


def _entities(notes: Sequence[Note], nlp: Language) -> Iterator[tuple[str, Mention]]:
    pieces = ((piece, note.id) for note in notes for piece in _PIECE.findall(note.text) if piece.strip())
    doubtful: list[tuple[str, Mention]] = []
    idle = idle_for_entities(nlp)
    for doc, note_id in nlp.pipe(pieces, as_tuples=True, batch_size=BATCH_SIZE, disable=idle):
        people = (entity.text for entity in doc.ents if entity.label_ in ("PER", "PERSON"))
        for mention in filter(None, map(name_in_entity, people)):
            if not _is_unlisted_word(mention):
                yield note_id, mention
            elif not doc.text.lstrip().startswith("|"):
                # In a row of a table nothing around a word tells a person from a firm.
                doubtful.append((note_id, mention))
    yield from _mostly_people(doubtful, notes)


def _is_unlisted_word(mention: Mention) -> bool:
    name = f"{mention.given}{mention.family}"
    return " " not in name and uses_of(name) == (0, 0) and not (mention.given and mention.family)


def _mostly_people(
    doubtful: Sequence[tuple[str, Mention]], notes: Sequence[Note]
) -> Iterator[tuple[str, Mention]]:
    """Leave out words that the pipeline takes for a person in few of their places, or that name the event."""
    n_tagged = Counter(f"{mention.given}{mention.family}" for _, mention in doubtful)
    n_written = Counter(word for note in notes for word in _WORD.findall(note.text) if word in n_tagged)
    of_event = {
        word for n in notes for word in _WORD.findall(f"{n.event.id} {n.event.title} {n.event.place}".lower())
    }
    for note_id, mention in doubtful:
        name = f"{mention.given}{mention.family}"
        if n_tagged[name] >= MIN_SHARE * n_written[name] and name.lower() not in of_event:
            yield note_id, mention


def _names_a_person(speaker: str) -> bool:
    return any(map(str.isalpha, speaker)) and not is_role(speaker) and not is_pseudonym(speaker)


def _without_names(note: Note, known: KnownNames, name_for: Callable[[Person, str], str]) -> Note:
    found = known.find(note.text, note.id)
    identifiers = [Found(start, end, label) for start, end, label in find_identifiers(note.text)]
    text, edits = _replace(note.text, [*identifiers, *found], name_for)
    speakers = tuple(
        name_for(known.resolve(name_of(speaker), note.id), speaker) if _names_a_person(speaker) else speaker
        for speaker in note.speakers
    )
    loose = (
        _replace(part, known.find_loosely(part, note.id), name_for)[0]
        for part in (note.source, note.table, note.role, note.theme, note.school)
    )
    source, table, role, theme, school = loose
    author = note.author
    if _names_a_person(author):
        author = name_for(known.resolve(name_of(author), note.id), author)
    composed = tuple(
        replace(
            e, source_start=note.source_offset(e.source_start), source_end=note.source_offset(e.source_end)
        )
        for e in edits
    )
    return replace(
        note,
        text=text,
        speakers=speakers,
        source=source,
        table=table,
        role=role,
        theme=theme,
        school=school,
        author=author,
        edits=composed or note.edits,
    )


def _safe_event(note: Note, known: KnownNames, name_for: Callable[[Person, str], str]) -> Event:
    event = note.event
    loose = (
        _replace(part, known.find_loosely(part, note.id), name_for)[0]
        for part in (event.id, event.title, event.place)
    )
    event_id, title, place = loose
    return replace(event, id=event_id.replace(" ", "-").lower(), title=title, place=place)


def _safe_skipped(skipped: Iterable[Skipped], name_for: Callable[[Person, str], str]) -> tuple[Skipped, ...]:
    skipped = tuple(skipped)
    told = [
        (s.source, mention) for s in skipped for mention in find_names(readable(f"{s.source} {s.reason}"))
    ]
    known = KnownNames(told)
    safe = []
    for s in skipped:
        source, reason = (
            _replace(part, known.find_loosely(part, s.source), name_for)[0] for part in (s.source, s.reason)
        )
        safe.append(Skipped(source=source, reason=reason))
    return tuple(safe)


def _replace(
    text: str, found: Iterable[Found], name_for: Callable[[Person, str], str]
) -> tuple[str, tuple[Edit, ...]]:
    """Put a pseudonym in each place; where two overlap, the one that starts first, then the longest, wins."""
    parts: list[str] = []
    edits: list[Edit] = []
    edge = length = 0
    for place in sorted(found, key=lambda f: (f.start, -f.end)):
        if place.start < edge:
            continue
        form = text[place.start : place.end]
        new = place.who if isinstance(place.who, str) else name_for(place.who, form)
        if new == form:
            continue
        parts += [text[edge : place.start], new]
        length += place.start - edge
        edits.append(
            Edit(start=length, end=length + len(new), source_start=place.start, source_end=place.end)
        )
        length += len(new)
        edge = place.end
    return "".join(parts) + text[edge:], tuple(edits)
