"""Whom the notes of an event name, before it is known who bears which name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from notemine.domain import Note
from notemine.dutch.gazetteers import uses_of
from notemine.dutch.labels import is_pseudonym, is_role
from notemine.dutch.names import Mention, find_initials, find_names, name_in_entity, name_of
from notemine.dutch.pipeline import idle_for_entities
from notemine.dutch.sentences import MAX_UNIT_CHARS
from notemine.normalise.known_names import readable
from notemine.normalise.memory import Memory, find_each

if TYPE_CHECKING:
    from spacy.language import Language

# Begin and end of each person in a text.
Spans = tuple[tuple[int, int], ...]

BATCH_SIZE = 256
# Of the places of a word on no list, so many must be a person's to the pipeline.
MIN_SHARE = 0.5
# A line, cut between words where it is too long for a pipeline.
_PIECE = re.compile(rf".{{1,{MAX_UNIT_CHARS}}}(?!\S)|.{{1,{MAX_UNIT_CHARS}}}")
_WORD = re.compile(r"\w+")


class Named(NamedTuple):
    """Whom notes name, each with the id of the note; in any order.

    Attributes:
        mentions: Names of people.
        initials: Initials that a note uses, and whose they are.
    """

    mentions: list[tuple[str, Mention]]
    initials: list[tuple[str, str, Mention]]


def find_named(notes: Sequence[Note], nlp: Language | None, memory: Memory[Spans] | None) -> Named:
    """Whom the notes of an event name in their texts and in what is known of them.

    Args:
        notes: Of one event.
        nlp: A pipeline whose named entities (``PERSON``, ``PER``) count as names too.
        memory: The people it found before, by piece of text.
    """
    named = Named(mentions=list(_outright(notes)), initials=[])
    for note in notes:
        in_text = find_names(note.text)
        in_parts = [mention for part in _known_of(note) for mention in find_names(part)]
        named.mentions.extend((note.id, mention) for mention in (*in_text, *in_parts))
        initials = find_initials(note.text, in_text)
        named.initials.extend((note.id, letters, mention) for letters, mention in initials.items())
    if nlp is not None and "ner" in nlp.pipe_names:
        named.mentions.extend(_entities(notes, nlp, memory))
    return named


def texts_of(notes: Sequence[Note]) -> Iterator[tuple[str, str]]:
    """The id of each note with its text, and with what is known of it as it can be read."""
    for note in notes:
        for text in (note.text, *_known_of(note)):
            yield note.id, text


def names_a_person(speaker: str) -> bool:
    """Whether a speaker or an author is someone with a name, and no role or pseudonym."""
    return any(map(str.isalpha, speaker)) and not is_role(speaker) and not is_pseudonym(speaker)


def _known_of(note: Note) -> list[str]:
    return [readable(part) for part in (note.source, note.table, note.event.title)]


def _outright(notes: Sequence[Note]) -> Iterator[tuple[str, Mention]]:
    for note in notes:
        for speaker in sorted({*note.speakers, note.author}):
            if names_a_person(speaker):
                yield note.id, name_of(speaker)


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
