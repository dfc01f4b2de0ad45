"""Compare embedders on what none of ours has learnt from; those that are not installed are left out.

Usage: compare.py DATA_DIR WRITTEN_DIR [EMBEDDER...]

``lob mates`` and ``lob topic purity``: labelled notes; ``plain``: plain questions; ``apart``: the written
families that were kept apart (for a question: a mate among the nearest, near-misses beside it); ``sts dev``,
``sick dev``: Spearman. The question side where there is one, without the ask space of ``models/nl_pairs``.
"""

import sys
from functools import partial
from pathlib import Path

from data import is_held_out, read_pairs, read_wordings
from look import look_with

from notemine.embed import Embedder, Side, embed, load_embedder
from notemine.errors import MissingModelError
from notemine.vectors import Matrix

EMBEDDERS = ("dutch", "dutch_fast", "e5", "use", "tfidf")


def main(data_dir: Path, written: Path, names: list[str]) -> None:
    """Print a line of scores for each embedder."""
    pairs = read_pairs(data_dir / "sts")
    apart = [w for w in read_wordings(data_dir, written) if is_held_out(w.family) and w.group]
    for name in names:
        try:
            embedder = load_embedder(name)
        except MissingModelError as error:
            print(error)
            continue
        vectors = partial(encode, embedder)
        print(embedder.name, look_with(vectors, data_dir, pairs, apart), flush=True)


def encode(embedder: Embedder, texts: list[str], side: Side) -> Matrix:
    """Unit vectors of texts."""
    return embed(texts, embedder, side=side)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or list(EMBEDDERS))
