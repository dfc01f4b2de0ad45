"""What can be handed on, by the form that somebody asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from notemine.domain import Mined
from notemine.errors import UnknownNameError
from notemine.report.choices import render
from notemine.report.outside import for_outside
from notemine.report.schema import FILE as SCHEMA_FILE
from notemine.report.schema import read_schema
from notemine.report.tables.listing import TABLES
from notemine.report.write import write_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A form in which a result can be handed on.

    Attributes:
        name: What a caller asks for.
        files: What is written then.
        holds: What it is, in Dutch.
    """

    name: str
    files: tuple[str, ...]
    holds: str


EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export(
            name="csv",
            files=tuple(f"{table}.csv" for table in TABLES),
            holds="alles als tabellen voor een rekenblad of statistiekprogramma, een bestand per tabel",
        ),
        Export(
            name="docx",
            files=("impressie.docx", "plan.docx"),
            holds="Word: een bladzijde over de avond voor een nieuwsbericht, en het plan",
        ),
        Export(name="html", files=("rapport.html",), holds="het hele rapport, voor de browser"),
        Export(name="ics", files=("uitnodiging.ics",), holds="de volgende bijeenkomst, voor de agenda"),
        Export(
            name="json",
            files=("resultaat.json", SCHEMA_FILE),
            holds="alles voor een programma, met het schema ervan",
        ),
        Export(name="md", files=("plan.md",), holds="het plan als tekst"),
        Export(
            name="xlsx",
            files=("resultaat.xlsx", "plan.xlsx"),
            holds="Excel: alles, een blad per tabel, en het plan",
        ),
    )
}


def write_exports(
    mined: Mined,
    folder: str | Path,
    names: Sequence[str],
    *,
    quotes: bool | None = None,
    min_cell: int | None = None,
) -> list[Path]:
    """Write a result into a folder in each form that is asked for.

    Args:
        mined: What to write.
        folder: Made if it does not exist; other files in it stay.
        names: Of ``EXPORTS``; one named twice is written once.
        quotes: As in ``write_report``.
        min_cell: As in ``write_report``.

    Returns:
        The files, in the order of ``names``.

    Raises:
        UnknownNameError: there is no form of that name; the message lists those there are.
        ValueError: ``min_cell`` is below 1.
        WriteError: the folder or a file cannot be written, or there is no date for an invitation; then
            nothing is.
    """
    for name in names:
        if name not in EXPORTS:
            raise UnknownNameError(f"er is geen export {name!r}; kies uit: {', '.join(EXPORTS)}")
    shown = for_outside(mined, quotes=quotes, min_cell=min_cell)
    files = [file for name in dict.fromkeys(names) for file in EXPORTS[name].files]
    outputs = {file: read_schema() if file == SCHEMA_FILE else render(shown, file) for file in files}
    return write_files(outputs, Path(folder))
