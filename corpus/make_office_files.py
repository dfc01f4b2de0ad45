"""Write the two Word files among the notes from the text in ``office/``.

    python corpus/make_office_files.py            # writes them where they belong
    python corpus/make_office_files.py FOLDER     # writes them under another folder

The text and its styles are always the same; the bytes are the same with one version of
python-docx and zlib.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject

CORPUS = Path(__file__).resolve().parent
NOTES = CORPUS / "notes"
FILES = {
    "2025-03-18-deventer/Tafel 3 stage mbo.docx": datetime(2025, 3, 18, 22, 0),
    "2025-11-11-roosendaal/Tafel 2 notulen.docx": datetime(2025, 11, 11, 22, 0),
}
# The longest mark comes first: "# " is also the end of "## ".
STYLES = {"## ": "Heading 2", "# ": "Heading 1", "- ": "List Bullet"}
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def make_document(source: str, written_at: datetime) -> DocumentObject:
    """Make a document, one paragraph or table row for each line of the source.

    Args:
        source: ``# `` and ``## `` are headings, ``- `` a list item, ``| a | b |`` a row
            of the table; every other line is a plain paragraph.
        written_at: Stands in the properties as the moment of making and of change.
    """
    document = Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = "notemine"
    properties.created = properties.modified = written_at
    properties.language = "nl-NL"
    properties.comments = ""
    table = None
    for line in source.splitlines():
        if line.startswith("| "):
            cells = line.removeprefix("| ").removesuffix(" |").split(" | ")
            table = table or document.add_table(rows=0, cols=len(cells), style="Table Grid")
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        else:
            mark = next((mark for mark in STYLES if line.startswith(mark)), "")
            document.add_paragraph(line.removeprefix(mark), style=STYLES.get(mark))
    return document


def with_fixed_dates(data: bytes) -> bytes:
    """Rewrite a zip archive with one date for every member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.infolist():
            info = zipfile.ZipInfo(member.filename, date_time=ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, source.read(member))
    return out.getvalue()


def write_office_files(folder: Path) -> list[Path]:
    """Write the Word files below a folder, each in the folder of its event."""
    paths = []
    for name, written_at in FILES.items():
        path = folder / name
        source = (CORPUS / "office" / path.name).with_suffix(".md").read_text(encoding="utf-8")
        buffer = io.BytesIO()
        make_document(source, written_at).save(buffer)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(with_fixed_dates(buffer.getvalue()))
        paths.append(path)
    return paths


def main(arguments: list[str]) -> int:
    """Write the files and name them on stdout."""
    folder = Path(arguments[0]) if arguments else NOTES
    for path in write_office_files(folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
