"""The spaCy pipeline: the shipped one, one that the user names, or a light one that only lemmatises."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from notemine.dutch.artefacts import path_of
from notemine.dutch.genders import add_genders
from notemine.dutch.lemmatizer import add_lemmatizer
from notemine.dutch.sentence_starts import SENTENCE_STARTS, add_sentence_starts
from notemine.errors import MissingModelError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = "nl_notemine_sm"
# What the main job can do without: it cuts sentences itself, and arcs would join the separated verbs of one
# unit in twenty, for a third more time.
IDLE = (SENTENCE_STARTS, "parser", "senter", "ner")


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


@contextmanager
def only_words(nlp: Language) -> Iterator[Language]:
    """Let a pipeline say tags, features and lemmas only, as fast as it can."""
    with nlp.select_pipes(disable=[name for name in IDLE if name in nlp.pipe_names]):
        yield nlp


@contextmanager
def only_entities(nlp: Language) -> Iterator[Language]:
    """Let a pipeline say named entities only."""
    with nlp.select_pipes(enable=[name for name in ("tok2vec", "ner") if name in nlp.pipe_names]):
        yield nlp


def name_of(nlp: Language) -> str:
    """Name and version of a pipeline, as every output gives it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _load(place: str, name: str) -> Language:
    import spacy

    try:
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
