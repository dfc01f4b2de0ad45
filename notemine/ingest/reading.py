"""One file on disk to notes: what a process of its own can do."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import PurePosixPath
from typing import NamedTuple

from notemine import registry
from notemine.domain import Skipped
from notemine.errors import ReadError
from notemine.ingest.containers import attachments_of, unpack_zip
from notemine.ingest.copies import shingles_of
from notemine.ingest.events import Folder, find_folder
from notemine.ingest.files import STANDARD_INPUT, Source, name_fault
from notemine.ingest.metadata import Facts, find_facts
from notemine.ingest.mojibake import repaired
from notemine.ingest.overview import Overview, is_overview, read_overview
from notemine.ingest.raw import File, RawNote
from notemine.ingest.sniff import signature_of, sniff
from notemine.ingest.tables import split_tables

MAX_BYTES = 20_000_000
MAX_ZIP_BYTES = 200_000_000
READERS = "notemine.ingest.readers"
# A mail that says less only hands over what is attached.
MIN_MAIL_WORDS = 20

_PICTURE = "plaatje: typ over wat erop staat, of maak er tekst van (OCR)"
_SOUND = "geluid of beeld: maak er eerst een transcript van"
_ADVICE = {
    ".doc": "oud Word-bestand: bewaar het als .docx",
    ".xls": "oud Excel-bestand: bewaar het als .xlsx",
    ".rtf": "bewaar het als .docx",
    ".pages": "bewaar het als .docx",
    ".pptx": "presentatie: bewaar haar als .pdf",
    ".msg": "Outlook-bericht: bewaar het als .eml",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".heic", ".tif", ".tiff", ".webp", ".bmp"), _PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".mp4", ".mov", ".ogg", ".webm"), _SOUND),
}
# Text, but no note.
_NO_NOTES = frozenset(
    ".py .js .ts .css .c .h .cpp .java .r .rb .sh .bat .ps1 .sql .xml .svg .toml .yaml .yml .ini .cfg .conf "
    ".log .lock .ipynb .tex .bib .rst .po .ics .vcf .url .lnk .db .sqlite".split()
)


class Found(NamedTuple):
    """A note and what is known of it."""

    source: Source
    folder: Folder
    raw: RawNote
    facts: Facts
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """One file as it was read.

    Attributes:
        sha256: Of its bytes.
        shingles: Of its text; see ``copies``.
    """

    source: Source
    found: tuple[Found, ...]
    sha256: str
    shingles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file on disk: of a zip or a mail more than one."""

    contents: list[Contents] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    overviews: list[Overview] = field(default_factory=list)


def read_source(source: Source, columns: Mapping[str, str]) -> Reading:
    """Read a file; what cannot be read is named in ``skipped``, and nothing is raised.

    Args:
        source: The file.
        columns: Names of columns to English keys, beside those that are known.
    """
    reading = Reading()
    try:
        file = File(source.path.name, _bytes_of(source), columns)
        _add(reading, source, file)
    except (ReadError, OSError) as error:
        reason = name_fault(error) if isinstance(error, OSError) else str(error)
        reading.skipped.append(Skipped(source=source.name, reason=reason))
    return reading


def _bytes_of(source: Source) -> bytes:
    limit = MAX_ZIP_BYTES if source.path.suffix.lower() == ".zip" else MAX_BYTES
    if source.name == STANDARD_INPUT:
        data = sys.stdin.buffer.read(limit + 1)
        size = len(data)
    else:
        size = source.path.stat().st_size
        data = source.path.read_bytes() if size <= limit else b""
    if size > limit:
        raise ReadError(f"groter dan {limit // 1_000_000} MB: niet gelezen")
    return data


def _add(reading: Reading, source: Source, file: File, *, within: frozenset[str] = frozenset()) -> None:
    """Read a file, or the files in it, into ``reading``.

    Args:
        reading: Is added to.
        source: Where it is.
        file: What is read.
        within: Suffixes of what it was found in: a mail in a zip is opened, a zip in a zip is not.
    """
    if file.name.lower().startswith(("readme", "leesmij")):
        raise ReadError("uitleg bij de bestanden, geen notitie")
    if is_overview(file) and (overview := read_overview(file, source.name)) is not None:
        reading.overviews.append(overview)
        return
    suffix = _suffix_of(file)
    if suffix == ".zip":
        if suffix in within:
            raise ReadError("zip in een zip: pak hem eerst uit")
        _add_inner(reading, source, unpack_zip(file), within=within | {suffix})
        return
    inner = list(attachments_of(file)) if suffix == ".eml" and suffix not in within else []
    raws = readers()[suffix](file)
    if not inner or sum(map(_n_own_words, raws)) >= MIN_MAIL_WORDS:
        reading.contents.append(_contents(source, file, raws))
    _add_inner(reading, source, inner, within=within | {suffix})


