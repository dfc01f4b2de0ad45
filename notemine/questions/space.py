"""The space in which questions that ask the same lie close: the encoder's, bent by paraphrases.

An encoder puts questions together that share a subject. Linear discriminant analysis (Fisher 1936) on
groups of paraphrases finds the directions in which questions differ that ask something else; the view of the
encoder and one of the letters (character n-grams) are joined in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from notemine.dutch.artefacts import folder_of
from notemine.vectors import Matrix, unit_rows

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ARTEFACT = "nl_pairs"
N_BUCKETS = 2**13


@dataclass(frozen=True, slots=True)
class AskSpace:
    """A space learnt for one encoder.

    Attributes:
        from_vectors: Map of the encoder's vectors, shape (n_dims, n_ask).
        from_letters: Map of the letters, shape (N_BUCKETS, n_ask).
        offset: What is taken off before rows are scaled, shape (n_ask,).
        letter_weights: Inverse document frequency of each bucket, shape (N_BUCKETS,).
        cohort: Questions of all kinds, to judge how near is near; unit rows, shape (n_cohort, n_dims).
        cohort_asked: The same in this space; unit rows, shape (n_cohort, n_ask).
    """

    from_vectors: Matrix
    from_letters: Matrix
    offset: Matrix
    letter_weights: Matrix
    cohort: Matrix
    cohort_asked: Matrix

    def place(self, spelt: csr_matrix, vectors: Matrix) -> Matrix:
        """Place questions in the space.

        Args:
            spelt: Their letters; see ``spell``.
            vectors: The encoder's unit rows.

        Returns:
            Unit rows, shape (n_questions, n_ask).
        """
        return unit_rows(vectors @ self.from_vectors + spelt @ self.from_letters - self.offset)


def spell(questions: Sequence[str], letter_weights: Matrix) -> csr_matrix:
    """Character n-grams (3 to 5, within words), hashed, tf-idf; unit rows, shape (n_questions, N_BUCKETS)."""
    from sklearn.preprocessing import normalize

    counts = count_letters(questions)
    counts.data = 1 + np.log(counts.data)
    return normalize(counts.multiply(letter_weights).tocsr())


def count_letters(questions: Sequence[str]) -> csr_matrix:
    """How often each bucket of character n-grams occurs in each question."""
    from sklearn.feature_extraction.text import HashingVectorizer

    vectorizer = HashingVectorizer(
        analyzer="char_wb",
        ngram_range=(3, 5),
        n_features=N_BUCKETS,
        alternate_sign=False,
        norm=None,
        dtype=np.float32,
    )
    return vectorizer.transform(questions)


def file_of(encoder: str) -> Path | None:
    """File of the space learnt for an encoder, by the first word of its name; None where there is none.

    Raises:
        MissingModelError: the artefact is not installed at all.
    """
    file = folder_of(ARTEFACT) / f"{encoder.partition(' ')[0] or '-'}.npz"
    return file if file.exists() else None


@cache
def read_space(file: Path) -> AskSpace:
    """Read a space; see ``file_of``."""
    with np.load(file) as arrays:
        return AskSpace(**{key: arrays[key].astype(np.float32) for key in arrays.files})
