"""Where the trained artefacts lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import gzip
from pathlib import Path

from notemine.errors import MissingModelError

PACKAGE = Path(__file__).resolve().parent.parent
HOMES = (PACKAGE / "_models", PACKAGE.parent / "models")


def path_of(name: str) -> Path | None:
    """Folder of the artefact called ``name``; None where it is not shipped."""
    return next((home / name for home in HOMES if (home / name).is_dir()), None)


def folder_of(name: str) -> Path:
    """Folder of the artefact called ``name``.

    Raises:
        MissingModelError: it is not installed.
    """
    folder = path_of(name)
    if folder is None:
        raise MissingModelError(f"models/{name} is not installed; install notemine again, with its models")
    return folder


def read_packed(name: str, file: str) -> str:
    """Text of a gzipped file of the artefact called ``name``.

    Raises:
        MissingModelError: the artefact is not installed.
    """
    return gzip.decompress((folder_of(name) / file).read_bytes()).decode("utf-8")
