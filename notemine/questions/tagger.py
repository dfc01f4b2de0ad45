"""The question tagger: which words of a unit begin a question, go on with one, or stand outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from notemine.dutch.artefacts import folder_of
from notemine.questions.network import GAPS, TABLES, Network, log_softmax, read_networks, rows_of
from notemine.questions.words import Word
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARTEFACT, FILE = "nl_questions", "tagger.npz"
LABELS = ("O", "B-asked", "I-asked", "B-reported", "I-reported")
OUTSIDE = 0
IS_INSIDE = np.array([label.startswith("I") for label in LABELS])
# What can follow what: an "I" only its own kind.
FOLLOWS = np.array([[not b.startswith("I") or a[2:] == b[2:] for b in LABELS] for a in LABELS])
# How much likelier a word has to be a part of a question than outside, as log-odds.
MIN_LOG_ODDS = 0.5
# Log-probability of a word to be outside, from which on one network is enough (98 %).
SURELY_OUTSIDE = -0.02
# Products of matrices of one shape only, so that a unit gets the same scores alone and among others.
N_ROWS = 512
# Words, gaps at the end of shorter units included, whose best labels are found together.
MAX_CELLS = 2**15
# Stands before an item of a list.
LISTED = "•"

# Unit, first word, last word (exclusive), row.
Place: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A unit with its labels.

    Attributes:
        labels: Index in ``LABELS`` of each word.
        confidence: Probability of each word to be a part of a question, 0 to 1.
    """

    labels: list[int]
    confidence: list[float]


def tag(units: Sequence[Sequence[Word]], listed: Sequence[bool]) -> list[Tagged]:
    """Label the words of units.

    Args:
        units: Words of each unit.
        listed: Whether each unit is an item of a list.

    Raises:
        MissingModelError: the weights are not installed.
    """
    scores = _scores(units, listed)
    tagged = []
    for own, labels in zip(scores, best_paths(scores), strict=True):
        chances = np.round(1 - np.exp(own[:, OUTSIDE].astype(np.float64)), 3)
        tagged.append(Tagged(labels.tolist(), chances.tolist()))
    return tagged


def best_paths(scores: Sequence[Matrix]) -> list[NDArray[np.int64]]:
    """The likeliest labels of each unit in which each "I" follows its own kind (Viterbi 1967).

    Args:
        scores: For each unit the log-probabilities of the labels of its words, shape (n_words, n_labels).
    """
    found: list[NDArray[np.int64]] = [np.zeros(0, np.int64)] * len(scores)
    order = sorted(range(len(scores)), key=lambda i: len(scores[i]))
    for chosen in _chunks(order, [len(own) for own in scores]):
        for i, path in zip(chosen, _best_paths([scores[i] for i in chosen]), strict=True):
            found[i] = path
    return found


def _chunks(order: Sequence[int], lengths: Sequence[int]) -> Iterator[Sequence[int]]:
    """Units, shortest first, in chunks of ``MAX_CELLS`` words at most, or of one unit."""
    first = 0
    for last, unit in enumerate(order):
        if last > first and (last + 1 - first) * lengths[unit] > MAX_CELLS:
            yield order[first:last]
            first = last
    if first < len(order):
        yield order[first:]


def _best_paths(scores: Sequence[Matrix]) -> list[NDArray[np.int64]]:
    """The same for units of about one length, all steps at once; beyond its end a unit is outside."""
    longest = max(map(len, scores))
    padded = np.full((len(scores), longest, len(LABELS)), -np.inf)
    padded[:, :, OUTSIDE] = 0
    for own, of_unit in zip(padded, scores, strict=True):
        own[: len(of_unit)] = of_unit
        own[: len(of_unit), OUTSIDE] += MIN_LOG_ODDS
    if not longest:
        return [np.zeros(0, np.int64) for _ in scores]
    steps = np.where(FOLLOWS, 0.0, -np.inf)
    came_from = np.zeros(padded.shape, np.int64)
    total = np.where(IS_INSIDE, -np.inf, padded[:, 0])
    for i in range(1, longest):
        ways = total[:, :, None] + steps
        came_from[:, i] = ways.argmax(1)
        total = ways.max(1) + padded[:, i]
    paths = np.zeros(padded.shape[:2], np.int64)
    paths[:, -1] = total.argmax(1)
    here = np.arange(len(paths))
    for i in range(longest - 1, 0, -1):
        paths[:, i - 1] = came_from[here, i, paths[:, i]]
    return [path[: len(of_unit)] for path, of_unit in zip(paths, scores, strict=True)]


def _scores(units: Sequence[Sequence[Word]], listed: Sequence[bool]) -> list[Matrix]:
    """Mean log-probabilities of the labels of the words of each unit, shape (n_words, n_labels).

    The first network looks at every unit, the others only where it sees the least sign of a question.
    """
    first, *others = read_networks(folder_of(ARTEFACT) / FILE)
    found = _scores_by(first, units, listed)
    chosen = [i for i, scores in enumerate(found) if scores[:, OUTSIDE].min(initial=0) < SURELY_OUTSIDE]
    votes = [_scores_by(other, [units[i] for i in chosen], [listed[i] for i in chosen]) for other in others]
    for i, *of_unit in zip(chosen, *votes, strict=True):
        found[i] = log_softmax(np.asarray(sum(of_unit, found[i]) / (1 + len(of_unit)), dtype=np.float32))
    return found


def _scores_by(network: Network, units: Sequence[Sequence[Word]], listed: Sequence[bool]) -> list[Matrix]:
    """Log-probabilities by one network."""
    found = [np.zeros((len(words), len(LABELS)), np.float32) for words in units]
    for block in _blocks([len(words) for words in units]):
        rows, is_word = np.zeros((N_ROWS, len(TABLES)), np.int64), np.zeros((N_ROWS, 1), np.float32)
        for unit, first, last, at in block:
            head = rows_of(LISTED if listed[unit] else "", "", False)
            keys = [head, *(rows_of(w.low, w.classes, w.is_capital) for w in units[unit][first:last])]
            rows[at : at + len(keys)] = keys
            is_word[at : at + len(keys)] = 1
        scores = network.log_probabilities(rows, is_word)
        for unit, first, last, at in block:
            found[unit][first:last] = scores[at + 1 : at + 1 + last - first]
    return found


def _blocks(lengths: Sequence[int]) -> list[list[Place]]:
    """Where each unit, or part of a long one, stands among the rows of a block."""
    gap = max(GAPS)
    longest = N_ROWS - 2 * gap - 1
    blocks: list[list[Place]] = [[]]
    at = gap
    for unit, length in enumerate(lengths):
        for first in range(0, length, longest):
            last = min(length, first + longest)
            if at + last - first + 1 + gap > N_ROWS:
                blocks.append([])
                at = gap
            blocks[-1].append((unit, first, last, at))
            at += last - first + 1 + gap
    return blocks
