"""Takes what is no word from a stretch of a note: markdown, soft hyphens, odd spaces."""

from __future__ import annotations

import re

from notemine.dutch.hyphens import join_cut_words

# Characters that show nothing.
NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ODD = dict.fromkeys(map(ord, NOTHING), "") | {
    0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " ", 0x2028: " ", 0x2029: " ",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0x132: "IJ", 0x133: "ij",
}  # fmt: skip
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~|`)(?=\S)((?:(?!\1).)*?\S)\1(?!\w)")


def with_plain_signs(text: str) -> str:
    """A text without soft hyphens, ligatures and odd spaces; every line stays a line.

    >>> with_plain_signs("pro\u00ad\ufb01el")
    'profiel'
    """
    return text if text.isascii() else text.translate(_ODD)


def clean(text: str) -> str:
    """Put a stretch of a note on one line: without markdown, soft hyphens, ligatures and odd spaces.

    Words that were cut at the end of a line are whole; typographic quotes stay. Cleaning twice is
    cleaning once.

    >>> clean("een **pro\u00adfiel** of [keuze](https://voorbeeld.nl)")
    'een profiel of keuze'
    """
    text = re.sub(r"\n\s*(?:>\s?)+", " ", with_plain_signs(join_cut_words(text)))
    while (barer := _without_markdown(text)) != text:
        text = barer
    return text


def _without_markdown(text: str) -> str:
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
    # One of a pair may stand outside the stretch: "**Actie**: ..."
    return " ".join(text.replace("**", "").split())
