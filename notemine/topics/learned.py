"""What was learnt of notes of discussion tables: a space of themes, and what is about the evening itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from notemine.dutch.artefacts import folder_of
from notemine.vectors import Matrix, unit_rows

ARTEFACT = "nl_topics"
# The encoder that this was learnt for beside the fast one; the others are left out of account.
THOROUGH, FAST = "dutch", "dutch_fast"


@dataclass(frozen=True, slots=True)
class Learned:
    """Learnt for one encoder, or for none.

    Attributes:
        themes: Map in which lines on one theme lie close, shape (n_dims, n_themes).
        aside_own: Weights of the vector of a line for being an aside, shape (n_dims,).
        aside_near: Weights of the vectors around it, same shape.
        aside_place: Weights of ``asides.places_of``.
        aside_bias: Log-odds of an aside if nothing is known, shape (1,).
    """

    themes: Matrix
    aside_own: Matrix
    aside_near: Matrix
    aside_place: Matrix
    aside_bias: Matrix


@dataclass(frozen=True, slots=True)
class Reading:
    """Lines as the learnt models see them.

    Attributes:
        rows: Unit rows, one a line, shape (n_lines, n_dims).
        learned: What was learnt for such rows.
    """

    rows: Matrix
    learned: Learned

    @property
    def themes(self) -> Matrix:
        """Place in the space of themes, centred, shape (n_lines, n_themes)."""
        # In double precision, so that the order of the lines does not show in the digits that count.
        middle = self.rows.mean(axis=0, dtype=np.float64)
        placed = (self.rows - middle) @ self.learned.themes
        return np.asarray(placed, dtype=np.float32)

    def of(self, n_lines: int) -> Reading:
        """The first lines alone."""
        return Reading(self.rows[:n_lines], self.learned)


def read_lines(vectors: Matrix, asked: Matrix, *, encoder: str) -> Reading:
    """Join the views of the encoders that the models were learnt on.

    Args:
        vectors: Text side of the encoder in use, unit rows.
        asked: Question side of the fast encoder, unit rows, one for each of ``vectors``.
        encoder: Name of the encoder in use, its version behind a space.
    """
    if encoder.partition(" ")[0] != THOROUGH:
        return Reading(asked, read_learned(FAST))
    return Reading(unit_rows(np.hstack([vectors, asked])), read_learned(THOROUGH))


@cache
def read_learned(name: str) -> Learned:
    """Read what was learnt for an encoder.

    Raises:
        MissingModelError: the artefact is not installed.
    """
    with np.load(Path(folder_of(ARTEFACT)) / f"{name}.npz") as arrays:
        return Learned(**{key: arrays[key].astype(np.float32) for key in arrays.files})