def _n_own_words(raw: RawNote) -> int:
    """How much a mail says itself, without what it quotes and its signature."""
    lines = enumerate(raw.text.split("\n"))
    return sum(len(line.split()) for i, line in lines if i not in raw.meta_lines)


def _add_inner(
    reading: Reading, source: Source, files: Iterable[File | Skipped], *, within: frozenset[str]
) -> None:
    folder = source.path.with_suffix("")
    for file in files:
        inside = file.source if isinstance(file, Skipped) else file.name
        inner = source._replace(name=f"{source.name}/{inside}", path=folder / inside)
        if isinstance(file, Skipped):
            reading.skipped.append(Skipped(source=inner.name, reason=file.reason))
            continue
        named = File(PurePosixPath(file.name).name, file.data, file.columns)
        try:
            _add(reading, inner, named, within=within)
        except ReadError as error:
            reading.skipped.append(Skipped(source=inner.name, reason=str(error)))


def _contents(source: Source, file: File, read: Iterable[RawNote]) -> Contents:
    raws = [part for raw in map(repaired, read) if raw.text.strip() for part in split_tables(raw)]
    if not raws:
        raise ReadError("leeg bestand")
    sha256 = hashlib.sha256(file.data).hexdigest()
    folder = find_folder(source.path.parent, source.root)
    inner = takewhile(lambda one: one != folder.path, source.path.parents)
    names = [one.name for one in inner] if folder.path in source.path.parents else []
    known = [(raw, find_facts(raw, source.path.stem, place=folder.place, folders=names)) for raw in raws]
    found = tuple(
        Found(source, _own_folder(folder, facts), raw, facts, sha256)
        for raw, facts in known
        if not facts.is_blank
    )
    if not found:
        raise ReadError("leeg invulvel: niemand schreef er iets op")
    return Contents(source, found, sha256, shingles_of(map(_written, found)))


def _own_folder(folder: Folder, facts: Facts) -> Folder:
    """What the name of the folder says of the evening, where a sheet in it does not say otherwise.

    Sheets for the next evening may well be written beside the notes of the last one.
    """
    if facts.is_sheet and facts.held_on and folder.held_on not in (None, facts.held_on):
        return folder._replace(held_on=None, place="", title="")
    if facts.is_sheet and facts.place and folder.held_on is None:
        return folder._replace(place="")
    return folder


def _written(found: Found) -> str:
    """The text of a note; of a sheet what was written on it, for what is printed on two may be the same."""
    if not found.facts.is_sheet:
        return found.raw.text
    own = set(found.facts.meta_lines)
    return "\n".join(line for i, line in enumerate(found.raw.text.split("\n")) if i not in own)


def _suffix_of(file: File) -> str:
    """The suffix of the reader to use: by name, unless the content leaves no doubt.

    Raises:
        ReadError: it is empty, or nothing reads it.
    """
    if not file.data.strip():
        raise ReadError("leeg bestand")
    suffix, known = file.suffix, {*readers(), ".zip"}
    signature = signature_of(file)
    if signature and signature != suffix and not _is_kin(signature, suffix):
        suffix = signature
    elif suffix not in known and suffix not in _ADVICE and suffix not in _NO_NOTES:
        suffix = sniff(file)
    if suffix in known:
        return suffix
    raise ReadError(_ADVICE.get(suffix) or f"onbekend soort bestand ({suffix or 'zonder extensie'})")


def _is_kin(signature: str, suffix: str) -> bool:
    """Whether a file may begin that way: Word with macros as Word, a picture of another kind as a picture."""
    read = readers()
    same_reader = suffix in read and read.get(signature) is read[suffix]
    is_text = signature == ".html" and suffix in (".md", ".txt", ".eml")
    # A broken office file is named by its own reader.
    return same_reader or is_text or suffix in _ADVICE or (signature == ".zip" and suffix in read)


@cache
def readers() -> dict[str, Callable[[File], list[RawNote]]]:
    """The reader of each suffix."""
    modules = [registry.find(READERS, name) for name in registry.names_in(READERS)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}
