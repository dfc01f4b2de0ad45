"""Files to notes: ``read_sources`` and what it gives back."""

from notemine.ingest.sources import Ingested, notes_of, read_files, read_sources

__all__ = ["Ingested", "notes_of", "read_files", "read_sources"]
