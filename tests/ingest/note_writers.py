"""Writes one and the same note, with what people put in notes, in every format that is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from pathlib import Path

from tests.fuzz.zip_mutators import pack
from tests.ingest.writers import write_pdf, write_sheet, write_sheet_ods

TITLE = "Tafel 4 – Loopbaanbegeleiding (mbo)"
OPENING = "Tafel vier, mbo, over loopbaanbegeleiding."
HEADER = ("Datum: 18 maart 2025", "Plaats: Deventer", "Aanwezig: Imke, Zoë en René")
WIDTH = 72


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, bullet, paragraph or row of a table."""

    kind: str
    texts: tuple[str, ...]


def _blocks() -> Iterator[Block]:
    yield Block("heading", ("Wat gaat er goed in het profiel?",))
    yield Block("bullet", ("Mentoren kennen hun studenten: “ze weten waar ik naartoe wil”, zei Noëlle.",))
    yield Block(
        "bullet",
        (
            "De samenwerking tussen decanen en loopbaancoördinatoren is veel beter geworden sinds er één "
            "vast overleg per maand is waarin ook de stagebegeleiders meepraten over in- en uitstroom.",
        ),
    )
    yield Block("heading", ("Wat kan er beter?",))
    yield Block(
        "paragraph",
        (
            "Volgens de mbo-docenten ontbreekt het aan loopbaanbegeleiding in de laatste periode, terwijl "
            "juist dan de vragen komen over vervolgopleidingen en arbeidsmarktperspectief. Hoe krijgen we de "
            "beroepspraktijkvorming en de loopbaangesprekken op elkaar afgestemd?",
        ),
    )
    yield Block("bullet", ("Hoe bereik je ouders die ’s avonds werken?",))
    yield Block("bullet", ("Wie betaalt de reiskosten (± € 600) voor het bedrijfsbezoek?",))
    yield Block("row", ("Knelpunt", "Voorstel"))
    yield Block("row", ("Weinig uren voor de mentor", "Een vast uur"))
    yield Block("row", ("Geen zicht op uitvallers", "Vroeg bellen"))
    yield Block("paragraph", ("Stuur je voorbeelden naar lob@voorbeeld.nl, dan verzamelen we ze.",))


BLOCKS = tuple(_blocks())
_MARKS = {"heading": "## ", "bullet": "- ", "paragraph": "", "row": ""}


def plain_lines() -> list[str]:
    """The note as people type it where nothing has a style."""
    lines = [TITLE, *HEADER]
    for block in BLOCKS:
        lines += ["", f"{'- ' if block.kind == 'bullet' else ''}{' | '.join(block.texts)}"]
    return lines


def write_txt(path: Path) -> None:
    path.write_text("\n".join(plain_lines()) + "\n", encoding="cp1252")


def write_md(path: Path) -> None:
    lines = [f"# {TITLE}", "", *HEADER]
    before = ""
    for block in BLOCKS:
        row = "| " + " | ".join(block.texts) + " |"
        lines += [] if before == block.kind != "paragraph" else [""]
        lines.append(row if block.kind == "row" else _MARKS[block.kind] + block.texts[0])
        lines += ["|---|---|"] if block.kind == "row" != before else []
        before = block.kind
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 1)
    for line in HEADER:
        document.add_paragraph(line)
    table = None
    for block in BLOCKS:
        if block.kind == "row":
            table = table or document.add_table(rows=0, cols=len(block.texts))
            for cell, text in zip(table.add_row().cells, block.texts, strict=True):
                cell.text = text
        elif block.kind == "heading":
            document.add_heading(block.texts[0], 2)
        else:
            document.add_paragraph(block.texts[0], "List Bullet" if block.kind == "bullet" else None)
    document.save(str(path))


def write_odt(path: Path) -> None:
    from odfdo import Document, Header, List, ListItem, Paragraph, Table

    document = Document("text")
    document.body.clear()
    for part in (Header(1, TITLE), *map(Paragraph, HEADER)):
        document.body.append(part)
    table: Table | None = None
    for block in BLOCKS:
        if block.kind == "row":
            if table is None:
                table = Table("Knelpunten")
                document.body.append(table)
            table.append_row()
            for x, text in enumerate(block.texts):
                table.set_value((x, table.height - 1), text)
        elif block.kind == "heading":
            document.body.append(Header(2, block.texts[0]))
        elif block.kind == "bullet":
            document.body.append(List([ListItem(block.texts[0])]))
        else:
            document.body.append(Paragraph(block.texts[0]))
    document.save(str(path))


