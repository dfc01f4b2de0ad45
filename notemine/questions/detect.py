"""Where questions stand in a unit, as positions of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notemine.domain import QuestionKind
from notemine.dutch import cues
from notemine.questions.tagger import LABELS, Tagged, tag
from notemine.questions.words import Word, words_of

BEGINS = frozenset(i for i, label in enumerate(LABELS) if label.startswith("B-"))
REPORTED = LABELS.index("B-reported")
MARKS = ("?", "!")
# What ends a sentence, or opens a remark that is no part of it.
STOPS = frozenset("?!.…;(")
# What may stand before the sentence of a question.
BREAKS = STOPS | frozenset(')[]:|•>→*#"“”„‘’')


@dataclass(frozen=True, slots=True)
class Span:
    """A question in a unit: words ``first`` to ``last``, exclusive.

    Attributes:
        end: Offset in the unit after its last word, or after its mark if it has one.
        confidence: How sure it is that a question begins there, 0 to 1.
    """

    first: int
    last: int
    end: int
    kind: QuestionKind
    confidence: float = 1.0


def are_questions(texts: Sequence[str]) -> list[bool]:
    """Whether each sentence asks something: directly, without its mark, or reported ("... vraagt of ...").

    Tags that ask for assent ("mooi, hè?") and requests ("vraagt om") don't count.

    Raises:
        MissingModelError: the models ``nl_lexicon`` or ``nl_questions`` are not installed.
    """
    bullets = [cues.BULLET.match(text) for text in texts]
    units = [
        words_of(text[bullet.end() :] if bullet else text)
        for text, bullet in zip(texts, bullets, strict=True)
    ]
    return [bool(spans) for spans in spans_of(units, [bullet is not None for bullet in bullets])]


def spans_of(units: Sequence[Sequence[Word]], listed: Sequence[bool]) -> list[list[Span]]:
    """The questions of units, in order.

    Args:
        units: Words of each.
        listed: Whether each is an item of a list, where a subordinate clause on its own is a question
            ("- hoe we ouders bereiken").
    """
    return [_spans(words, tagged) for words, tagged in zip(units, tag(units, listed), strict=True)]


def _spans(words: Sequence[Word], tagged: Tagged) -> list[Span]:
    spans: list[Span] = []
    for first, label in enumerate(tagged.labels):
        if label not in BEGINS:
            continue
        if first and _leads_in(words[first - 1], tagged.labels[first - 1]):
            continue
        last = first + 1
        # "Tot" | "wanneer mag dat": the preposition belongs to the question.
        if _leads_in(words[first], label) and tagged.labels[last : last + 1] == [label]:
            last += 1
        while last < len(words) and tagged.labels[last] == label + 1:
            last += 1
        span = _span(words, first, last, is_reported=label == REPORTED)
        if span is not None:
            start = _start(words, span, after=spans[-1].last if spans else 0)
            spans.append(replace(span, first=start, confidence=tagged.confidence[first]))
    return spans


def _start(words: Sequence[Word], span: Span, *, after: int) -> int:
    """Where a span begins: a marked one that does not begin as a question goes back to its sentence."""
    start = span.first
    if span.kind != "direct" or _begins_question(words, start):
        return start
    while start > after and words[start - 1].low not in BREAKS:
        start -= 1
    while start < span.first and (not words[start].classes or words[start].low in cues.FILLERS):
        start += 1
    return start


def _begins_question(words: Sequence[Word], i: int) -> bool:
    # "te volgen", "het benoemen": an infinitive.
    is_infinitive = i > 0 and (words[i - 1].low == "te" or words[i - 1].classes[:1] == "l")
    is_verb = words[i].is_finite and not is_infinitive
    return words[i].low in cues.QUESTION_WORDS or is_verb or words[i].classes[:1] == "z"


def _leads_in(word: Word, label: int) -> bool:
    """Whether a preposition was taken for the beginning of a question."""
    return label in BEGINS and word.classes[:1] == "z"


def _span(words: Sequence[Word], first: int, last: int, *, is_reported: bool) -> Span | None:
    """The span of tagged words: without signs around it, but up to its mark if it has one."""
    mark = last
    while mark < len(words) and not words[mark].classes and words[mark].low not in STOPS:
        mark += 1
    has_mark = mark < len(words) and words[mark].low == "?"
    while first < last and not words[first].classes:
        first += 1
    while not has_mark and last > first and not words[last - 1].classes:
        last -= 1
    if first == last:
        return None
    while has_mark and mark + 1 < len(words) and words[mark + 1].low in MARKS:
        mark += 1
    kind: QuestionKind = "indirect" if is_reported else "direct" if has_mark else "unmarked"
    return Span(first, last, words[mark if has_mark else last - 1].end, kind)
