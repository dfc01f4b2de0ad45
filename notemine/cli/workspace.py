"""What every command that writes in a workspace does: be alone there, and bring it up to date with files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.cleaning import CleanNotes
    from notemine.config import Config
    from notemine.domain import Decisions, Mined, Note, Progress, Segment, Skipped
    from notemine.ingest.files import Source
    from notemine.ingest.reading import Reading
    from notemine.workspace.name_key import KeyFile
    from notemine.workspace.store import Store
    from notemine.workspace.topic_maps import Before
    from notemine.workspace.update import Update


class Workspace(NamedTuple):
    """A workspace that this process alone writes in."""

    store: Store
    names: KeyFile


@contextmanager
def open_workspace(into: Path, *, key: Path | None = None) -> Iterator[Workspace]:
    """Be the only writer in a workspace; tells if it has to wait for another."""
    from notemine.workspace.lock import writing_in
    from notemine.workspace.name_key import KeyFile
    from notemine.workspace.store import FILE, Store

    say = f"In {into} is een andere notemine bezig; ik wacht tot die klaar is."
    with (
        writing_in(into, on_wait=lambda: typer.echo(say, err=True)),
        Store(into / FILE) as store,
    ):
        yield Workspace(store, KeyFile(options.key_of(into, key)))


def update_workspace(
    workspace: Workspace,
    sources: Sequence[Path],
    config: Config,
    *,
    event: str = "",
    held_on: str = "",
    remove: Collection[str] = (),
    progress: Progress,
) -> Update:
    """Read what is new or changed in ``sources``, and encode its lines.

    Raises:
        ConfigError: ``held_on`` is no date.
    """
    from concurrent.futures import ProcessPoolExecutor

    from notemine.cli.mining import parse_date
    from notemine.ingest.files import list_files
    from notemine.ingest.sources import read_files
    from notemine.workspace.update import update

    store, names = workspace
    day = parse_date(held_on)
    listed, skipped = list_files(sources)
    with ProcessPoolExecutor() as executor:

        def read(files: Sequence[Source]) -> list[Reading]:
            return read_files(files, settings=config.ingest, executor=executor, progress=progress)

        def clean(notes: Sequence[Note], *, skipped: Sequence[Skipped], first: int) -> CleanNotes:
            return _clean(workspace, notes, config, skipped=skipped, first=first, progress=progress)

        done = update(
            store,
            names,
            [source._replace(event=event, held_on=day) for source in listed],
            config=config,
            clean=clean,
            read_files=read,
            skipped=skipped,
            remove=remove,
        )
    _encode(store, done.segments, config, progress)
    return done


def mine_workspace(
    workspace: Workspace,
    sources: Sequence[Path],
    config: Config,
    *,
    event: str = "",
    held_on: str = "",
    decisions: Decisions,
    before: Before,
    progress: Progress,
) -> Mined:
    """Bring a workspace up to date with ``sources``, and mine all that is in it.

    Raises:
        ReadError: there is no note in it; the message names every cause.
        ConfigError: ``held_on`` is no date.
    """
    done = update_workspace(workspace, sources, config, event=event, held_on=held_on, progress=progress)
    return mine_store(
        workspace.store,
        config,
        decisions=decisions,
        before=before,
        skipped=done.no_files,
        progress=progress,
    )


def mine_store(
    store: Store,
    config: Config,
    *,
    decisions: Decisions,
    before: Before,
    skipped: Iterable[Skipped] = (),
    progress: Progress,
) -> Mined:
    """Mine all that is in a workspace, as it is.

    Raises:
        ReadError: there is no note in it; the message names every cause.
    """
    from notemine.pipeline import mine_clean

    return mine_clean(
        read_clean(store, skipped=skipped),
        config,
        decisions=decisions,
        previous=before.topics,
        refit=before.refit,
        cache=store,
        progress=progress,
    )


def read_clean(store: Store, *, skipped: Iterable[Skipped] = ()) -> CleanNotes:
    """Everything that was added, and with ``skipped`` all that could not be.

    Raises:
        ReadError: there is no note; the message names every cause.
    """
    from notemine.cleaning import CleanNotes
    from notemine.cli.mining import no_notes
    from notemine.normalise import in_order
    from notemine.workspace.rows import read_notes, read_segments, read_skipped

    notes = tuple(in_order(read_notes(store)))
    every = sorted({*read_skipped(store), *skipped}, key=lambda one: (one.source, one.reason))
    if not notes:
        raise no_notes(every)
    return CleanNotes(notes, tuple(every), read_segments(store, notes))


def _clean(
    workspace: Workspace,
    notes: Sequence[Note],
    config: Config,
    *,
    skipped: Sequence[Skipped],
    first: int,
    progress: Progress,
) -> CleanNotes:
    from notemine import __version__
    from notemine.cleaning import Memories, clean_notes
    from notemine.dutch.pipeline import load_nlp, name_of
    from notemine.workspace.memories import PeopleMemory, WordMemory

    store, names = workspace
    pipeline = f"{name_of(load_nlp(config.pipeline))}, notemine {__version__}"
    memories = Memories(PeopleMemory(store, pipeline, names.secret), WordMemory(store, pipeline))
    # A store holds no names, whatever a report may show.
    safely = config.changed({"privacy": {"keep_names": False}})
    return clean_notes(
        notes, safely, skipped=skipped, names=names, memories=memories, first=first, progress=progress
    )


def _encode(store: Store, segments: Iterable[Segment], config: Config, progress: Progress) -> None:
    """Encode new lines as the next run would, so that it need not."""
    from functools import partial

    from notemine.embed import embed, load_embedder
    from notemine.workspace.purge import remember_encoder
    from notemine.workspace.rows import count_texts

    texts = [segment.text for segment in segments]
    if not texts:
        return
    n_texts = count_texts(store)
    embedder = load_embedder(config.embedder, n_texts=n_texts)
    if embedder.is_cacheable:
        remember_encoder(store, embedder.name)
        embed(texts, embedder, cache=store, progress=partial(progress, "vectoren"))
