"""Puts pseudonyms in the place of the names of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from notemine.domain import Edit, Event, NameKey, Note, Skipped
from notemine.dutch.gazetteers import uses_of
from notemine.dutch.labels import is_pseudonym, is_role
from notemine.dutch.names import Mention, find_initials, find_names, name_in_entity, name_of
from notemine.dutch.pipeline import idle_for_entities
from notemine.dutch.sentences import MAX_UNIT_CHARS
from notemine.normalise.aliases import Aliases
from notemine.normalise.identifiers import find_identifiers
from notemine.normalise.known_names import Found, KnownNames, Person, readable
from notemine.normalise.memory import Memory, find_each
from notemine.normalise.name_key import Numbers, SaidOfNames
from notemine.normalise.order import in_order

if TYPE_CHECKING:
    from spacy.language import Language

# Begin and end of each person in a text.
Spans = tuple[tuple[int, int], ...]

BATCH_SIZE = 256
# What is known of a note and may hold a name.
LOOSE = ("source", "table", "role", "theme", "school")
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
    numbers = Numbers(key, first=max(first, _first_free(notes)))
    said = SaidOfNames(key.decisions, public=keep)
    aliases = Aliases(notes, schools=hide_schools, towns=hide_places)
    done: list[Note] = []
    names_in: dict[str, _Names] = {}
    for event_id, group in groupby(notes, key=lambda note: note.event.id):
        of_event = list(group)
        mentions = [*_mentions(of_event, nlp, memory), *said.mentions(_texts(of_event))]
        known = KnownNames(mentions, initials=_initials(of_event))
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
        found = self._judged(part, self.known.find_loosely(part, note_id), note_id)
        return _replace(part, [*_identifiers(part), *self.aliases.find_loosely(part), *found], self.name_for)[
            0
        ]

    def _judged(self, text: str, found: Iterable[Found], note_id: str) -> list[Found]:
        return self.said.judged(text, found, resolve=lambda mention: self.known.resolve(mention, note_id))

    def of_whole(self, name: str, note_id: str) -> str:
        """A string that is a name as a whole, such as that of a speaker."""
        if not _names_a_person(name) or self.said.is_no_name(name):
            return name
        return self.name_for(self.known.resolve(name_of(name), note_id), name)


def _first_free(notes: Sequence[Note]) -> int:
    numbers = (int(n) for note in notes for n in re.findall(r"\bDeelnemer (\d{1,6})\b", note.text))
    return 1 + max(numbers, default=0)


def _mentions(
    notes: Sequence[Note], nlp: Language | None, memory: Memory[Spans] | None
) -> Iterator[tuple[str, Mention]]:
    for note in notes:
        for speaker in sorted({*note.speakers, note.author}):
            if _names_a_person(speaker):
                yield note.id, name_of(speaker)
    for note_id, text in _texts(notes):
        for mention in find_names(text):
            yield note_id, mention
    if nlp is not None and "ner" in nlp.pipe_names:
        yield from _entities(notes, nlp, memory)


def _texts(notes: Sequence[Note]) -> Iterator[tuple[str, str]]:
    """The id of each note with its text, and with what is known of it as it can be read."""
    for note in notes:
        yield note.id, note.text
        for part in (note.source, note.table, note.event.title):
            yield note.id, readable(part)


def _initials(notes: Sequence[Note]) -> Iterator[tuple[str, str, Mention]]:
    for note in notes:
        for letters, mention in find_initials(note.text, find_names(note.text)).items():
            yield note.id, letters, mention


def _entities(
    notes: Sequence[Note], nlp: Language, memory: Memory[Spans] | None
) -> Iterator[tuple[str, Mention]]:
    pieces = [(piece, note.id) for note in notes for piece in _PIECE.findall(note.text) if piece.strip()]
    doubtful: list[tuple[str, Mention]] = []
    people_in = find_each((piece for piece, _ in pieces), partial(_people, nlp=nlp), memory)
    for piece, note_id in pieces:
        people = (piece[start:end] for start, end in people_in[piece])
        for mention in filter(None, map(name_in_entity, people)):
            if not _is_unlisted_word(mention):
                yield note_id, mention
            elif not piece.lstrip().startswith("|"):
                # In a row of a table nothing around a word tells a person from a firm.
                doubtful.append((note_id, mention))
    yield from _mostly_people(doubtful, notes)


def _people(pieces: Sequence[str], *, nlp: Language) -> Iterator[Spans]:
    """Where the pipeline sees people in each piece."""
    for doc in nlp.pipe(pieces, batch_size=BATCH_SIZE, disable=idle_for_entities(nlp)):
        yield tuple((e.start_char, e.end_char) for e in doc.ents if e.label_ in ("PER", "PERSON"))


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


def _without_names(note: Note, names: _Names) -> Note:
    text, edits = _replace(
        note.text, [*_identifiers(note.text), *names.in_text(note.text, note.id)], names.name_for
    )
    loose = {field: names.without(getattr(note, field), note.id) for field in LOOSE}
    return replace(
        note,
        text=text,
        speakers=tuple(names.of_whole(speaker, note.id) for speaker in note.speakers),
        author=names.of_whole(note.author, note.id),
        source=loose["source"],
        table=loose["table"],
        role=loose["role"],
        theme=loose["theme"],
        school=loose["school"],
        edits=_composed(note, edits),
    )


def _identifiers(text: str) -> list[Found]:
    return [Found(start, end, label) for start, end, label in find_identifiers(text)]


def _composed(note: Note, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits of a note and those of its text, as edits of what was read."""
    new = [
        replace(
            e, source_start=note.source_offset(e.source_start), source_end=note.source_offset(e.source_end)
        )
        for e in edits
    ]
    old = []
    for edit in note.edits:
        if any(e.source_start < edit.end and edit.start < e.source_end for e in edits):
            continue
        moved = sum(
            (e.end - e.start) - (e.source_end - e.source_start) for e in edits if e.source_end <= edit.start
        )
        old.append(replace(edit, start=edit.start + moved, end=edit.end + moved))
    return tuple(sorted([*old, *new], key=lambda edit: edit.start))


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