def make_html() -> str:
    parts = [f"<h1>{TITLE}</h1>", *(f"<p>{line}</p>" for line in HEADER)]
    tags = {"heading": "h2", "bullet": "li", "paragraph": "p"}
    for block in BLOCKS:
        if block.kind == "row":
            parts.append("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in block.texts) + "</tr>")
        else:
            tag = tags[block.kind]
            parts.append(f"<{tag}>{escape(block.texts[0])}</{tag}>")
    body = re.sub(r"(?:<tr>.*?</tr>)+", r"<table>\g<0></table>", "".join(parts))
    body = re.sub(r"(?:<li>.*?</li>)+", r"<ul>\g<0></ul>", body)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><main>{body}</main></body></html>"


def write_html(path: Path) -> None:
    path.write_text(make_html(), encoding="utf-8")


_CUTS = {
    "loopbaanbegeleiding": "loopbaan-begeleiding",
    "vervolgopleidingen": "vervolg-opleidingen",
    "arbeidsmarktperspectief": "arbeidsmarkt-perspectief",
    "beroepspraktijkvorming": "beroepspraktijk-vorming",
    "loopbaancoördinatoren": "loopbaan-coördinatoren",
    "loopbaangesprekken": "loopbaan-gesprekken",
    "samenwerking": "samen-werking",
    "stagebegeleiders": "stage-begeleiders",
}


def wrapped(line: str, *, width: int = WIDTH, hyphen: str = "-") -> list[str]:
    """A line as a word processor wraps it: long words are cut, too."""
    for whole, cut in _CUTS.items():
        line = line.replace(whole, cut.replace("-", "\u00ad"))
    # A place where a word may be cut is as good as a space.
    words = re.findall(r"[^\s\u00ad]+(?:\u00ad|\s|$)", line)
    lines, current = [], ""
    for word in words:
        if current and len(_shown(current + word, "-")) > width:
            lines.append(current)
            current = ""
        current += word
    lines.append(current)
    return [_shown(one, hyphen) for one in lines]


def _shown(line: str, hyphen: str) -> str:
    """A hyphen shows at the end of a line only."""
    return line.replace("\u00ad", "").rstrip() + (hyphen if line.endswith("\u00ad") else "")


def write_pdf_note(path: Path, *, width: int = WIDTH, hyphen: str = "-") -> None:
    """A PDF as a word processor prints it: lines of one width, words cut at their ends, no cells."""
    lines = [line.replace(" | ", "   ").replace("fi", "\ufb01") for line in plain_lines() if line]
    lines = [f"• {line[2:]}" if line.startswith("- ") else line for line in lines]
    write_pdf(path, [part for line in lines for part in wrapped(line, width=width, hyphen=hyphen)])


def rows() -> list[tuple[str, ...]]:
    """The note as post-its: a row a remark, with what is known of the table beside it."""
    header = ("tafel", "sector", "thema", "datum", "tekst")
    known = ("4", "mbo", "Loopbaanbegeleiding", "18 maart 2025")
    return [header, *((*known, " | ".join(block.texts)) for block in BLOCKS)]


def write_csv(path: Path) -> None:
    cells = (";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows())
    path.write_text("\r\n".join(cells) + "\r\n", encoding="utf-8-sig")


def write_xlsx(path: Path) -> None:
    write_sheet(path, rows())


def write_ods(path: Path) -> None:
    write_sheet_ods(path, rows())


def records() -> list[dict[str, str]]:
    header, *body = rows()
    return [dict(zip(header, row, strict=True)) for row in body]


def write_json(path: Path) -> None:
    path.write_text(json.dumps(records(), indent=1), encoding="utf-8")


def write_jsonl(path: Path) -> None:
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records()), encoding="utf-8")


def write_vtt(path: Path) -> None:
    said = [OPENING, *(text for block in BLOCKS for text in block.texts)]
    cues = (f"00:00:{i:02}.000 --> 00:00:{i:02}.900\n<v Imke>{text}</v>\n" for i, text in enumerate(said))
    path.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")


def write_srt(path: Path) -> None:
    said = [OPENING, *(text for block in BLOCKS for text in block.texts)]
    cues = (f"{i + 1}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{text}\n" for i, text in enumerate(said))
    path.write_text("\n".join(cues), encoding="utf-8")


def write_eml(path: Path) -> None:
    """A mail as mail programs send it: the text twice, its lines no longer than 76 signs."""
    mail = EmailMessage()
    mail["From"] = "Imke de Boer <imke@voorbeeld.nl>"
    mail["To"] = "lob@voorbeeld.nl"
    mail["Subject"] = "Verslag"
    mail.set_content("\n".join(plain_lines()) + "\n-- \nImke\n06 12345678\n", cte="quoted-printable")
    mail.add_alternative(make_html(), subtype="html")
    path.write_bytes(mail.as_bytes())


def write_zip(path: Path) -> None:
    write_txt(path)
    path.write_bytes(pack([("verslag.txt", path.read_bytes())]))


WRITERS: dict[str, Callable[[Path], None]] = {
    "txt": write_txt,
    "md": write_md,
    "docx": write_docx,
    "odt": write_odt,
    "pdf": write_pdf_note,
    "html": write_html,
    "eml": write_eml,
    "zip": write_zip,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "ods": write_ods,
    "json": write_json,
    "jsonl": write_jsonl,
    "vtt": write_vtt,
    "srt": write_srt,
}
