"""Compare embedders on what none of ours has learnt from; those that are not installed are left out.

Usage: compare.py DATA_DIR WRITTEN_DIR [EMBEDDER...]

``lob mates`` and ``lob topic purity``: labelled notes; ``plain``: plain questions; ``apart``: the written
families that were kept apart (for a question: a mate among the nearest, near-misses beside it); ``sts dev``,
``sick dev``: Spearman. Without the ask space of ``models/nl_pairs``. Where an encoder tells a question by
both of its sides, those alone are scored, too.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from data import read_pairs, split_wordings
from look import look_with

from notemine.embed import Embedder, Side, embed, load_embedder
from notemine.errors import MissingModelError
from notemine.vectors import Matrix, unit_rows

EMBEDDERS = ("dutch", "dutch_fast", "e5", "use", "tfidf")
BOTH = slice(None)


def main(data_dir: Path, written: Path, names: list[str]) -> None:
    """Print a line of scores for each embedder, and for each side of it."""
    pairs = read_pairs(data_dir / "sts")
    _, apart = split_wordings(data_dir, written)
    for name in names:
        try:
            embedder = load_embedder(name)
        except MissingModelError as error:
            print(error)
            continue
        for what, half in halves_of(embedder):
            vectors = partial(encode, embedder, half)
            print(embedder.name, what, look_with(vectors, data_dir, pairs, apart), flush=True)


def encode(embedder: Embedder, half: slice, texts: list[str], side: Side) -> Matrix:
    """Unit vectors of texts; of questions only a half, if asked for."""
    rows = embed(texts, embedder, side=side)
    return unit_rows(rows[:, half]) if side == "question" else rows


def halves_of(embedder: Embedder) -> Iterator[tuple[str, slice]]:
    """What a question is told by, and where that stands in its vector."""
    yield "", BOTH
    if embedder.has_question_side:
        width = embed(["vraag"], embedder, side="question").shape[1] // 2
        yield "text side alone", slice(width)
        yield "question side alone", slice(width, None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or list(EMBEDDERS))
