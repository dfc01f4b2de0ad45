"""Text that was written in one encoding and read in another before it came to us: "cafÃ©" for "café"."""

from __future__ import annotations

import re
from dataclasses import replace

from notemine.ingest.raw import RawNote

# Two or more bytes of UTF-8 as cp1252, Latin-1 or Macintosh show them; ftfy decides.
_SUSPECT = re.compile(r"[ÃÂâÅÄð][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|√[©´¨†°]|‚Ä[ôúùì]")
REPAIRED = " (hersteld)"


def repaired(raw: RawNote) -> RawNote:
    """The note with its characters put right, line by line; the same note where nothing is wrong."""
    if not _SUSPECT.search(raw.text):
        return raw
    from ftfy import fix_encoding

    lines = [fix_encoding(line) if _SUSPECT.search(line) else line for line in raw.text.split("\n")]
    text = "\n".join(line.replace("\n", " ") for line in lines)
    return replace(raw, text=text, encoding=raw.encoding + REPAIRED) if text != raw.text else raw
