"""``notemine names``: the names of people that were found, for a person to look over and correct."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.config import Config
    from notemine.domain import NameKey, Note
    from notemine.workspace.name_key import KeyFile

YES, NO, PUBLIC, STOP = "j", "n", "p", "q"
KEYS = "j = klopt, n = geen naam, p = mag blijven staan, q = stoppen"
Forms = list[str] | None
MAX_LINE = 160


def names(
    sources: Annotated[
        list[Path] | None, typer.Argument(help="Bestanden of mappen met notities.", metavar="BRONNEN...")
    ] = None,
    into: Annotated[
        Path, typer.Option("--into", help="Map met het rapport; de sleutel staat ernaast.")
    ] = options.OUTPUT,
    review: Annotated[bool, typer.Option("--review", help="Leg elke naam voor, één toets per keer.")] = False,
    add: Annotated[Forms, typer.Option(help="Dit is de naam van een mens.")] = None,
    no_name: Annotated[Forms, typer.Option("--not", help="Dit is geen naam.")] = None,
    public: Annotated[Forms, typer.Option(help="Deze naam mag blijven staan.")] = None,
    same: Annotated[Forms, typer.Option(help="Deze namen zijn één mens (noem er twee of meer).")] = None,
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon welke namen zijn vervangen, en verbeter wat niet klopt; 'run' houdt zich eraan.

    Wat je zegt staat in de sleutel naast de map met resultaten, niet in het rapport.
    """
    from notemine.workspace.name_key import KeyFile, with_decisions

    if any(not form.strip() for forms in (add, no_name, public, same) for form in forms or ()):
        raise typer.BadParameter("een lege naam zegt niets")
    if len(same or ()) == 1:
        raise typer.BadParameter("noem er twee of meer: --same '...' --same '...'")
    file = KeyFile(options.key_of(into, key))
    said = {"names": add, "no_names": no_name, "public": public, "same": same}
    if any(said.values()):
        told = {kind: tuple(forms) for kind, forms in said.items() if forms}
        file.keep(with_decisions(file.key, **told))
        if not as_json:
            typer.echo(f"Opgeschreven in {file.path}.")
        if not sources:
            if as_json:
                typer.echo(json.dumps({"path": file.path.as_posix()}))
            return
    if not sources:
        raise typer.BadParameter("noem de bronnen, of een verbetering zoals --not; zie --help")
    found = _find(sources, options.read_config(config), file)
    if as_json:
        typer.echo(json.dumps([one.as_row() for one in found], ensure_ascii=False))
    elif review:
        _ask_all(found, file)
    else:
        _show(found, file.path)


@dataclass(frozen=True, slots=True)
class _Named:
    """A person as the notes name him.

    Attributes:
        forms: As written, the most frequent first.
        places: File and line of each mention.
        line: The line of the first.
    """

    pseudonym: str
    event: str
    forms: tuple[str, ...]
    places: tuple[str, ...]
    line: str

    def as_row(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "pseudonym": self.pseudonym,
            "event": self.event,
            "forms": list(self.forms),
            "n": len(self.places),
            "places": list(self.places),
        }


def _find(sources: Sequence[Path], config: Config, file: KeyFile) -> list[_Named]:
    from notemine.cleaning import safe_notes
    from notemine.cli.mining import read_notes
    from notemine.cli.progress import progress_bars

    with progress_bars() as progress:
        ingested = read_notes(sources, config, progress=progress)
        progress("namen", 0, 1)
        safe = safe_notes(ingested.notes, config, names=file)
    as_read = {note.id: note for note in ingested.notes}
    return _named(((as_read[note.id], note) for note in safe.notes), file.key)


