"""Makes text from notes inert: nothing in it can run, move the cursor or turn the line around."""

from __future__ import annotations

import re

_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
# Characters that change the direction of what follows (Trojan Source, CVE-2021-42574).
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# The categories Cc and Cs of Unicode.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# No characters, though Unicode counts them: XML refuses them.
_NO_CHARACTERS = {0xFFFE: None, 0xFFFF: None}
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#])")
_BLOCK_START = re.compile(r"^([-+]|\d+(?=[.)]))")
# The full-width forms are read as the plain ones by spreadsheets (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def plain(text: str) -> str:
    r"""Strip what is no text: terminal sequences, control and direction characters; on one line.

    >>> plain("rood \x1b[31malarm\x1b[0m,\n \u202ednie")
    'rood alarm, dnie'
    """
    text = _DIRECTION.sub("", _TERMINAL.sub("", text))
    return " ".join(_CONTROL.sub(" ", text).split())


def xml(text: str) -> str:
    """Write text so that the XML of an office file takes it."""
    return plain(text.translate(_NO_CHARACTERS))


def markdown(text: str) -> str:
    r"""Write text so that Markdown shows it as it is.

    >>> markdown("- <b>Let op</b> *hier*")
    '\\- &lt;b&gt;Let op&lt;/b&gt; \\*hier\\*'
    """
    text = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _BLOCK_START.sub(_escape_block, _MARKDOWN.sub(r"\\\1", text))


def cell(text: str) -> str:
    """Write text so that no spreadsheet takes it for a formula.

    >>> cell("=1+1")
    "'=1+1"
    """
    text = plain(text)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _escape_block(match: re.Match[str]) -> str:
    mark = match[1]
    return f"\\{mark}" if mark in "-+" else f"{mark}\\"
