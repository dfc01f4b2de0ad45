"""Words and character n-grams, reduced by SVD (latent semantic analysis); needs no weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from notemine.embed.encode import Embedder, Side
from notemine.vectors import Matrix

PACKAGE = "sklearn"
N_DIMS = 256


class _Tfidf:
    name = "tfidf 1"
    is_cacheable = False
    has_question_side = False

    def encode(self, texts: Sequence[str], side: Side) -> Matrix:  # noqa: ARG002  both sides are alike
        from scipy.sparse import hstack
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer

        if len(texts) < 2:
            return np.ones((len(texts), 1), dtype=np.float32)
        # An empty text must not leave the vocabulary empty.
        padded = [f"{text} ¤" for text in texts]
        words = TfidfVectorizer(token_pattern=r"\w+|¤", sublinear_tf=True)
        characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        counts = hstack([words.fit_transform(padded), characters.fit_transform(padded)]).tocsr()
        n_dims = min(N_DIMS, len(texts), counts.shape[1] - 1)
        return np.asarray(TruncatedSVD(n_dims, random_state=0).fit_transform(counts), dtype=np.float32)


def make_embedder() -> Embedder:
    """At most 256 dimensions, fitted on the texts given: fast, and blind to synonyms."""
    return _Tfidf()
