"""Writes the same lines in every format, with the libraries people use where these are at hand."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape


def write_txt(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_docx(path: Path, lines: Sequence[str]) -> None:
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def write_odt(path: Path, lines: Sequence[str]) -> None:
    from odfdo import Document, Paragraph

    document = Document("text")
    document.body.clear()
    for line in lines:
        document.body.append(Paragraph(line))
    document.save(str(path))


def write_html(path: Path, lines: Sequence[str]) -> None:
    body = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    path.write_text(f"<html><head><style>p {{}}</style></head><body>{body}</body></html>", encoding="utf-8")


def write_csv(path: Path, lines: Sequence[str]) -> None:
    rows = "".join(f'"{line}";geel\r\n' for line in lines)
    path.write_text("tekst;kleur\r\n" + rows, encoding="utf-8")


def write_json(path: Path, lines: Sequence[str]) -> None:
    path.write_text(json.dumps([{"tekst": line, "kleur": "geel"} for line in lines]), encoding="utf-8")


def write_vtt(path: Path, lines: Sequence[str]) -> None:
    cues = (f"00:00:{i:02}.000 --> 00:00:{i:02}.900\n{escape(line)}\n" for i, line in enumerate(lines))
    path.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")


def write_srt(path: Path, lines: Sequence[str]) -> None:
    cues = (f"{i + 1}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{line}\n" for i, line in enumerate(lines))
    path.write_text("\n".join(cues), encoding="utf-8")


def write_xlsx(
    path: Path, lines: Sequence[str], *, rows_above: Sequence[Sequence[str]] = (("tekst",),)
) -> None:
    write_sheet(path, [*rows_above, *([line] for line in lines)])


def write_sheet(path: Path, rows: Sequence[Sequence[str]], *, name: str = "Blad1") -> None:
    cells = "".join(
        f'<row r="{i}">'
        + "".join(
            f'<c r="{chr(64 + j)}{i}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for j, cell in enumerate(row, 1)
            if cell
        )
        + "</row>"
        for i, row in enumerate(rows, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    members = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r0" '
        f'Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rels}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)


def write_ods(path: Path, lines: Sequence[str]) -> None:
    write_sheet_ods(path, [("tekst",), *((line,) for line in lines)])


def write_sheet_ods(path: Path, rows: Sequence[Sequence[str]], *, name: str = "Blad1") -> None:
    from odfdo import Cell, Document, Row, Table

    document = Document("spreadsheet")
    document.body.clear()
    table = Table(name)
    for texts in rows:
        row = Row()
        for text in texts:
            row.append_cell(Cell(text))
        table.append_row(row)
    document.body.append(table)
    document.save(str(path))


def write_pdf(path: Path, lines: Sequence[str]) -> None:
    """One page in a standard font, that draws fi and fl as one letter where they stand there as one."""
    escaped = (re.sub(r"([()\\])", r"\\\1", line) for line in lines)
    escaped = (line.translate({0xFB01: 1, 0xFB02: 2}) for line in escaped)
    shown = "".join(f"({line}) Tj T*\n" for line in escaped)
    content = f"BT /F1 11 Tf 14 TL 50 800 Td\n{shown}ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table
    data += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (data.index(b"xref\n0"))
    path.write_bytes(data)


WRITERS: dict[str, Callable[[Path, Sequence[str]], None]] = {
    "txt": write_txt,
    "md": write_txt,
    "docx": write_docx,
    "odt": write_odt,
    "html": write_html,
    "csv": write_csv,
    "json": write_json,
    "vtt": write_vtt,
    "srt": write_srt,
    "xlsx": write_xlsx,
    "ods": write_ods,
    "pdf": write_pdf,
}
