"""Which of the wordings of a question is the clearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from notemine.domain import Question
from notemine.dutch.cues import QUESTION_WORDS
from notemine.dutch.replies import DANGLING
from notemine.vectors import Matrix

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# A question says what it asks in some six to fourteen words.
SHORT, LONG = 6, 14
KIND_COST = {"direct": 0.0, "unmarked": 0.15, "indirect": 0.3}
DANGLING_COST, WORD_COST, FAR_COST, FRAGMENT_COST = 0.25, 0.05, 1.0, 0.4


def clearest(questions: Sequence[Question], group: Sequence[int], vectors: Matrix | None = None) -> int:
    """Index of the member of ``group`` that reads best on its own; ties by wording.

    A direct question before an unmarked one before a reported one; complete, of moderate length, without
    words that point outside it, and near to the other members.

    Args:
        questions: All questions.
        group: Indices of the members, one at least.
        vectors: Unit rows in the order of ``questions``; without them nearness is left out.
    """
    distance = np.zeros(len(group))
    if vectors is not None:
        rows = np.asarray(vectors)[list(group)]
        distance = np.round(1 - (rows @ rows.T).mean(axis=1), 4)
    cost = [cost_of(questions[i]) + FAR_COST * float(far) for i, far in zip(group, distance, strict=True)]
    best = min(range(len(group)), key=lambda n: (round(cost[n], 4), questions[group[n]].wording))
    return group[best]


def cost_of(question: Question) -> float:
    """How far a question is from one that a stranger understands; 0 is best."""
    words = [word.lower() for word in WORD.findall(question.wording)]
    cost = KIND_COST[question.kind] if not question.is_rewritten else KIND_COST["unmarked"]
    cost += DANGLING_COST * min(2, sum(word in DANGLING for word in words))
    cost += WORD_COST * (max(0, SHORT - len(words)) + max(0, len(words) - LONG))
    if words and words[0] in ("en", "maar", "of", "want", "dus", "dan") and words[0] not in QUESTION_WORDS:
        cost += FRAGMENT_COST
    return cost
