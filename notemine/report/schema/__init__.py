"""What ``resultaat.json`` may hold (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from importlib import resources

FILE = "resultaat.schema.json"
# ``$id`` of the schema: a name, no address, so that nothing is fetched.
URN = "urn:notemine:resultaat:1"
# The first number goes up when something is taken out or means another thing, the second when something is
# added.
VERSION = "1.0"


def read_schema() -> bytes:
    """The schema as it is published."""
    return resources.files(__name__).joinpath(FILE).read_bytes()
