"""What a person decided about questions, by the text they named, as places in a list of questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

import numpy as np

from notemine.domain import Decisions, Question
from notemine.dutch.text_keys import key_of, keys_of
from notemine.errors import ConfigError
from notemine.questions.pairs import IndexPairs

# No person is stricter or more lenient than this, in log-odds.
MOST_SHIFT, N_HALVINGS = 20.0, 60
# How firmly no shift is believed at first, as the precision of a normal prior. What is put before a person is
# in doubt, the worst first: a few pairs that are rightly told apart say little of all the others.
PRECISION = 8.0


@dataclass(frozen=True, slots=True)
class Ties:
    """What a person tied together or cut loose among distinct texts, by index.

    Attributes:
        groups: Those tied together, with what follows: of "a is b" and "b is c", also a and c; each sorted.
        different: Pairs that were cut loose, and what follows, smaller index first, shape (n_pairs, 2).
        said: Pairs that were said themselves, to learn from, and whether each is the same.
    """

    groups: tuple[tuple[int, ...], ...]
    different: IndexPairs
    said: tuple[tuple[int, int, bool], ...]

    @property
    def same(self) -> IndexPairs:
        """Pairs that are tied together, shape (n_pairs, 2)."""
        return _rows({pair for group in self.groups for pair in combinations(group, 2)})


def names_of(question: Question) -> frozenset[str]:
    """Keys by which a person may name a question: as it stands, and in its wording."""
    return keys_of((question.text, question.wording))


def keep_questions(questions: Sequence[Question], decisions: Decisions) -> list[Question]:
    """Leave out what a person said is no question."""
    none = keys_of(decisions.no_question)
    return [q for q in questions if none.isdisjoint(names_of(q))]


def in_wordings(decisions: Decisions, questions: Iterable[Question]) -> Decisions:
    """Decisions on what is the same and different, with each question named by its wording."""
    member = {key_of(shown): named for named, shown in decisions.wordings}
    wording = {key_of(question.text): question.wording for question in questions}

    def rename(groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
        named = [[member.get(key_of(text), text) for text in group] for group in groups]
        return tuple(tuple(wording.get(key_of(text), text) for text in group) for group in named)

    return replace(decisions, same=rename(decisions.same), different=rename(decisions.different))


def check(decisions: Decisions) -> None:
    """Refuse decisions that contradict one another.

    Raises:
        ConfigError: two questions are said to be the same and different, or one to be two things.
    """
    leader = _leaders(decisions.same)
    for names in decisions.different:
        for a, b in combinations(names, 2):
            if leader.get(key_of(a), key_of(a)) == leader.get(key_of(b), key_of(b)):
                raise ConfigError(f"beslissingen: {a!r} en {b!r} staan als hetzelfde én als verschillend")
    opposites = (
        ("beantwoord", decisions.answered, "open", decisions.open),
        ("geen vraag", decisions.no_question, "vraag", decisions.questions),
        ("van de gespreksleider", decisions.prompts, "niet van de gespreksleider", decisions.no_prompts),
    )
    for one, some, other, others in opposites:
        for text in some:
            if key_of(text) in keys_of(others):
                raise ConfigError(f"beslissingen: {text!r} staat als {one} én als {other}")


def ties_of(decisions: Decisions, texts: Sequence[str]) -> Ties:
    """Find what was decided among distinct texts; decisions that contradict one another cut loose."""
    at: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        at[key_of(text)].append(i)
    leader = _leaders(decisions.same)
    members: dict[str, list[int]] = defaultdict(list)
    for key in sorted(at):
        members[leader.get(key, key)] += at[key]
    different = set()
    for names in decisions.different:
        for one, other in combinations(sorted({leader.get(key, key) for key in map(key_of, names)}), 2):
            different |= {_pair(i, j) for i, j in product(members.get(one, ()), members.get(other, ()))}
    said = (*_said(decisions.same, at, is_same=True), *_said(decisions.different, at, is_same=False))
    groups = sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)
    return Ties(groups=tuple(groups), different=_rows(different), said=said)


def learn_shift(log_odds: Sequence[float], is_same: Sequence[bool]) -> float:
    """How much sooner than the model this person takes two questions for one, as log-odds.

    The likeliest intercept of a logistic regression on the decided pairs, with the model's log-odds as
    offset and a normal prior about zero (maximum a posteriori), so that few decisions move it little. The
    slope of the posterior only falls, so its root is found by halving.
    """
    odds, gold = np.asarray(log_odds, dtype=np.float64), np.asarray(is_same, dtype=np.float64)
    low, high = -MOST_SHIFT, MOST_SHIFT
    for _ in range(N_HALVINGS):
        shift = (low + high) / 2
        slope = float(np.sum(gold - 1 / (1 + np.exp(-(odds + shift))))) - PRECISION * shift
        low, high = (shift, high) if slope > 0 else (low, shift)
    return round((low + high) / 2, 4) + 0.0


def _leaders(same: Sequence[Sequence[str]]) -> dict[str, str]:
    """For each question that is the same as another the first of all of them, by alphabet."""
    group_of: dict[str, set[str]] = {}
    for names in same:
        group = set().union(*(group_of.get(key, {key}) for key in map(key_of, names)))
        group_of |= dict.fromkeys(group, group)
    return {key: min(group) for key, group in group_of.items()}


def _said(
    groups: Sequence[Sequence[str]], at: dict[str, list[int]], *, is_same: bool
) -> Iterator[tuple[int, int, bool]]:
    """One pair less than a group has members: naming ten at once is not deciding 45 times."""
    for names in groups:
        places = [at[key][0] for key in map(key_of, names) if key in at]
        yield from ((*_pair(i, j), is_same) for i, j in pairwise(places) if i != j)


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _rows(pairs: set[tuple[int, int]]) -> IndexPairs:
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
