"""The main job: notes to topics, recurring questions and a plan. The only file that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from notemine import __version__
from notemine.config import Config
from notemine.domain import (
    Decisions,
    Mined,
    Note,
    Provenance,
    Question,
    Segment,
    Skipped,
    TopicMap,
    make_id,
)
from notemine.dutch.pipeline import load_nlp, name_of
from notemine.embed import Embedder, VectorCache, embed, encode_questions, encode_words, load_embedder
from notemine.normalise import in_order, make_segments, pseudonymise, segments_of_texts
from notemine.plan import make_plan
from notemine.questions import (
    find_doubts,
    group_questions,
    in_wordings,
    keep_questions,
    make_recurring,
    questions_in,
    segments_of_prompts,
)
from notemine.topics import Task, find_changes, find_topic_map
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str, int, int], None]


def mine(
    notes: Sequence[Note],
    config: Config | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    decisions: Decisions | None = None,
    previous: TopicMap | None = None,
    refit: bool = False,
    cache: VectorCache | None = None,
    progress: Progress | None = None,
) -> Mined:
    """Mine notes; touches no disk and no network.

    Args:
        notes: In any order; the result does not depend on it.
        config: Settings; the defaults if left out.
        skipped: Sources that could not be read, to be named in the report.
        decisions: What a person said of the questions and topics of earlier runs; it is final.
        previous: Topics of an earlier run: lines keep their topic, new lines join one or found one.
        refit: Find all topics anew; those of ``previous`` that are found back keep their ids.
        cache: Keeps vectors between runs.
        progress: Called with the name of a stage, what is done and what is to do.

    Returns:
        Everything found. Names of people are pseudonyms in it, unless ``config.privacy.keep_names``.
    """
    config = config or Config()
    report = progress or _silent
    nlp = load_nlp(config.pipeline)
    # A name that is not known, or a package that is missing, is told before the work begins.
    load_embedder(config.embedder)
    report("namen", 0, 1)
    safe, safely_skipped = _without_names(notes, skipped, config, nlp)
    report("regels", 0, 1)
    segments = make_segments(safe, nlp)
    said = decisions or Decisions()
    asked = keep_questions(questions_in(safe, segments), said)
    embedder = load_embedder(config.embedder, n_texts=len({s.text for s in segments}))
    guides = segments_of_texts(config.topics.guides, nlp)
    vectors = _encode(segments, asked, guides, embedder=embedder, cache=cache, report=report)
    report("onderwerpen", 0, 1)
    topics = find_topic_map(
        Task(
            segments=segments,
            vectors=vectors.segments,
            notes=safe,
            settings=config.topics,
            seed=config.seed,
            stop_words=config.stop_words,
            encoder=embedder.name,
            asked=encode_questions([s.text for s in segments]),
            prompts=segments_of_prompts(asked, safe, segments, prompts=config.questions.prompts),
            guides=guides,
            guide_vectors=vectors.guides,
            guide_asked=encode_questions([s.text for s in guides]) if guides else None,
            decisions=said.topics,
            previous=previous,
            refit=refit,
        )
    )
    report("vragen", 0, 1)
    grouping = group_questions(
        [question.wording for question in asked],
        vectors.questions,
        encoder=embedder.name,
        encode_words=encode_words,
        min_similarity=config.questions.min_similarity,
        decisions=in_wordings(said, asked),
    )
    questions = make_recurring(
        asked,
        grouping.labels,
        notes=safe,
        segments=segments,
        prompts=config.questions.prompts,
        decisions=said,
        topic_of=_topic_of(segments, topics),
        vectors=vectors.questions,
        text_vectors=vectors.questions_as_texts,
        segment_vectors=vectors.segments,
        encoder=embedder.name,
    )
    report("plan", 0, 1)
    return Mined(
        notes=tuple(safe),
        segments=tuple(segments),
        topics=topics,
        questions=questions,
        plan=make_plan(topics, questions, notes=safe, segments=segments, settings=config.plan),
        provenance=_provenance(config, nlp, embedder.name, decisions=said),
        skipped=safely_skipped,
        review=find_doubts(asked, grouping.near, note_of=_note_of(segments, safe), decisions=said),
        topic_changes=find_changes(previous, topics) if previous else (),
    )


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def _without_names(
    notes: Sequence[Note], skipped: Sequence[Skipped], config: Config, nlp: Language
) -> tuple[Sequence[Note], tuple[Skipped, ...]]:
    if config.privacy.keep_names:
        return in_order(notes), tuple(skipped)
    safe = pseudonymise(notes, skipped=skipped, keep=config.privacy.public_names, nlp=nlp)
    return safe.notes, safe.skipped


@dataclass(frozen=True, slots=True)
class _Vectors:
    """Rows of the segments, of the questions, of the questions as texts, and of the guides if there are."""

    segments: Matrix
    questions: Matrix
    questions_as_texts: Matrix
    guides: Matrix | None


def _encode(
    segments: Sequence[Segment],
    asked: Sequence[Question],
    guides: Sequence[Segment],
    *,
    embedder: Embedder,
    cache: VectorCache | None,
    report: Progress,
) -> _Vectors:
    """Encode everything that is compared, each distinct text once a side."""
    texts, wordings = [s.text for s in segments], [q.wording for q in asked]
    progress = partial(report, "vectoren")
    # In one call: an embedder that is fitted on what it is given would else make two spaces.
    every = [*texts, *wordings, *(guide.text for guide in guides)]
    rows = embed(every, embedder, cache=cache, progress=progress)
    as_texts = rows[len(texts) : len(texts) + len(wordings)]
    of_questions = (
        embed(wordings, embedder, side="question", cache=cache, progress=partial(report, "vragen"))
        if embedder.is_cacheable
        else as_texts
    )
    return _Vectors(
        segments=rows[: len(texts)],
        questions=of_questions,
        questions_as_texts=as_texts,
        guides=rows[len(texts) + len(wordings) :] if guides else None,
    )


def _note_of(segments: Sequence[Segment], notes: Sequence[Note]) -> Mapping[str, Note]:
    by_id = {note.id: note for note in notes}
    return {segment.id: by_id[segment.note_id] for segment in segments}


def _topic_of(segments: Sequence[Segment], topics: TopicMap) -> Mapping[str, str]:
    return {
        segment.id: topics.topics[label].id
        for segment, label in zip(segments, topics.labels, strict=True)
        if label >= 0
    }


def _provenance(config: Config, nlp: Language, embedder: str, *, decisions: Decisions) -> Provenance:
    return Provenance(
        notemine=__version__,
        pipeline=name_of(nlp),
        embedder=embedder,
        clusterer=config.topics.clusterer,
        seed=config.seed,
        # Not where a model lies: a path names the user and differs by machine.
        config=config.changed({"embedder": config.embedder.partition(":")[0]}).model_dump_json(),
        decisions=make_id("decisions", repr(decisions)) if decisions != Decisions() else "",
    )
