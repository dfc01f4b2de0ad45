"""Brings a workspace up to date with files: what is new or changed is worked through, and what it reaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from notemine import __version__
from notemine.config import Config
from notemine.domain import Note, Segment, Skipped, make_id
from notemine.ingest.files import Source
from notemine.normalise import first_free
from notemine.workspace.changes import Item, Known, find_changes, place_of
from notemine.workspace.inside import Inside, ReadFiles
from notemine.workspace.name_key import KeyFile
from notemine.workspace.purge import purge
from notemine.workspace.replacing import Worked, assign, replace_sources
from notemine.workspace.store import Store
from notemine.workspace.ties import veil_fingerprints

MADE_WITH = "made_with"


class Clean(Protocol):
    """Puts pseudonyms in notes and cuts them; the key is on disk when it is done."""

    def __call__(
        self, notes: Sequence[Note], *, skipped: Sequence[Skipped], first: int
    ) -> tuple[tuple[Note, ...], tuple[Skipped, ...], tuple[Segment, ...]]:
        """Notes in order, what was skipped in the order in which it came, segments."""
        ...


@dataclass(frozen=True, slots=True)
class Update:
    """What became of a workspace.

    Attributes:
        counts: Files that were named, by what became of them: ``new``, ``changed``, ``same``, ``skipped``;
            sources that were ``removed``, and those whose file is ``gone``: what was read of them stays.
        skipped: Of what was named, without names.
        no_files: Those of ``skipped`` that are not kept, since they are no file.
        segments: Of all notes that were worked through anew.
    """

    counts: Mapping[str, int]
    skipped: tuple[Skipped, ...] = ()
    no_files: tuple[Skipped, ...] = ()
    segments: tuple[Segment, ...] = field(default=(), repr=False)


def update(
    store: Store,
    names: KeyFile,
    sources: Sequence[Source],
    *,
    config: Config,
    clean: Clean,
    read_files: ReadFiles,
    skipped: Sequence[Skipped] = (),
    remove: Collection[str] = (),
) -> Update:
    """Bring a workspace up to date: one transaction, after the key of pseudonyms is on disk.

    Args:
        store: Of the workspace; the caller is its only writer.
        names: The key.
        sources: Files that a user named.
        config: Settings; where they differ from those of the last time, everything is read again.
        clean: See ``Clean``.
        read_files: Reads files, in order.
        skipped: What was named and is no file.
        remove: Ids of sources to take out.
    """
    known = Known.read(store, names.places)
    # Without their key nobody may get the number of someone in the store.
    first = 1 if names.secret else first_free(row[0] for row in store.rows("SELECT text FROM notes"))
    items = find_changes(sources, known)
    # Before anything is stored: a pseudonym in the store must have its key, a source its place.
    names.keep_places({**known.places, **{item.id: place_of(item.source) for item in items}})
    veil_fingerprints(store, secret=names.secret)
    made_with = _made_with(config, names)
    inside = Inside(
        store,
        known,
        secret=names.secret,
        read_files=read_files,
        settings=config.ingest,
        skipped=skipped,
    )
    _spread(inside, items, known, config, remove=remove, is_stale=store.meta(MADE_WITH) != made_with)
    worked = _work_through(inside, clean, first=first)
    with store.transaction():
        replace_sources(store, inside, worked, removed=remove, touched=items)
        store.set_meta(MADE_WITH, made_with)
    if remove or any(item.state == "changed" for item in items):
        purge(store)
    left = {row[0] for row in store.rows("SELECT id FROM sources")}
    names.keep_places({id_: place for id_, place in names.places.items() if id_ in left})
    return _told(store, items, worked, n_removed=len(set(remove)), gone=known.gone() - set(remove))


def _spread(
    inside: Inside,
    items: Sequence[Item],
    known: Known,
    config: Config,
    *,
    remove: Collection[str],
    is_stale: bool,
) -> None:
    seeds = {item.id: (item.source, item.stat) for item in items if item.state != "same"}
    # Schools and towns are numbered over all events together.
    hides = config.privacy.hide_schools or config.privacy.hide_places
    is_for_all = is_stale or (hides and bool(seeds or remove))
    again = frozenset(known.stats) - set(seeds) - set(remove) if is_for_all else frozenset()
    if seeds or remove or again:
        inside.spread(seeds, removed=frozenset(remove), again=again)


def _work_through(inside: Inside, clean: Clean, *, first: int) -> Worked:
    ingested = inside.ingested
    # A file of which there is neither a note nor a complaint may be called after somebody, too.
    told = {note.source for note in ingested.notes} | {one.source for one in ingested.skipped}
    silent = [source.name for id_, source in inside.sources.items() if source.name not in told]
    raw = [*ingested.skipped, *(Skipped(source=name, reason="") for name in sorted(silent))]
    if not ingested.notes and not raw:
        return Worked()
    notes, skipped, segments = clean(ingested.notes, skipped=raw, first=first)
    return assign(inside, notes, segments, list(zip(raw, skipped, strict=True)))


def _told(store: Store, items: Sequence[Item], worked: Worked, *, n_removed: int, gone: set[str]) -> Update:
    ids = [item.id for item in items]
    rows = store.rows_in("SELECT source_id, name, reason FROM skipped WHERE source_id IN ({})", ids)
    whole = {row[0] for row in store.rows("SELECT id FROM sources WHERE status = 'skipped'")}
    counts = dict.fromkeys(("new", "changed", "same"), 0)
    for item in items:
        counts[item.state] += item.id not in whole
    skipped = [*worked.no_files, *(Skipped(source=name, reason=reason) for _, name, reason in rows)]
    counts |= {"skipped": len(skipped), "removed": n_removed, "gone": len(gone - set(ids))}
    ordered = sorted(skipped, key=lambda one: (one.source, one.reason))
    return Update(counts, tuple(ordered), worked.no_files, worked.segments)


def _made_with(config: Config, names: KeyFile) -> str:
    """What pseudonyms and segments depend on, beside the notes."""
    shown = {"public_names", "hide_schools", "hide_places", "flag_sensitive"}
    privacy = config.privacy.model_dump_json(include=shown)
    settings = (config.pipeline, privacy, config.ingest.model_dump_json())
    return make_id("made", __version__, *settings, repr(names.key.decisions), names.secret)
