"""SubRip: a unit is a cue, in order."""

from __future__ import annotations

from notemine.ingest.readers.vtt import read

SUFFIXES = (".srt",)

__all__ = ["SUFFIXES", "read"]
