"""Whether a Dutch noun is a de-word or a het-word: a fact of the word, which no context tells better."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from notemine.dutch.artefacts import read_packed
from notemine.dutch.compounds import split_compound
from notemine.dutch.words import ARTEFACT

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Gender = Literal["zijd", "onz", ""]

GENDERS = "notemine_genders"
_DIMINUTIVE = re.compile(r"\w{2,}(?:[tpkdsgf]|bb|ll|mm|nn|rr)(?:et)?je")
# "het ding", "het geding": those in -ding stand in the table.
_COMMON_ENDING = re.compile(r"\w{3,}(?:heid|teit|tie|sie|ist|(?<!d)ing)")
# The CGN tag of a common noun in the singular; its group is the gender.
NOUN_TAG = re.compile(r"N\|soort\|ev\|basis\|(zijd|onz)\|stan")
_GENDERS: dict[str, Gender] = {"zijd": "zijd", "onz": "onz", "": ""}
_FEATURE_OF = {"zijd": "Com", "onz": "Neut"}


def add_genders(nlp: Language) -> None:
    """Put the component behind the tagger; a pipeline without one is left as it is."""
    from spacy.language import Language

    if not Language.has_factory(GENDERS):
        Language.component(GENDERS, assigns=["token.tag", "token.morph"], func=set_genders)
    taggers = [name for name in nlp.pipe_names if name in ("tagger", "morphologizer")]
    if taggers:
        nlp.add_pipe(GENDERS, after=taggers[-1])


def set_genders(doc: Doc) -> Doc:
    """The component: give common nouns in the singular the gender that is known of the word."""
    for token in doc:
        match = NOUN_TAG.fullmatch(token.tag_)
        gender = gender_of(token.lower_) if match else ""
        if match and gender and gender != match[1]:
            token.tag_ = token.tag_.replace(match[1], gender)
            features = {**token.morph.to_dict(), "Gender": _FEATURE_OF[gender]}
            token.set_morph(features)  # type: ignore[attr-defined]  # not in the stubs
    return doc


@lru_cache(maxsize=100_000)
def gender_of(word: str) -> Gender:
    """Gender of a noun in the singular, in lower case; empty where it is not known or both are used.

    A compound has that of its last part ("racecircuit" that of "circuit"), a diminutive is a het-word.

    Raises:
        MissingModelError: the table is not installed.

    >>> gender_of("bestuur"), gender_of("racecircuit"), gender_of("klasje"), gender_of("keuze")
    ('onz', 'onz', 'onz', 'zijd')
    """
    table = _table()
    if word in table:
        return table[word]
    if _DIMINUTIVE.fullmatch(word):
        return "onz"
    if _COMMON_ENDING.fullmatch(word):
        return "zijd"
    head = split_compound(word)[-1]
    return table.get(head, "") if head != word else ""


@cache
def _table() -> dict[str, Gender]:
    rows = (row.split("\t") for row in read_packed(ARTEFACT, "genders.tsv.gz").splitlines())
    return {word: _GENDERS[gender] for word, gender in rows}
