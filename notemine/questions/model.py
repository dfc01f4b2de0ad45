"""The question model: a linear score over the features of an opening."""

from __future__ import annotations

import json
from functools import cache

from notemine.dutch.artefacts import read_packed
from notemine.questions.features import features
from notemine.questions.words import Opening, Word

ARTEFACT = "nl_questions"


def score(words: list[Word], opening: Opening) -> float:
    """Log-odds that a direct question, with or without its mark, begins at ``opening``.

    Raises:
        MissingModelError: the weights are not installed.
    """
    weights = _weights()
    return weights[""] + sum(weights.get(name, 0.0) for name in features(words, opening))


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(read_packed(ARTEFACT, "weights.json.gz"))
    return weights
