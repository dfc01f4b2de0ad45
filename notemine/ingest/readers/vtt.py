"""WebVTT, as Teams and Zoom write transcripts: a unit is a cue, in order."""

from __future__ import annotations

from notemine.ingest.cues import read_cues
from notemine.ingest.encoding import read_text
from notemine.ingest.raw import File, RawNote, make_raw

SUFFIXES = (".vtt",)


def read(file: File) -> list[RawNote]:
    """Read the transcript as one note, with the speaker of each line where the file names them."""
    text, encoding = read_text(file.data)
    return [make_raw(read_cues(text), unit="cue", encoding=encoding)]
