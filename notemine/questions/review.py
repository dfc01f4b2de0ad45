"""What a person had better decide: questions joined or left apart by a narrow margin, and doubtful ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from notemine.domain import Decisions, Doubt, Note, Question, make_id
from notemine.dutch.text_keys import keys_of
from notemine.questions.decided import names_of
from notemine.questions.group import NearPair

# Below it a span is worth a look.
SURE = 0.8


def find_doubts(
    questions: Sequence[Question],
    near: Sequence[NearPair],
    *,
    note_of: Mapping[str, Note],
    decisions: Decisions | None = None,
) -> tuple[Doubt, ...]:
    """List the doubts about questions.

    Args:
        questions: Each of a segment.
        near: Pairs of them; see ``group_questions``. Two that were left apart are a doubt only if more tables
            would have asked the one question than asked either.
        note_of: Note of each segment, by id of the segment.
        decisions: What a person said before is no doubt.

    Returns:
        Pairs that were joined before pairs that were left apart before single questions; of each kind the
        least sure first.
    """
    certain = keys_of(decisions.questions) if decisions else frozenset()
    tables_of: dict[str, set[str]] = defaultdict(set)
    for question in questions:
        tables_of[question.wording] |= {note_of[question.segment_id].table_id} - {""}
    pairs = []
    for pair in near:
        both = questions[pair.first], questions[pair.second]
        apart = [tables_of[question.wording] for question in both]
        if pair.is_joined or len(set().union(*apart)) > max(map(len, apart)):
            pairs.append(_doubt(both, pair))
    single = [
        Doubt(
            id=make_id("d", "question", question.wording),
            kind="question",
            questions=(question,),
            probability=round(question.confidence, 3),
        )
        for question in questions
        if question.confidence < SURE and certain.isdisjoint(names_of(question))
    ]
    return tuple(sorted({doubt.id: doubt for doubt in (*single, *pairs)}.values(), key=_rank))


def _doubt(both: tuple[Question, Question], pair: NearPair) -> Doubt:
    return Doubt(
        id=make_id("d", *sorted(question.wording for question in both)),
        kind="joined" if pair.is_joined else "apart",
        questions=both,
        probability=pair.probability,
    )


def _rank(doubt: Doubt) -> tuple[int, float, tuple[str, ...]]:
    kinds = ("joined", "apart", "question")
    # The likeliest of those left apart, the unlikeliest of those joined, first.
    sure = -doubt.probability if doubt.kind == "apart" else doubt.probability
    return kinds.index(doubt.kind), sure, tuple(question.wording for question in doubt.questions)
