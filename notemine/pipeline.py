"""The main job: notes to topics, recurring questions and a plan. The only file that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from notemine import __version__
from notemine.config import Config
from notemine.domain import Mined, Note, Provenance, Question, RecurringQuestion, Segment, Skipped, TopicMap
from notemine.dutch.pipeline import load_nlp
from notemine.embed import Embedder, VectorCache, embed, load_embedder
from notemine.normalise import make_segments, pseudonymise
from notemine.plan import make_plan
from notemine.questions import group_questions, make_recurring, questions_in
from notemine.topics import find_topic_map

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str, int, int], None]


def mine(
    notes: Sequence[Note],
    config: Config | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    cache: VectorCache | None = None,
    progress: Progress | None = None,
) -> Mined:
    """Mine notes; touches no disk and no network.

    Args:
        notes: In any order; the result does not depend on it.
        config: Settings; the defaults if left out.
        skipped: Sources that could not be read, to be named in the report.
        cache: Keeps vectors between runs.
        progress: Called with the name of a stage, what is done and what is to do.

    Returns:
        Everything found. Names of people are pseudonyms in it, unless ``config.privacy.keep_names``.
    """
    config = config or Config()
    report = progress or (lambda *_: None)
    nlp, embedder = load_nlp(config.pipeline), load_embedder(config.embedder)
    encode = partial(embed, embedder=embedder, cache=cache)

    report("namen", 0, 1)
    safe = _without_names(notes, config)
    report("regels", 0, 1)
    segments = make_segments(safe, nlp)
    vectors = encode([s.text for s in segments], progress=partial(report, "vectoren"))
    report("onderwerpen", 0, 1)
    topics = find_topic_map(
        segments, vectors, notes=safe, settings=config.topics, seed=config.seed, stop_words=config.stop_words
    )
    report("vragen", 0, 1)
    asked = questions_in(safe, segments)
    asked_vectors = encode([q.wording for q in asked], side="question", progress=partial(report, "vragen"))
    ...
