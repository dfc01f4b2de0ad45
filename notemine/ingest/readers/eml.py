"""Mails: a unit is a line of the message; what is attached is read apart.

The quoted mail below an answer and the signature are metadata.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.utils import parseaddr

from notemine.domain import LineUnit
from notemine.dutch.headings import CLOSING, GREETING
from notemine.errors import ReadError
from notemine.ingest.containers import parse_mail
from notemine.ingest.raw import File, RawNote, Unit, check_lines, clean_breaks, make_raw
from notemine.ingest.readers import html

SUFFIXES = (".eml",)

_QUOTED = re.compile(
    r"\s*>|(?:Op|On) .{6,120}(?:schreef|wrote)\b.*:\s*$|-{2,}\s*(?:Oorspronkelijk|Doorgestuurd)"
)
_MAX_GREETING = 6
_SIGNATURE = re.compile(r"--\s*$")


def read(file: File) -> list[RawNote]:
    """Read the message as one note; its subject counts as a title, its sender as the author.

    Raises:
        ReadError: it is no mail.
    """
    mail = parse_mail(file.data)
    try:
        subject = " ".join(str(mail["subject"] or "").split())
        sender = parseaddr(str(mail["from"] or ""))[0]
        lines, unit = _body(mail)
    except ReadError:
        raise
    # On broken headers and charsets the email package fails with whatever it stumbles on.
    except Exception as error:
        raise ReadError("geen leesbare mail") from error
    end = next((i for i, line in enumerate(lines) if _SIGNATURE.match(line)), len(lines))
    units = [
        Unit(number, line, is_meta=number > end or _is_frame(line)) for number, line in enumerate(lines, 1)
    ]
    metadata = {key: value for key, value in (("subject", subject), ("author", sender)) if value}
    return [make_raw(units, unit=unit, metadata=metadata, titles=(subject,) if subject else ())]


def _is_frame(line: str) -> bool:
    """Whether a line is what stands around a message: a quoted mail, "Dag allemaal,", "Groet, Peter"."""
    is_short = len(line.split()) <= _MAX_GREETING
    return bool(_QUOTED.match(line) or (is_short and (GREETING.match(line) or CLOSING.match(line))))


def _body(mail: EmailMessage) -> tuple[list[str], LineUnit]:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return [], "line"
    text = clean_breaks(str(part.get_content()))
    check_lines(text.count("\n") + 1)
    if part.get_content_subtype() != "html":
        return text.removesuffix("\n").split("\n"), "line"
    (raw,) = html.read(File("mail.html", text.encode()))
    return raw.text.split("\n"), "paragraph"
