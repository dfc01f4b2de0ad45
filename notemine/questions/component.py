"""A spaCy component that finds questions, for those who live in spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from notemine.questions.extract import find_questions

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "notemine_questions"


@Language.factory(NAME, assigns=["doc._.questions", "span._.question_kind", "span._.wording"])
def make_component(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001, spaCy hands both over
    """Make the component; it needs no other one.

    It sets ``doc._.questions``, a tuple of spans, each with ``span._.question_kind`` (direct, unmarked or
    indirect) and ``span._.wording`` (the question on its own). Spans are made of whole tokens.
    """
    if not Doc.has_extension("questions"):
        Doc.set_extension("questions", default=())
    for extension in ("question_kind", "wording"):
        if not Span.has_extension(extension):
            Span.set_extension(extension, default="")
    return _find_in_doc


def _find_in_doc(doc: Doc) -> Doc:
    spans = []
    for question in find_questions(doc.text):
        span = doc.char_span(question.start, question.end, label="QUESTION", alignment_mode="expand")
        if span is not None:
            span._.question_kind = question.kind
            span._.wording = question.wording
            spans.append(span)
    doc._.questions = tuple(spans)
    return doc
