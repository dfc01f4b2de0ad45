"""Reads what was written as a person would see it."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from pathlib import Path


def text_of(path: Path) -> str:
    """The text of an output; of an office file that of all its parts, a line for each element with text."""
    if path.suffix not in (".docx", ".xlsx"):
        return path.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode() for name in sorted(archive.namelist()) if name.endswith(".xml")]
    return unescape("\n".join(re.sub(r"<[^>]+>", "\n", part) for part in parts))
