"""What answers a question: the lines that follow it at its table, and statements at other tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from notemine.domain import Question, Segment
from notemine.dutch.replies import ANSWER_LABEL, NO_ANSWER, PRACTICE, YES_NO_REPLY
from notemine.dutch.stop_words import is_stop_word
from notemine.dutch.wh_words import YES_NO
from notemine.questions.asked import take_apart
from notemine.vectors import Matrix

# How many segments after a question may answer it.
WINDOW = 3
N_ELSEWHERE = 3
# Of the score: meaning, words, and what was asked right before.
VECTOR_SHARE, WORD_SHARE, CONTEXT_SHARE = 0.6, 0.4, 1.5
HALF_BM25 = 4.8
# How likely the first, second and third segment after a question are about it.
TRUST_AFTER = (0.95, 0.85, 0.75)
MIN_ELSEWHERE = 0.7
# Usual values of BM25 (Robertson and Zaragoza 2009).
K1, B = 1.2, 0.75

LABEL = re.compile(ANSWER_LABEL, re.IGNORECASE)
REPLY = re.compile(YES_NO_REPLY, re.IGNORECASE)
DOES = re.compile(PRACTICE, re.IGNORECASE)
GIVES_UP = re.compile(NO_ANSWER, re.IGNORECASE)


def answers_at_table(questions: Sequence[Question], segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Find the segments right after each question that answer it, by the words that show an answer.

    Args:
        questions: Each of a segment.
        segments: In the order of their notes.

    Returns:
        Ids of the answering segments, for each question; none where nothing shows that it was answered.
    """
    at = {segment.id: i for i, segment in enumerate(segments)}
    asking = {question.segment_id for question in questions}
    return [_answers(question, segments, at[question.segment_id], asking) for question in questions]


def _answers(
    question: Question, segments: Sequence[Segment], place: int, asking: set[str]
) -> tuple[str, ...]:
    own = segments[place]
    is_yes_no = take_apart(question.wording).kind == YES_NO
    behind = _behind(question, own)
    if behind and (LABEL.search(behind) or (is_yes_no and REPLY.search(behind))):
        return () if GIVES_UP.search(behind) else (own.id,)
    for n, segment in enumerate(segments[place + 1 : place + 1 + WINDOW]):
        if segment.note_id != own.note_id or segment.kind == "heading" or segment.id in asking:
            return ()
        if GIVES_UP.search(segment.text):
            return ()
        is_other_speaker = bool(segment.speaker) and segment.speaker != own.speaker
        if LABEL.search(segment.text):
            return (segment.id,)
        if n == 0 and is_answer(segment.text, is_yes_no=is_yes_no, is_other_speaker=is_other_speaker):
            return (segment.id,)
    return ()


def is_answer(text: str, *, is_yes_no: bool, is_other_speaker: bool) -> bool:
    """Whether the statement right after a question shows that it answers it.

    Args:
        text: The statement.
        is_yes_no: Whether yes or no would answer the question: then it has to say so.
        is_other_speaker: Whether someone else says it.
    """
    if is_yes_no:
        return bool(REPLY.search(text))
    return is_other_speaker or bool(DOES.search(text))


def _behind(question: Question, segment: Segment) -> str:
    """What follows the question in its own segment."""
    plain = " ".join(question.text.split())
    _, found, rest = segment.text.partition(plain)
    return rest.strip() if found and len(rest.strip()) > 2 else ""


def answers_elsewhere(
    wanted: Sequence[Sequence[int]],
    questions: Sequence[Question],
    answers: Sequence[Sequence[str]],
    *,
    segments: Sequence[Segment],
    table_of: Mapping[str, str],
    vectors: Matrix,
    placed: Matrix,
    segment_vectors: Matrix,
) -> list[tuple[str, ...]]:
    """Rank the statements at other tables that may answer open questions.

    An answer seldom repeats the words of the question, so a statement counts for what was asked right before
    it (how near that comes to the question), besides its own meaning and words.

    Args:
        wanted: For each open question the indices of its members, the clearest first.
        questions: All questions, each of a segment.
        answers: Ids of the segments that answer each question at its table.
        segments: All segments, in the order of their notes.
        table_of: Table of each segment, by its id; one without a table is left out.
        vectors: Unit rows of the questions as texts.
        placed: Unit rows of the questions in the ask space.
        segment_vectors: Unit rows of the segments, of the same encoder as ``vectors``.

    Returns:
        For each open question ids of segments, best first, ``N_ELSEWHERE`` at most, none below
        ``MIN_ELSEWHERE``.
    """
    after = _asked_before(questions, answers, segments)
    asking = {question.segment_id for question in questions}
    may = [
        i
        for i, s in enumerate(segments)
        if table_of[s.id] and s.kind != "heading" and (i in after or s.id not in asking)
    ]
    documents = [_content(segments[i].lemmas) for i in may]
    found = []
    for members in wanted:
        own = {table_of[questions[i].segment_id] for i in members}
        meaning = segment_vectors[may] @ vectors[members[0]]
        lexical = bm25(sorted(take_apart(questions[members[0]].wording).words), documents)
        nearness = (placed @ placed[list(members)].T).max(axis=1)
        context = [max((nearness[q] * trust for q, trust in after.get(i, ())), default=0.0) for i in may]
        score = VECTOR_SHARE * meaning + WORD_SHARE * lexical / (lexical + HALF_BM25)
        score = np.round(score + CONTEXT_SHARE * np.array(context), 4)
        ranked = sorted(range(len(may)), key=lambda n: (-score[n], segments[may[n]].text, may[n]))
        best = [n for n in ranked if score[n] >= MIN_ELSEWHERE and table_of[segments[may[n]].id] not in own]
        found.append(tuple(segments[may[n]].id for n in best[:N_ELSEWHERE]))
    return found


def _asked_before(
    questions: Sequence[Question], answers: Sequence[Sequence[str]], segments: Sequence[Segment]
) -> dict[int, list[tuple[int, float]]]:
    """By index of a segment: the questions right before it, and how likely it answers them."""
    at = {segment.id: i for i, segment in enumerate(segments)}
    asking = {question.segment_id for question in questions}
    after: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for q, (question, answered) in enumerate(zip(questions, answers, strict=True)):
        place = at[question.segment_id]
        for segment_id in answered:
            after[at[segment_id]].append((q, 1.0))
        for i, trust in enumerate(TRUST_AFTER, place + 1):
            if i == len(segments) or segments[i].note_id != segments[place].note_id:
                break
            if segments[i].id in asking or segments[i].kind == "heading":
                break
            after[i].append((q, trust))
    return dict(after)


def bm25(words: Sequence[str], documents: Sequence[Counter[str]]) -> Matrix:
    """Okapi BM25 of each document for the words, shape (n_documents,)."""
    if not documents:
        return np.zeros(0, dtype=np.float32)
    lengths = np.array([document.total() for document in documents], dtype=np.float64)
    norm = K1 * (1 - B + B * lengths / max(lengths.mean(), 1))
    score = np.zeros(len(documents))
    for word in words:
        counts = np.array([document[word] for document in documents], dtype=np.float64)
        n = np.count_nonzero(counts)
        if n:
            score += np.log(1 + (len(documents) - n + 0.5) / (n + 0.5)) * counts * (K1 + 1) / (counts + norm)
    return score.astype(np.float32)


def _content(lemmas: Sequence[str]) -> Counter[str]:
    return Counter(lemma for lemma in lemmas if not is_stop_word(lemma))
