"""What the pipeline found in texts, kept in ``notemine.db``: no text of a note is kept with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.normalise import Reading, Spans
from notemine.workspace.store import Store


@dataclass(frozen=True, slots=True)
class PeopleMemory:
    """Where a pipeline saw people in pieces of notes as they were read, names and all.

    Attributes:
        pipeline: Name and version, of notemine too.
        secret: Is not in the database, so that nobody can try names against the hashes in it.
    """

    store: Store
    pipeline: str
    secret: str

    def recall(self, texts: Sequence[str]) -> Mapping[str, Spans]:
        """What is known of those of ``texts`` that are known."""
        text_of = {self._key(text): text for text in texts}
        rows = self.store.rows_in("SELECT key, spans FROM entities WHERE key IN ({})", list(text_of))
        return {text_of[key]: tuple((s, e) for s, e in json.loads(spans)) for key, spans in rows}

    def keep(self, found: Mapping[str, Spans]) -> None:
        """Remember what was found, all or none."""
        rows = [(self._key(text), self.pipeline, json.dumps(spans)) for text, spans in found.items()]
        with self.store.transaction():
            self.store.execute_many("INSERT OR REPLACE INTO entities VALUES (?, ?, ?)", rows)

    def _key(self, text: str) -> str:
        whole = "\x1f".join((self.pipeline, text)).encode()
        return hashlib.blake2b(whole, key=self.secret.encode(), digest_size=32).hexdigest()


@dataclass(frozen=True, slots=True)
class WordMemory:
    """Lemmas, tags and terms of the texts of segments, in which pseudonyms stand for names.

    Attributes:
        pipeline: Name and version, of notemine too.
    """

    store: Store
    pipeline: str

    def recall(self, texts: Sequence[str]) -> Mapping[str, Reading]:
        """What is known of those of ``texts`` that are known."""
        text_of = {reading_key(self.pipeline, text): text for text in texts}
        rows = self.store.rows_in(
            "SELECT key, lemmas, tags, terms FROM readings WHERE key IN ({})", list(text_of)
        )
        return {text_of[key]: Reading(*(tuple(json.loads(part)) for part in parts)) for key, *parts in rows}

    def keep(self, found: Mapping[str, Reading]) -> None:
        """Remember what was found, all or none."""
        rows = [
            (
                reading_key(self.pipeline, text),
                self.pipeline,
                *(json.dumps(part, ensure_ascii=False) for part in reading),
            )
            for text, reading in found.items()
        ]
        with self.store.transaction():
            self.store.execute_many("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", rows)


def reading_key(pipeline: str, text: str) -> str:
    """Key of what a pipeline says of a text without names."""
    return hashlib.sha256("\x1f".join((pipeline, text)).encode()).hexdigest()
