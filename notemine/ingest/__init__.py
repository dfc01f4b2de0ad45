"""Files to notes: ``read_sources`` and what it gives back."""

from notemine.ingest.sources import Ingested, read_sources

__all__ = ["Ingested", "read_sources"]
