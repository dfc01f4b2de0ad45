"""What answers a question: the lines that follow it at its table, and statements at other tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from notemine.domain import Question, RecurringQuestion, Segment
from notemine.dutch.replies import ADVICE, ANSWER_LABEL, NO_ANSWER, PRACTICE, YES_NO_REPLY
from notemine.dutch.stop_words import is_stop_word
from notemine.questions.asked import take_apart
from notemine.dutch.wh_words import YES_NO
from notemine.vectors import Matrix

Encode = Callable[[Sequence[str]], Matrix]

# How many segments after a question may answer it.
WINDOW = 3
N_ELSEWHERE = 3
MIN_ELSEWHERE = 0.35
VECTOR_SHARE = 0.6
# Usual values of BM25 (Robertson and Zaragoza 2009).
K1, B = 1.2, 0.75

LABEL = re.compile(ANSWER_LABEL, re.IGNORECASE)
REPLY = re.compile(YES_NO_REPLY, re.IGNORECASE)
DOES = re.compile(PRACTICE, re.IGNORECASE)
ADVISES = re.compile(ADVICE, re.IGNORECASE)
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
    if behind and is_answer(behind, is_yes_no=is_yes_no, is_next=True):
        return (own.id,)
    for n, segment in enumerate(segments[place + 1 : place + 1 + WINDOW]):
        if segment.note_id != own.note_id or segment.kind == "heading" or segment.id in asking:
            return ()
        if GIVES_UP.search(segment.text):
            return ()
        if is_answer(segment.text, is_yes_no=is_yes_no, is_next=n == 0):
            return (segment.id,)
    return ()


def is_answer(text: str, *, is_yes_no: bool, is_next: bool) -> bool:
    """Whether a statement shows that it answers the question before it.

    Args:
        text: The statement.
        is_yes_no: Whether yes or no would answer the question.
        is_next: Whether nothing stands between.
    """
    if GIVES_UP.search(text):
        return False
    if LABEL.search(text) or (is_next and is_yes_no and REPLY.search(text)):
        return True
    return bool(DOES.search(text) or ADVISES.search(text))


def _behind(question: Question, segment: Segment) -> str:
    """What follows the question in its own segment."""
    plain = " ".join(question.text.split())
    _, found, rest = segment.text.partition(plain)
    return rest.strip() if found and len(rest.strip()) > 2 else ""


def answers_elsewhere(
    wanted: Sequence[RecurringQuestion],
    is_statement: Sequence[bool],
    *,
    segments: Sequence[Segment],
    segment_vectors: Matrix,
    vectors: Matrix,
    table_of: Mapping[str, str],
) -> list[tuple[str, ...]]:
    """Rank the statements at other tables that may answer each question, by meaning and by words.

    Args:
        wanted: The questions.
        is_statement: For each segment, whether it can be an answer at all.
        segments: All segments.
        segment_vectors: Unit rows in the order of ``segments``.
        vectors: Unit rows in the order of ``wanted``, of the same encoder.
        table_of: Table of each segment, by its id; one without a table is left out.

    Returns:
        For each question ids of segments, best first, ``N_ELSEWHERE`` at most; none below ``MIN_ELSEWHERE``.
    """
    may = [i for i, s in enumerate(segments) if is_statement[i] and table_of[s.id]]
    if not may:
        return [()] * len(wanted)
    documents = [_content(segments[i].lemmas) for i in may]
    cosines = np.asarray(vectors) @ np.asarray(segment_vectors)[may].T
    found = []
    for recurring, cosine in zip(wanted, cosines, strict=True):
        own = set(recurring.tables)
        words = sorted(take_apart(recurring.wording).words)
        lexical = bm25(words, documents)
        score = np.round(VECTOR_SHARE * cosine + (1 - VECTOR_SHARE) * lexical / (lexical + K1 * 4), 4)
        ranked = sorted(range(len(may)), key=lambda n: (-score[n], segments[may[n]].text, may[n]))
        best = [n for n in ranked if table_of[segments[may[n]].id] not in own and score[n] >= MIN_ELSEWHERE]
        found.append(tuple(segments[may[n]].id for n in best[:N_ELSEWHERE]))
    return found


def bm25(words: Sequence[str], documents: Sequence[Counter[str]]) -> Matrix:
    """Okapi BM25 of each document for the words, shape (n_documents,)."""
    lengths = np.array([document.total() for document in documents], dtype=np.float64)
    norm = K1 * (1 - B + B * lengths / max(lengths.mean(), 1))
    score = np.zeros(len(documents))
    for word in words:
        counts = np.array([document[word] for document in documents], dtype=np.float64)
        n = np.count_nonzero(counts)
        if n:
            score += np.log(1 + (len(documents) - n + 0.5) / (n + 0.5)) * counts * (K1 + 1) / (counts + norm)
    return score


def _content(lemmas: Sequence[str]) -> Counter[str]:
    return Counter(lemma for lemma in lemmas if not is_stop_word(lemma))
