"""The spaCy component that knows where sentences of notes begin, before the pipeline guesses the rest.

A trained pipeline learns sentence ends from prose. In notes a line break, a bullet or a heading ends a
sentence without a mark, a line that was wrapped does not, and many a point belongs to an abbreviation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from notemine.dutch.abbreviations import is_abbreviated, leads_on
from notemine.dutch.sentences import split_units

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

SENTENCE_STARTS = "notemine_sentence_starts"
LOOK_BACK = 40


def add_sentence_starts(nlp: Language) -> None:
    """Put the component before what cuts sentences; a pipeline that cuts none is left as it is."""
    from spacy.language import Language

    if not Language.has_factory(SENTENCE_STARTS):
        Language.component(SENTENCE_STARTS, assigns=["token.is_sent_start"], func=set_sentence_starts)
    cutters = [name for name in nlp.pipe_names if name in ("senter", "parser")]
    if cutters:
        nlp.add_pipe(SENTENCE_STARTS, before=cutters[0])


def set_sentence_starts(doc: Doc) -> Doc:
    """The component: say whether a sentence begins at the first word of a line and after an abbreviation.

    Nothing is said of other words; senter and parser keep what is said here.
    """
    text = doc.text  # made anew at each call
    wrapped = _wrapped_breaks(text) if "\n" in text else frozenset()
    for i in range(1, len(doc)):
        before, token = doc[i - 1], doc[i]
        if token.is_space:
            token.is_sent_start = False
        elif "\n" in before.text:
            token.is_sent_start = before.idx + before.text.index("\n") not in wrapped
        elif _follows_abbreviation(before, token, text):
            token.is_sent_start = False
    return doc


def _wrapped_breaks(text: str) -> frozenset[int]:
    """The line breaks inside a sentence: those of a paragraph of fixed width or a hanging bullet."""
    spans = ((unit.start, unit.end) for unit in split_units(text))
    return frozenset(i for start, end in spans for i in range(start, end) if text[i] == "\n")


def _follows_abbreviation(before: Token, token: Token, text: str) -> bool:
    """Whether the point before a word belongs to an abbreviation, and ends nothing.

    Before a capital most of them may ("Graag z.s.m. Wie belt?"); then it is left to the pipeline.
    """
    if not before.text.endswith(".") or before.text.endswith(".."):
        return False
    end = before.idx + len(before) - 1
    line = text[max(0, end - LOOK_BACK) : end]
    is_capital = token.text[:1].isupper()
    return is_abbreviated(line, is_capital_next=is_capital) and (not is_capital or leads_on(line))
