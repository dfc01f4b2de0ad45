"""What a person had better decide: questions joined or left apart by a narrow margin, and doubtful ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notemine.domain import Decisions, Doubt, Note, Question, make_id
from notemine.questions.decided import is_named
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
        near: Pairs of them; see ``group_questions``. Two of one table that were left apart are no doubt:
            joined or not, the question is asked at that table.
        note_of: Note of each segment, by id of the segment.
        decisions: What a person said before is no doubt.

    Returns:
        Pairs that were joined before pairs that were left apart before single questions; of each kind the
        least sure first.
    """
    certain = decisions.questions if decisions else ()
    pairs = [
        _pair(questions, pair) for pair in near if pair.is_joined or _at_two_tables(questions, pair, note_of)
    ]
    single = [
        Doubt(
            id=make_id("d", "question", question.wording),
            kind="question",
            questions=(question,),
            probability=round(question.confidence, 3),
        )
        for question in questions
        if question.confidence < SURE and not is_named(question, certain)
    ]
    return tuple(sorted({doubt.id: doubt for doubt in (*single, *pairs)}.values(), key=_rank))


def _pair(questions: Sequence[Question], pair: NearPair) -> Doubt:
    both = questions[pair.first], questions[pair.second]
    return Doubt(
        id=make_id("d", *sorted(question.wording for question in both)),
        kind="joined" if pair.is_joined else "apart",
        questions=both,
        probability=pair.probability,
    )


def _at_two_tables(questions: Sequence[Question], pair: NearPair, note_of: Mapping[str, Note]) -> bool:
    one, other = (note_of[questions[i].segment_id].table_id for i in (pair.first, pair.second))
    return one != other


def _rank(doubt: Doubt) -> tuple[int, float, tuple[str, ...]]:
    kinds = ("joined", "apart", "question")
    # The likeliest of those left apart, the unlikeliest of those joined, first.
    sure = -doubt.probability if doubt.kind == "apart" else doubt.probability
    return kinds.index(doubt.kind), sure, tuple(question.wording for question in doubt.questions)
