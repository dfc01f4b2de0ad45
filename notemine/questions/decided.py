"""What a person decided about questions, by the text they named, as places in a list of questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from notemine.domain import Decisions, Question
from notemine.errors import ConfigError
from notemine.questions.pairs import IndexPairs

# Newton's method settles in a few steps: the likelihood is concave.
N_STEPS = 20


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of questions that a person tied together or cut loose, smaller index first, shape (n_pairs, 2).

    Attributes:
        same: With what follows: of "a is b" and "b is c", also a and c.
        different: With what follows: of "a is b" and "b is not c", also a and c.
        said: Those that were said themselves, to learn from, and whether each pair is the same.
    """

    same: IndexPairs
    different: IndexPairs
    said: tuple[tuple[int, int, bool], ...]


def key_of(text: str) -> str:
    """A question without marks, capitals and what else differs between two ways to write it down."""
    return re.sub(r"\W+", " ", text.casefold()).strip()


def keep_questions(questions: Sequence[Question], decisions: Decisions) -> list[Question]:
    """Leave out what a person said is no question."""
    return [q for q in questions if not is_named(q, decisions.no_question)]


def is_named(question: Question, texts: Sequence[str]) -> bool:
    """Whether one of the texts is the question, as it stands or in its wording."""
    return not {key_of(question.text), key_of(question.wording)}.isdisjoint(map(key_of, texts))


def ties_of(decisions: Decisions, texts: Sequence[str]) -> Ties:
    """Find the pairs that were decided among distinct texts.

    Raises:
        ConfigError: two questions are said to be the same and different.
    """
    at: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        at[key_of(text)].append(i)
    leader = _leaders(decisions)
    members: dict[str, list[int]] = defaultdict(list)
    for key in sorted(at):
        members[leader.get(key, key)] += at[key]
    different = set()
    for names in decisions.different:
        for a, b in combinations(names, 2):
            one, other = (leader.get(key_of(name), key_of(name)) for name in (a, b))
            if one == other:
                raise ConfigError(f"decisions: {a!r} and {b!r} are said to be the same and different")
            different |= {_pair(i, j) for i, j in product(members.get(one, ()), members.get(other, ()))}
    same = {_pair(i, j) for group in members.values() for i, j in combinations(group, 2)}
    said = _said(decisions.same, at, is_same=True), _said(decisions.different, at, is_same=False)
    return Ties(
        same=_rows(same), different=_rows(different), said=tuple(pair for some in said for pair in some)
    )


def learn_shift(log_odds: Sequence[float], is_same: Sequence[bool]) -> float:
    """How much sooner than the model this person takes two questions for one, as log-odds.

    The likeliest intercept of a logistic regression on the decided pairs, with the model's log-odds as
    offset and a standard normal prior (maximum a posteriori), so that few decisions move it little.
    """
    odds, gold = np.asarray(log_odds, dtype=np.float64), np.asarray(is_same, dtype=np.float64)
    shift = 0.0
    for _ in range(N_STEPS):
        chance = 1 / (1 + np.exp(-(odds + shift)))
        shift += float((np.sum(gold - chance) - shift) / (np.sum(chance * (1 - chance)) + 1))
    return round(shift, 4)


def _leaders(decisions: Decisions) -> dict[str, str]:
    """For each question that is the same as another the first of all of them, by alphabet."""
    group_of: dict[str, set[str]] = {}
    for names in decisions.same:
        group = set().union(*(group_of.get(key, {key}) for key in map(key_of, names)))
        group_of |= dict.fromkeys(group, group)
    return {key: min(group) for key, group in group_of.items()}


def _said(
    groups: Sequence[Sequence[str]], at: dict[str, list[int]], *, is_same: bool
) -> Iterator[tuple[int, int, bool]]:
    for names in groups:
        for a, b in combinations(names, 2):
            for i, j in product(at.get(key_of(a), ())[:1], at.get(key_of(b), ())[:1]):
                if i != j:
                    yield (*_pair(i, j), is_same)


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _rows(pairs: set[tuple[int, int]]) -> IndexPairs:
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
