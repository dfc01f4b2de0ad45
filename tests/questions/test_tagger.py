from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.questions.tagger import LABELS, best_paths, tag
from notemine.questions.words import words_of

LINES = (
    "Wie betaalt de zaal?",
    "Een moeder vraagt of er koffie is",
    "Het regende.",
    "- [ ] flyers bestellen",
    "en wat doe je dan met leerlingen die zeggen dat ze niks willen",
    "",
)


def test_a_unit_is_labelled_the_same_alone_and_among_others() -> None:
    units = [words_of(line) for line in LINES]

    together = tag(units * 20, [False] * len(units) * 20)
    alone = [tag([unit], [False])[0] for unit in units]

    assert together == alone * 20


def test_a_unit_longer_than_a_block_is_labelled_whole() -> None:
    words = words_of("Het regende de hele dag. " * 300 + "Wie betaalt de zaal?")

    (tagged,) = tag([words], [False])

    assert len(tagged.labels) == len(tagged.confidence) == len(words)
    assert "B-asked" in [LABELS[label] for label in tagged.labels[-6:]]


def test_no_units_have_no_labels() -> None:
    assert tag([], []) == []


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), lengths=st.lists(st.integers(0, 30), max_size=6))
def test_a_question_goes_on_only_behind_its_own_beginning(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    scores = [np.log(rng.dirichlet(np.ones(len(LABELS)), n)).astype(np.float32) for n in lengths]

    for path in best_paths(scores):
        names = ["O", *(LABELS[label] for label in path)]
        assert all(not name.startswith("I") or before[2:] == name[2:] for before, name in pairwise(names))


def test_the_best_of_all_valid_labels_is_found() -> None:
    rng = np.random.default_rng(0)
    scores = np.log(rng.dirichlet(np.ones(len(LABELS)), 4)).astype(np.float32)
    scores[:, 0] -= 9

    (path,) = best_paths([scores])

    def is_valid(labels: tuple[int, ...]) -> bool:
        names = ["O", *(LABELS[label] for label in labels)]
        return all(not b.startswith("I") or a[2:] == b[2:] for a, b in pairwise(names))

    every = [labels for labels in np.ndindex(*[len(LABELS)] * 4) if is_valid(labels)]
    best = max(every, key=lambda labels: sum(scores[i, label] for i, label in enumerate(labels)))
    assert tuple(path.tolist()) == best
