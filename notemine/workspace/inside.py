"""The sources that a change reaches, read again from their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from notemine.config import IngestSettings
from notemine.domain import Skipped
from notemine.ingest import Ingested, notes_of
from notemine.ingest.files import STANDARD_INPUT, Source
from notemine.ingest.reading import Contents, Reading
from notemine.workspace.changes import Known, Stat, hashed, in_reading_order, source_at, stat_of
from notemine.workspace.store import Store
from notemine.workspace.ties import fingerprints_of, nearly_same, tie, tied_to

ReadFiles = Callable[[Sequence[Source]], Sequence[Reading]]


class Inside:
    """Sources to work through anew: what changed, and what has to do with it.

    A file that is gone takes part as what is known of its contents, so that a copy of it stays a copy; its
    notes stay as they are.
    """

    def __init__(
        self,
        store: Store,
        known: Known,
        *,
        secret: str,
        read_files: ReadFiles,
        settings: IngestSettings,
        skipped: Sequence[Skipped] = (),
    ) -> None:
        """Begin with nothing.

        Args:
            store: Of the workspace.
            known: What it knows of its sources.
            secret: What ties are hashed with, and fingerprints veiled.
            read_files: Reads files, in order.
            settings: Corrections of a person.
            skipped: What was named and is no file.
        """
        self._store, self._known, self.secret = store, known, secret
        self._read_files, self._settings = read_files, settings
        self._skipped = sorted(skipped, key=lambda one: (one.source, one.reason))
        self.sources: dict[str, Source] = {}
        self.readings: dict[str, Reading] = {}
        self.stats: dict[str, Stat] = {}
        self.gone: set[str] = set()
        self.ingested = Ingested(notes=(), skipped=tuple(self._skipped))
        self._events_of: dict[tuple[str, str], set[str]] = {}

    def spread(
        self,
        seeds: Mapping[str, tuple[Source, Stat]],
        *,
        removed: frozenset[str] = frozenset(),
        again: frozenset[str] = frozenset(),
    ) -> None:
        """Read the seeds, then what they have to do with, until nothing more has.

        Args:
            seeds: New and changed sources.
            removed: Sources that are left out from now on.
            again: Sources to read again though nothing in them changed.
        """
        lists = {id_ for id_, status in self._known.statuses.items() if status == "overview"}
        self._read({**self._stored((lists | again) - removed - set(seeds)), **seeds})
        ids = {*seeds, *removed, *again}
        while ids:
            self._ingest()
            contents = [one for id_ in ids & set(self.readings) for one in self.readings[id_].contents]
            keys = {key for id_ in self.readings for key in self.keys_of(id_)}
            reached = tied_to(self._store, ids, keys) | nearly_same(
                self._store, ids, contents, secret=self.secret
            )
            ids = (reached | self._spoken_of(ids)) - set(self.sources) - removed
            self._read(self._stored(ids))
        self._ingest()

    def keys_of(self, id_: str) -> set[str]:
        """What ties a source that was read to others."""
        reading = self.readings[id_]
        contents = reading.contents
        names = [self.sources[id_].name, *(one.source for one in reading.skipped)]
        names += [one.source.name for one in contents]
        folders = {str(found.folder.path) for one in contents for found in one.found}
        events = {e for one in contents for e in self._events_of.get((one.source.name, one.sha256), ())}
        return {
            *(tie("folder", folder, secret=self.secret) for folder in folders),
            # Who is named in the name of a file that cannot be read is who bears that name beside it.
            *(tie("beside", name.rpartition("/")[0], secret=self.secret) for name in names if name),
            *(tie("content", one.sha256, secret=self.secret) for one in contents),
            *(tie("event", event, secret=self.secret) for event in events),
        }

    def _spoken_of(self, ids: Iterable[str]) -> set[str]:
        """Sources beside and under a list of tables that changed."""
        places = self._known.places
        was = {id_ for id_ in ids if self._known.statuses.get(id_) == "overview" and id_ in places}
        now = {id_ for id_ in ids if id_ in self.readings and self.readings[id_].overviews}
        names = [places[id_].name for id_ in was] + [self.sources[id_].name for id_ in now]
        folders = tuple(f"{name.rpartition('/')[0]}/" for name in names)
        return {id_ for id_, place in places.items() if place.name.startswith(folders)}

    def _stored(self, ids: Iterable[str]) -> dict[str, tuple[Source, Stat | None]]:
        places = self._known.places
        unknown = Source("", Path(), Path())
        return {id_: (source_at(places[id_]) if id_ in places else unknown, None) for id_ in sorted(ids)}

    def _read(self, wanted: Mapping[str, tuple[Source, Stat | None]]) -> None:
        """Read files; a stat is given for those that are new or changed."""
        there = [(id_, source) for id_, (source, stat) in wanted.items() if stat or _is_there(source)]
        ordered = in_reading_order(there)
        readings = self._read_files([source for _, source in ordered]) if ordered else []
        for (id_, source), reading in zip(ordered, readings, strict=True):
            stat = wanted[id_][1]
            if stat is None and not reading.contents and self._known.statuses[id_] == "read":
                continue
            self.sources[id_], self.readings[id_] = source, reading
            self.stats[id_] = stat or hashed(source, stat_of(source))
        for id_, (source, _) in wanted.items():
            if id_ not in self.sources:
                self._keep(id_, source)

    def _keep(self, id_: str, source: Source) -> None:
        self.gone.add(id_)
        known = fingerprints_of(self._store, id_, secret=self.secret)
        contents = [Contents(source, (), sha256, shingles) for sha256, shingles in known]
        self.sources[id_], self.readings[id_] = source, Reading(contents=contents)

    def _ingest(self) -> None:
        ordered = in_reading_order(self.sources.items())
        readings = [self.readings[id_] for id_, _ in ordered]
        self.ingested = notes_of(readings, settings=self._settings, skipped=self._skipped)
        self._events_of = {}
        for note in self.ingested.notes:
            self._events_of.setdefault((note.source, note.sha256), set()).add(note.event.id)


def _is_there(source: Source) -> bool:
    return source.name not in (STANDARD_INPUT, "") and source.path.exists()
