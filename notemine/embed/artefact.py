"""The shipped weights of the project's own encoders."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from notemine.dutch.artefacts import folder_of
from notemine.embed.encode import Side
from notemine.errors import MissingModelError
from notemine.vectors import Matrix, unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARTEFACT = "nl_notemine_embed"
# In the order of the numbers that the weights know them by.
SIDES: tuple[Side, ...] = ("text", "question")


def encode_side(encode: Callable[[int], Matrix], side: Side) -> Matrix:
    """Vectors of texts for a side.

    What a question asks is told best by both sides together: the question's for notes, where wordings share
    few words, the text's for plain questions. So a question has twice the width.

    Args:
        encode: Makes the vectors of a side, by its number.
        side: As asked for.

    Returns:
        Unit rows, or zeros.
    """
    as_text = unit_rows(encode(SIDES.index("text")))
    if side == "text":
        return as_text
    both = np.hstack([as_text, unit_rows(encode(SIDES.index("question")))])
    return np.asarray(both / np.sqrt(2), dtype=np.float32)


def name_of(embedder: str) -> str:
    """Name of an embedder with the version of its weights.

    Raises:
        MissingModelError: the weights are not installed.
    """
    version = json.loads(_file("meta.json").read_text(encoding="utf-8"))["version"]
    return f"{embedder} {version}"


def read_arrays(file: str) -> dict[str, NDArray[np.generic]]:
    """Arrays of ``<file>.npz``.

    Raises:
        MissingModelError: the weights are not installed.
    """
    with np.load(_file(f"{file}.npz")) as arrays:
        return {name: arrays[name] for name in arrays.files}


def read_pieces() -> list[str]:
    """Word pieces, in the order of their numbers.

    Raises:
        MissingModelError: the weights are not installed.
    """
    return _file("pieces.txt").read_text(encoding="utf-8").split("\n")


def _file(name: str) -> Path:
    path = folder_of(ARTEFACT) / name
    if not path.is_file():
        raise MissingModelError(
            f"models/{ARTEFACT}/{name} is not installed; install notemine again, with its models"
        )
    return path
