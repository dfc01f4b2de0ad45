"""Markdown: a unit is a line, marks and front matter stay in the text."""

from __future__ import annotations

from notemine.ingest.readers.txt import read

SUFFIXES = (".md", ".markdown")

__all__ = ["SUFFIXES", "read"]
