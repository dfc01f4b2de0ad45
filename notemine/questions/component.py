"""A spaCy component that finds questions, for those who live in spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from notemine.questions.extract import find_questions

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "notemine_questions"


@Language.factory(NAME, assigns=["doc._.questions", "span._.question_kind", "span._.question_wording"])
def make_component(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001, spaCy hands both over
    """Make the component; it needs no other one.

    It sets ``doc.spans["notemine_questions"]``, which ``doc._.questions`` gives as a tuple; each span has a
    ``span._.question_kind`` (direct, unmarked or indirect) and a ``span._.question_wording`` (the question on
    its own). Spans are made of whole tokens.
    """
    if not Doc.has_extension("questions"):
        Doc.set_extension("questions", getter=lambda doc: tuple(doc.spans.get(NAME, ())))
    for extension in ("question_kind", "question_wording"):
        if not Span.has_extension(extension):
            Span.set_extension(extension, default="")
    return _find_in_doc


def _find_in_doc(doc: Doc) -> Doc:
    spans = []
    for question in find_questions(doc.text):
        span = doc.char_span(question.start, question.end, label="QUESTION", alignment_mode="expand")
        if span is not None:
            span._.question_kind = question.kind
            span._.question_wording = question.wording
            spans.append(span)
    doc.spans[NAME] = spans
    return doc
