"""Notes as they are mined: without names, and cut into segments; what a workspace keeps is this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from notemine.config import Config
from notemine.domain import NameKey, Note, Progress, Segment, Skipped
from notemine.dutch.pipeline import load_nlp
from notemine.embed import load_embedder
from notemine.normalise import Memory, Reading, Spans, in_order, make_segments, mark_lines, pseudonymise


class NameStore(Protocol):
    """Keeps the key of pseudonyms between runs."""

    @property
    def key(self) -> NameKey:
        """The key of the last run."""

    def keep(self, key: NameKey) -> None:
        """Remember the key of this run."""


class SafeNotes(NamedTuple):
    """Notes in canonical order, and what was skipped, without names."""

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]


class CleanNotes(NamedTuple):
    """Notes in canonical order and what was skipped, without names; and the segments of the notes."""

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]
    segments: tuple[Segment, ...]


class Memories(NamedTuple):
    """What was found in texts before: the people in pieces of notes, and the words of segments."""

    people: Memory[Spans]
    words: Memory[Reading]


def clean_notes(
    notes: Sequence[Note],
    config: Config,
    *,
    skipped: Sequence[Skipped] = (),
    names: NameStore | None = None,
    memories: Memories | None = None,
    first: int = 1,
    progress: Progress | None = None,
) -> CleanNotes:
    """Put pseudonyms in notes and cut them into segments; events do not depend on one another.

    Args:
        notes: In any order.
        config: Settings.
        skipped: Sources that could not be read.
        names: Keeps who is behind each pseudonym; has done so when segments are made.
        memories: Of earlier runs.
        first: No lower number is given to who is new.
        progress: See ``mine``.
    """
    report = progress or silent
    nlp = load_nlp(config.pipeline)
    # A name that is not known, or a package that is missing, is told before the work begins.
    load_embedder(config.embedder)
    report("namen", 0, 1)
    people, words = memories or (None, None)
    safe = safe_notes(notes, config, skipped=skipped, names=names, people=people, first=first)
    report("regels", 0, 1)
    segments = make_segments(safe.notes, nlp, flag_sensitive=config.privacy.flag_sensitive, memory=words)
    return CleanNotes(safe.notes, safe.skipped, segments)


def safe_notes(
    notes: Sequence[Note],
    config: Config,
    *,
    skipped: Sequence[Skipped] = (),
    names: NameStore | None = None,
    people: Memory[Spans] | None = None,
    first: int = 1,
) -> SafeNotes:
    """The notes as ``mine`` sees them: without names, with lines marked that are not mined.

    Args:
        notes: In any order.
        config: Settings; may say that names stay.
        skipped: Sources that could not be read.
        names: Keeps who is behind each pseudonym.
        people: Those found in earlier runs, by piece of text.
        first: No lower number is given to who is new.
    """
    if config.privacy.keep_names:
        return SafeNotes(tuple(mark_lines(in_order(notes))), tuple(skipped))
    safe = pseudonymise(
        notes,
        skipped=skipped,
        keep=config.privacy.public_names,
        key=names.key if names else None,
        hide_schools=config.privacy.hide_schools,
        hide_places=config.privacy.hide_places,
        nlp=load_nlp(config.pipeline),
        memory=people,
        first=first,
    )
    if names:
        names.keep(safe.key)
    return SafeNotes(tuple(mark_lines(safe.notes)), safe.skipped)


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""
