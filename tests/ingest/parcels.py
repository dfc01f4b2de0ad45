"""Zips and mails for tests, and what was read of them."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path

from notemine.domain import Note
from notemine.ingest import Ingested

LONG = [f"Punt {n}: de stage van leerling {n} duurt volgens ons te kort." for n in range(1, 6)]


def write_zip(path: Path, members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def mail(
    subject: str = "Tafel 5: ouders (mbo)", sender: str = "Wietske Postma <w@roc.example>"
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "lob@school.example", subject
    message["Date"] = "Wed, 13 Nov 2024 09:15:00 +0100"
    return message


def write_mail(path: Path, message: EmailMessage) -> Path:
    path.write_bytes(bytes(message))
    return path


def reasons(ingested: Ingested) -> dict[str, str]:
    return {skipped.source: skipped.reason for skipped in ingested.skipped}


def only(ingested: Ingested) -> Note:
    (note,) = ingested.notes
    return note


def said(note: Note) -> list[str]:
    lines = note.text.split("\n")
    return [line for i, line in enumerate(lines) if line.strip() and i not in note.meta_lines]
