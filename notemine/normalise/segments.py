"""Cuts notes into segments: clean text, lemmas, tags, candidates for topic words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from notemine.domain import Note, Segment, make_id
from notemine.dutch.pipeline import idle_for_words
from notemine.dutch.plain_text import clean
from notemine.dutch.sensitive import CONFIDENTIAL, sensitivity_of
from notemine.dutch.sentences import Unit, split_units
from notemine.normalise.memory import Memory, find_each
from notemine.normalise.order import in_order
from notemine.normalise.terms import find_terms, word_lemma, words_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_SIZE = 256


class Reading(NamedTuple):
    """What the pipeline says of a text."""

    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    terms: tuple[str, ...]


def make_segments(
    notes: Iterable[Note],
    nlp: Language,
    *,
    n_process: int = 1,
    flag_sensitive: bool = True,
    memory: Memory[Reading] | None = None,
) -> tuple[Segment, ...]:
    """Cut notes into segments.

    Args:
        notes: In any order; the result does not depend on it.
        nlp: A pipeline that gives lemmas, and tags if it can.
        n_process: Processes that read; the result does not depend on it.
        flag_sensitive: Say of each segment what is sensitive in it.
        memory: What was read before.

    Returns:
        By date of the event, event, table, source and place in the note. Lines of metadata and what was set
        aside are in none.
    """
    pieces = [(note, unit, line) for note in in_order(notes) for unit, line in _units(note)]
    texts = [clean(note.text[unit.start : unit.end]) for note, unit, _ in pieces]
    reading_of = find_each(texts, partial(_read, nlp=nlp, n_process=n_process), memory)
    places = [(note.id, line) for note, _, line in pieces]
    kinds = _sensitivities(texts, places) if flag_sensitive else [""] * len(texts)
    return tuple(
        Segment(
            id=make_id("s", note.id, str(note.source_offset(unit.start))),
            note_id=note.id,
            start=unit.start,
            end=unit.end,
            text=text,
            kind=unit.kind,
            line=line,
            speaker=unit.speaker,
            heading=unit.heading,
            lemmas=reading_of[text].lemmas,
            tags=reading_of[text].tags,
            terms=reading_of[text].terms,
            sensitive=kind,
        )
        for (note, unit, line), text, kind in zip(pieces, texts, kinds, strict=True)
    )


def segments_of_texts(texts: Sequence[str], nlp: Language) -> tuple[Segment, ...]:
    """Make each text one segment that stands by itself, in the same order; ``note_id`` is empty."""
    cleaned = [clean(text) for text in texts]
    readings = _read(cleaned, nlp, 1)
    return tuple(
        Segment(
            id=make_id("s", str(i), text),
            note_id="",
            start=0,
            end=len(text),
            text=words,
            lemmas=reading.lemmas,
            tags=reading.tags,
            terms=reading.terms,
        )
        for i, (text, words, reading) in enumerate(zip(texts, cleaned, readings, strict=True))
    )


def _sensitivities(texts: Sequence[str], places: Sequence[tuple[str, int]]) -> list[str]:
    """What is sensitive in each text; ``places`` are the note and line where each starts."""
    kinds = [
        sensitivity_of(text, before=texts[i - 1] if i and places[i - 1] == places[i] else "")
        for i, text in enumerate(texts)
    ]
    # "Hij wil weg. Niet doorvertellen!" is about what stands beside it.
    confidential = {place for place, kind in zip(places, kinds, strict=True) if kind == CONFIDENTIAL}
    return [
        CONFIDENTIAL if not kind and place in confidential else kind
        for place, kind in zip(places, kinds, strict=True)
    ]


def _units(note: Note) -> list[tuple[Unit, int]]:
    """Units of a note, each with the number of its line in the file, as ``Note.line_at`` gives it."""
    units = split_units(note.text, meta_lines=_left_out(note), speakers=note.speakers, unit=note.unit)
    breaks = [i for i, character in enumerate(note.text) if character == "\n"]
    lines = (bisect_right(breaks, unit.start) for unit in units)
    return [
        (unit, note.line_numbers[line] if note.line_numbers else line + 1)
        for unit, line in zip(units, lines, strict=True)
    ]


def _left_out(note: Note) -> tuple[int, ...]:
    return tuple(sorted({*note.meta_lines, *note.foreign_lines, *note.repeated_lines}))


def _read(texts: Sequence[str], nlp: Language, n_process: int) -> list[Reading]:
    docs = nlp.pipe(texts, batch_size=BATCH_SIZE, n_process=n_process, disable=idle_for_words(nlp))
    return [_reading(doc) for doc in docs]


def _reading(doc: Doc) -> Reading:
    words = words_of(doc)
    tags = tuple(token.pos_ for token in words) if doc.has_annotation("POS") else ()
    return Reading(tuple(word_lemma(token) for token in words), tags, find_terms(doc))
