"""PDF with text in it: a unit is a line, counted on through the pages."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from notemine.errors import ReadError
from notemine.ingest.raw import File, RawNote, check_lines, clean_breaks

if TYPE_CHECKING:
    from pypdf import PageObject

SUFFIXES = (".pdf",)

MAX_PAGES = 500
MAX_CONTENT = 8_000_000  # bytes of drawing and text: pypdf takes about a second a million


def read(file: File) -> list[RawNote]:
    """Read the text of the pages as one note.

    Raises:
        ReadError: it is no PDF, is locked, broken or too long, or holds pictures only.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    # It tells of every flaw it mends; whether the file could be read is all that matters here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(file.data))
        if len(reader.pages) > MAX_PAGES:
            raise ReadError(f"meer dan {MAX_PAGES} bladzijden: niet gelezen")
        if sum(map(_size, reader.pages)) > MAX_CONTENT:
            raise ReadError("PDF met te veel op zijn bladzijden: niet gelezen")
        text = clean_breaks("\n".join(page.extract_text() for page in reader.pages))
    except ReadError:
        raise
    except FileNotDecryptedError as error:
        raise ReadError("PDF met een wachtwoord: haal het wachtwoord eraf") from error
    # pypdf meets a broken file with whatever it stumbles on: KeyError, TypeError, RecursionError, ...
    except Exception as error:
        raise ReadError("geen leesbare PDF") from error
    if not text.strip():
        raise ReadError("PDF zonder tekst (een scan?): maak er eerst tekst van (OCR)")
    check_lines(text.count("\n") + 1)
    return [RawNote(text=text.removesuffix("\n"))]


def _size(page: PageObject) -> int:
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0