def _named(pairs: Iterable[tuple[Note, Note]], key: NameKey) -> list[_Named]:
    """The people in notes, by event and number of the pseudonym."""
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    title_of: dict[str, str] = {}
    line_of: dict[tuple[str, str], str] = {}
    for read, safe in pairs:
        title_of[safe.event.id] = safe.event.title
        for one in _mentions(read, safe):
            who = (safe.event.id, one.pseudonym)
            forms[who][one.form] += 1
            places[who].append(one.place)
            line_of.setdefault(who, one.line)
    order = {person.pseudonym: i for i, person in enumerate(key.people)}
    return [
        _Named(
            pseudonym=pseudonym,
            event=title_of[event_id],
            forms=tuple(form for form, _ in counted.most_common()),
            places=tuple(places[event_id, pseudonym]),
            line=line_of[event_id, pseudonym],
        )
        for (event_id, pseudonym), counted in sorted(
            forms.items(), key=lambda item: (item[0][0], order.get(item[0][1], 0))
        )
    ]


class _Mention(NamedTuple):
    """A name where it stands."""

    pseudonym: str
    form: str
    place: str
    line: str


def _mentions(read: Note, safe: Note) -> Iterator[_Mention]:
    """The names in a note: in its text, of its speakers, and of its author where the text lacks it."""
    from notemine.dutch.labels import is_pseudonym

    seen = set()
    for edit in safe.edits:
        pseudonym = safe.text[edit.start : edit.end]
        if is_pseudonym(pseudonym):
            seen.add(pseudonym)
            form = read.text[edit.source_start : edit.source_end]
            first = read.text.rfind("\n", 0, edit.source_start) + 1
            line = read.text[first : first + MAX_LINE].partition("\n")[0]
            yield _Mention(pseudonym, form, f"{read.source}:{safe.line_at(edit.start)}", line)
    numbers = safe.line_numbers or range(1, len(safe.speakers) + 1)
    lines = read.text.split("\n")
    for number, line, form, pseudonym in zip(numbers, lines, read.speakers, safe.speakers, strict=False):
        if form != pseudonym:
            yield _Mention(pseudonym, form, f"{read.source}:{number}", line[:MAX_LINE])
    if read.author != safe.author and safe.author not in seen:
        yield _Mention(safe.author, read.author, read.source, "")


def _show(found: Sequence[_Named], path: Path) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from notemine.report.safe import plain

    table = Table(
        "Pseudoniem", "In de notities", "Keer", "Waar", "Bijeenkomst", box=None, header_style="bold"
    )
    for one in found:
        where = one.places[0] + (f" en {len(one.places) - 1} keer elders" if len(one.places) > 1 else "")
        forms = ", ".join(map(plain, one.forms))
        cells = (one.pseudonym, forms, str(len(one.places)), plain(where), plain(one.event))
        table.add_row(*map(escape, cells))
    Console().print(table)
    typer.echo(
        f"{len(found)} mensen. De sleutel staat in {path}: bewaar hem apart.\n"
        "Klopt iets niet? notemine names --not WOORD, --add NAAM, --public NAAM, of --review.",
        err=True,
    )


def _ask_all(found: Sequence[_Named], file: KeyFile) -> None:
    from notemine.cli.decide import read_key
    from notemine.report.safe import plain
    from notemine.workspace.name_key import with_decisions

    judged = {
        form.lower() for forms in (file.key.decisions.names, file.key.decisions.public) for form in forms
    }
    kinds = {YES: "names", NO: "no_names", PUBLIC: "public"}
    n_said = 0
    for one in found:
        if judged.issuperset(form.lower() for form in one.forms):
            continue
        forms = ", ".join(map(plain, one.forms))
        typer.echo(f"\n{forms}  [{KEYS}]\n    {plain(one.places[0])}  {plain(one.line)}", err=True)
        pressed = read_key()
        while pressed not in (*kinds, STOP):
            pressed = read_key()
        if pressed == STOP:
            break
        file.keep(with_decisions(file.key, **{kinds[pressed]: one.forms}))
        n_said += 1
    if n_said:
        done = f"{n_said} opgeschreven in {file.path}. Draai 'notemine run' om het rapport bij te werken."
        typer.echo(f"\n{done}", err=True)
