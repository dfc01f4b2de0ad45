"""The spaCy pipeline: the shipped one, one that the user names, or a light one that only lemmatises."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING

from notemine.dutch.artefacts import path_of
from notemine.dutch.genders import GENDERS, add_genders
from notemine.dutch.lemmatizer import LEMMATIZER, add_lemmatizer
from notemine.dutch.sentence_starts import SENTENCE_STARTS, add_sentence_starts
from notemine.errors import MissingModelError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = "nl_notemine_sm"
# The main job cuts sentences itself, and arcs would join the separated verbs of one unit in twenty, for a
# third more time.
NOT_FOR_WORDS = (SENTENCE_STARTS, "senter", "parser", "ner")
NOT_FOR_ENTITIES = (
    *("morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "trainable_lemmatizer"),
    *(GENDERS, SENTENCE_STARTS, LEMMATIZER),
)


@cache
def load_nlp(name: str = "auto") -> Language:
    """Load a Dutch pipeline, once per process; ``meta`` holds its name, language and version.

    Each ends with notemine's own lemmatizer, so that notes have the same lemmas whatever tags them, and gives
    tokens ``token._.parts``; nouns have the gender of the word, line breaks and bullets end a sentence.

    Args:
        name: ``auto`` takes the shipped pipeline where there is one, else the light one; ``blank`` is the
            light one: Dutch tokens and lemmas, no tags; anything else is a spaCy package
            (``nl_core_news_sm``) or a folder.

    Raises:
        MissingModelError: there is no package or folder of that name.
    """
    if name == "blank":
        return _light()
    if name in ("auto", SHIPPED):
        folder = path_of(SHIPPED)
        # The folder may hold only the card, where the weights were left out of a checkout.
        if folder is not None and (folder / "meta.json").is_file():
            return _load(str(folder), name)
        if name == "auto":
            return _light()
    return _load(name, name)


def idle_for_words(nlp: Language) -> list[str]:
    """Components that tags, features and lemmas do without, for ``nlp.pipe(..., disable=...)``."""
    return [name for name in NOT_FOR_WORDS if name in nlp.pipe_names]


def idle_for_entities(nlp: Language) -> list[str]:
    """Components that named entities do without, for ``nlp.pipe(..., disable=...)``."""
    return [name for name in NOT_FOR_ENTITIES if name in nlp.pipe_names]


def name_of(nlp: Language) -> str:
    """Name and version of a pipeline, as every output gives it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _load(place: str, name: str) -> Language:
    import spacy
    from thinc.api import NumpyOps, get_current_ops, use_ops

    # NumPy multiplies a quarter faster than thinc's own BLIS; on a GPU or a Mac thinc knows better.
    is_plain = type(get_current_ops()) is NumpyOps
    try:
        with use_ops("numpy", use_blis=False) if is_plain else nullcontext():
            nlp = spacy.load(place)
    except OSError as error:
        raise MissingModelError(
            f"no spaCy pipeline is called {name!r}; install it, name the folder it lies in, "
            "or choose 'auto' or 'blank', which need nothing more"
        ) from error
    add_sentence_starts(nlp)
    add_genders(nlp)
    add_lemmatizer(nlp)
    return nlp


def _light() -> Language:
    import spacy

    from notemine import __version__

    nlp = spacy.blank("nl")
    add_lemmatizer(nlp)
    nlp.meta |= {"name": "notemine_light", "version": __version__}
    return nlp
