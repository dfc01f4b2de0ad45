"""Whole files of every kind that is read, to break: by the writers people use where these are at hand."""

from __future__ import annotations

import io
import json
import re
import tempfile
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from notemine.domain import PlanItem, RecurringQuestion
from notemine.report.sheets import make_sheet
from tests.fuzz.zip_mutators import pack
from tests.ingest.writers import WRITERS, write_sheet, write_sheet_ods

CORPUS = Path(__file__).parents[2] / "corpus" / "notes"
LINES = (
    "Tafel 3 - Ouders bij LOB (vmbo)",
    "Datum: 18 maart 2025",
    "Aanwezig: Imke, Bas en Zoë",
    "",
    "Hoe bereik je ouders die nooit komen?",
    "Bellen, en dan niet over problemen (dat weten ze al).",
    "Eén café & één <vraag>: wie gaat dat doen?",
    "“Mijn kind kiest zelf”, zei een vader. De mentor knikte.",
)
_TABLE = ("tafel;sector;tekst;wie", "8;vmbo;Wie leest dat dossier?;Noa", "9;mbo;Café, of thuis?;Chloé")


def make_seeds() -> dict[str, bytes]:
    """Files by a name that ends in their suffix; the same bytes on every run with the same writers."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix, write in WRITERS.items():
            write(Path(folder) / f"t.{suffix}", LINES)
        seeds = {path.name: _undated(path.read_bytes()) for path in sorted(Path(folder).iterdir())}
        write_sheet(Path(folder) / "tafels.xlsx", [("tafel", "sector", "thema"), ("3", "mbo", "Stage")])
        write_sheet_ods(Path(folder) / "blad.ods", list(_rows()), name="Post-its")
        seeds["blad.ods"] = _undated((Path(folder) / "blad.ods").read_bytes())
        seeds["tafels.xlsx"] = _undated((Path(folder) / "tafels.xlsx").read_bytes())
    seeds |= {path.name: path.read_bytes() for path in sorted(CORPUS.rglob("*.*"))}
    seeds |= {
        "rijen.csv": "\r\n".join(_TABLE).encode("cp1252"),
        "rijen.tsv": "\n".join(_TABLE).replace(";", "\t").encode("utf-16"),
        "rijen.jsonl": "\n".join(json.dumps({"tafel": 8, "tekst": line}) for line in LINES).encode(),
        "lijst.json": json.dumps({"tafel": "4", "notities": [{"tekst": line} for line in LINES]}).encode(),
        "teams.vtt": b"WEBVTT\n\nid/1-0\n00:00:01.000 --> 00:00:02.000\n"
        b"<v Loes Kwak>Wie begint?</v>\n<v Bas>Ik.</v>\n",
        "kop.md": b"---\ntafel: 3\nsector: mbo\n---\n# Stage\n\n- wie belt?\n\n"
        b"| a | b |\n|---|---|\n| c | d |\n",
        "tafels.txt": "\n\n".join(f"# Tafel {i}\n\n- hoe dan?\n- wie?" for i in range(1, 5)).encode(),
        "oud.txt": "\r\n".join(LINES).encode("cp850", "replace"),
        "blad.docx": _make_filled_sheet(),
        "tabel.docx": _undated(_make_docx_with_table()),
        "kort.eml": b"From: bo@example.org\nSubject: Tafel 3\n\nHoe bereik je ouders?\n\n-- \nBo\n",
    }
    seeds["post.eml"] = _make_mail(seeds)
    names = ("t.txt", "t.docx", "rijen.csv", "t.pdf", "post.eml")
    seeds["alles.zip"] = pack([(f"2025-03-18 Deventer/{name}", seeds[name]) for name in names])
    return seeds


def _undated(data: bytes) -> bytes:
    """An office file without the moment it was written."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist() if not info.is_dir()]
    return pack(
        [(name, re.sub(rb"20\d\d-\d\d-\d\dT[\d:.]+", b"2025-03-18T20:00:00", text)) for name, text in members]
    )


def _rows() -> Iterator[list[str]]:
    return (line.split(";") for line in _TABLE)


def _make_docx_with_table() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("Tafel 2", 1)
    document.add_paragraph("wie belt?", style="List Bullet")
    table = document.add_table(rows=0, cols=4)
    for texts in _rows():
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return _saved(document)


def _make_filled_sheet() -> bytes:
    from docx import Document

    item = PlanItem(
        id="p-1",
        title="Keuzestress",
        topic_id="t-1",
        lead_question="q-1",
        questions=(),
        sectors=("mbo",),
        helpers=(),
        demand=2,
        reason="",
    )
    asked = RecurringQuestion(id="q-1", wording="Hoeveel uur krijgt een mentor?", asked=())
    document = Document(io.BytesIO(make_sheet(item, 3, questions=[asked], event="LOB-avond", place="Breda")))
    for line in LINES[4:]:
        document.add_paragraph(line)
    return _undated(_saved(document))


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def _make_mail(seeds: dict[str, bytes]) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Bas van Dijk <bas@example.org>"
    mail["Subject"] = "Verslag tafel 3: ouders (vmbo)"
    mail["Date"] = "Tue, 18 Mar 2025 22:00:00 +0100"
    mail.set_content("\n".join(LINES) + "\n\nOp 17 maart schreef Bo:\n> en dan?\n-- \nBas\n")
    mail.add_alternative("<p>" + "</p><p>".join(LINES) + "</p>", subtype="html")
    mail.add_attachment(
        seeds["t.docx"], maintype="application", subtype="octet-stream", filename="tafel 3.docx"
    )
    mail.add_attachment(seeds["rijen.csv"], maintype="text", subtype="csv", filename="post-its é.csv")
    return re.sub(rb"={5,}\d+==", b"=====grens==", mail.as_bytes())
