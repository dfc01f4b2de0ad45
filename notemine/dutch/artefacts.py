"""Where the trained artefacts lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
HOMES = (PACKAGE / "_models", PACKAGE.parent / "models")


def path_of(name: str) -> Path | None:
    """Folder of the artefact called ``name``; None where it is not shipped."""
    return next((home / name for home in HOMES if (home / name).is_dir()), None)
