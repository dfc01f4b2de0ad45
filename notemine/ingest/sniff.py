"""What kind of file it is by what is in it, where its name does not say."""

from __future__ import annotations

import io
import re
import zipfile

from notemine.ingest.archive import BROKEN
from notemine.ingest.encoding import decode
from notemine.ingest.raw import File

_START = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEMBERS = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", ".xlsx"),
    ("ppt/presentation.xml", ".pptx"),
)
_MIMETYPES = ((b"opendocument.text", ".odt"), (b"opendocument.spreadsheet", ".ods"))
_MAIL = re.compile(
    r"(?:(?:[A-Z][\w-]*): .*\n(?:[ \t].*\n)*)*?(?:From|Received|MIME-Version|Return-Path): ", re.IGNORECASE
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")


def sniff(file: File) -> str:
    """The suffix that fits what a file holds; ``.txt`` for any other text.

    Raises:
        ReadError: it is neither text nor anything known.
    """
    return signature_of(file) or _kind_of_text(decode(file.data)[0])


def signature_of(file: File) -> str:
    """The suffix that the first bytes leave no doubt about; empty where they do not decide."""
    head = file.data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(file.data)
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_OLD_OFFICE):
        return ".doc"
    if head.startswith(_PICTURES):
        return ".png"
    if head.startswith(b"WEBVTT"):
        return ".vtt"
    return ".html" if re.match(rb"<!doctype html|<html[\s>]", head, re.IGNORECASE) else ""


def _kind_of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = next((suffix for member, suffix in _MEMBERS if member in names), "")
            if not kind and "mimetype" in names and archive.getinfo("mimetype").file_size < _START:
                mimetype = archive.read("mimetype")
                kind = next((suffix for mark, suffix in _MIMETYPES if mark in mimetype), "")
            return kind or ".zip"
    # The reader of zip files names it.
    except BROKEN:
        return ".zip"


def _kind_of_text(text: str) -> str:
    head = text[:_START].lstrip()
    if re.search(r"^\d{1,2}:\d\d(?::\d\d)?[.,]\d+\s*-->", head, re.MULTILINE):
        return ".srt"
    if re.match(r"[\[{]\s*[\[{\"]", head):
        return ".json"
    return ".eml" if _MAIL.match(head) else ".txt"
