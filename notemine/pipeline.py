"""The main job: notes to topics, recurring questions and a plan. The file that knows the order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

from notemine import __version__
from notemine.cleaning import CleanNotes, NameStore, clean_notes, silent
from notemine.config import Config
from notemine.domain import (
    Decisions,
    Facet,
    Mined,
    Note,
    Progress,
    Provenance,
    Question,
    Segment,
    Skipped,
    TopicDecision,
    TopicMap,
    make_id,
)
from notemine.dutch.pipeline import load_nlp, name_of
from notemine.embed import Embedder, VectorCache, embed, encode_questions, encode_words, load_embedder
from notemine.normalise import Renumbering, canonical_numbers, segments_of_texts
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
from notemine.topics import (
    FittedBERTopic,
    Task,
    find_changes,
    find_prevalence,
    find_topic_map,
    fitted_bertopic,
    propose_split,
)
from notemine.vectors import Matrix


def mine(
    notes: Sequence[Note],
    config: Config | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    decisions: Decisions | None = None,
    previous: TopicMap | None = None,
    refit: bool = False,
    cache: VectorCache | None = None,
    names: NameStore | None = None,
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
        names: Keeps who is behind each pseudonym, apart from the results.
        progress: Called with the name of a stage, what is done and what is to do.

    Returns:
        Everything found. Names of people are pseudonyms in it, unless ``config.privacy.keep_names``.
    """
    config = config or Config()
    clean = clean_notes(notes, config, skipped=skipped, names=names, progress=progress)
    return mine_clean(
        clean,
        config,
        decisions=decisions,
        previous=previous,
        refit=refit,
        cache=cache,
        progress=progress,
    )


def mine_clean(
    clean: CleanNotes,
    config: Config | None = None,
    *,
    decisions: Decisions | None = None,
    previous: TopicMap | None = None,
    refit: bool = False,
    cache: VectorCache | None = None,
    progress: Progress | None = None,
) -> Mined:
    """Mine notes that ``clean_notes`` made, now or in earlier runs, one by one or all at once."""
    config, said = config or Config(), decisions or Decisions()
    numbers = canonical_numbers(clean.notes, clean.skipped)
    if not numbers:
        return _mine(clean, config, said, previous=previous, refit=refit, cache=cache, progress=progress)
    there = Renumbering(numbers)
    notes, segments = there.notes(clean.notes), there.segments(clean.segments, clean.notes)
    mined = _mine(
        CleanNotes(notes, clean.skipped, segments),
        config,
        there.all_in(said),
        previous=previous,
        refit=refit,
        cache=cache,
        progress=progress,
    )
    back = there.inverse().with_questions(replace(mined, notes=(), segments=()), segments, notes)
    provenance = replace(mined.provenance, decisions=_id_of(said))
    return replace(
        back, notes=clean.notes, segments=clean.segments, skipped=clean.skipped, provenance=provenance
    )


def _mine(
    clean: CleanNotes,
    config: Config,
    said: Decisions,
    *,
    previous: TopicMap | None,
    refit: bool,
    cache: VectorCache | None,
    progress: Progress | None,
) -> Mined:
    report = progress or silent
    ready = _ready(clean, config, decisions=said, cache=cache, report=report)
    safe, segments, asked, vectors = ready.notes, ready.segments, ready.asked, ready.vectors
    report("onderwerpen", 0, 1)
    topics = find_topic_map(ready.task(config, decisions=said, previous=previous, refit=refit))
    report("vragen", 0, 1)
    grouping = group_questions(
        [question.wording for question in asked],
        vectors.questions,
        encoder=ready.encoder,
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
        encoder=ready.encoder,
    )
    report("plan", 0, 1)
    return Mined(
        notes=safe,
        segments=segments,
        topics=topics,
        questions=questions,
        plan=make_plan(
            topics,
            questions,
            notes=safe,
            segments=segments,
            settings=config.plan,
            decisions=said.plan,
            topic_decisions=said.topics,
        ),
        provenance=_provenance(config, ready, decisions=said),
        skipped=ready.skipped,
        review=find_doubts(asked, grouping.near, note_of=_note_of(segments, safe), decisions=said),
        prevalence=tuple(
            found
            for facet in get_args(Facet)
            for found in find_prevalence(topics, segments, safe, facet=facet, seed=config.seed)
        ),
        topic_changes=find_changes(previous, topics) if previous else (),
    )


def split_topic(
    clean: CleanNotes,
    name: str,
    config: Config | None = None,
    *,
    decisions: Decisions | None = None,
    previous: TopicMap | None = None,
    cache: VectorCache | None = None,
) -> TopicDecision:
    """Say into which two parts a topic of notes that ``clean_notes`` made falls; ``mine`` takes the decision.

    Raises:
        UnknownNameError: there is no topic of that name.
    """
    config, said = config or Config(), decisions or Decisions()
    there = Renumbering(canonical_numbers(clean.notes, clean.skipped))
    notes, segments = there.notes(clean.notes), there.segments(clean.segments, clean.notes)
    said = there.all_in(said)
    ready = _ready(CleanNotes(notes, clean.skipped, segments), config, decisions=said, cache=cache)
    task = ready.task(config, decisions=said, previous=previous)
    return there.inverse().all_in(propose_split(task, there.text(name)))


def bertopic_of_notes(notes: Sequence[Note], config: Config | None = None) -> FittedBERTopic:
    """The topics that ``mine`` finds, as a fitted BERTopic with its plots and tables.

    Raises:
        ValueError: no line has a topic.
    """
    config = config or Config()
    return fitted_bertopic(_ready(clean_notes(notes, config), config).task(config))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """Notes that were read, split and encoded.

    Attributes:
        notes: Without names, in order.
        asked: Questions in them.
        prompts: Segments in which the leader asks what he asks everywhere.
    """

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]
    segments: tuple[Segment, ...]
    asked: list[Question]
    guides: tuple[Segment, ...]
    vectors: _Vectors
    prompts: frozenset[str]
    pipeline: str
    encoder: str

    def task(
        self,
        config: Config,
        *,
        decisions: Decisions | None = None,
        previous: TopicMap | None = None,
        refit: bool = False,
    ) -> Task:
        """The search for topics in them."""
        return Task(
            segments=self.segments,
            vectors=self.vectors.segments,
            notes=self.notes,
            settings=config.topics,
            seed=config.seed,
            stop_words=config.stop_words,
            encoder=self.encoder,
            asked=encode_questions([segment.text for segment in self.segments]),
            encode_words=encode_words,
            prompts=self.prompts,
            guides=self.guides,
            guide_vectors=self.vectors.guides,
            guide_asked=encode_questions([g.text for g in self.guides]) if self.guides else None,
            decisions=decisions.topics if decisions else (),
            previous=previous,
            refit=refit,
        )


def _ready(
    clean: CleanNotes,
    config: Config,
    *,
    decisions: Decisions | None = None,
    cache: VectorCache | None = None,
    report: Progress | None = None,
) -> _Ready:
    """Everything up to the vectors."""
    report = report or silent
    nlp = load_nlp(config.pipeline)
    notes, skipped, segments = clean
    said = decisions or Decisions()
    asked = keep_questions(questions_in(notes, segments), said)
    may_prompt = keep_questions(asked, Decisions(no_question=said.no_prompts))
    embedder = load_embedder(config.embedder, n_texts=len({s.text for s in segments}))
    guides = segments_of_texts(config.topics.guides, nlp)
    return _Ready(
        notes=notes,
        skipped=skipped,
        segments=segments,
        asked=asked,
        guides=guides,
        vectors=_encode(segments, asked, guides, embedder=embedder, cache=cache, report=report),
        prompts=segments_of_prompts(
            may_prompt, notes, segments, prompts=(*config.questions.prompts, *said.prompts)
        ),
        pipeline=name_of(nlp),
        encoder=embedder.name,
    )


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


def _told(config: Config) -> str:
    """Settings as a result tells them: without what names people and files, which leaves its hash behind."""
    plain = config.changed({"embedder": config.embedder.partition(":")[0]})
    settings = plain.model_dump(mode="json", exclude={"ingest": True, "privacy": {"public_names"}})
    personal = plain.model_dump_json(include={"ingest": True, "privacy": {"public_names"}})
    return json.dumps({**settings, "personal": make_id("settings", personal)}, separators=(",", ":"))


def _provenance(config: Config, ready: _Ready, *, decisions: Decisions) -> Provenance:
    return Provenance(
        notemine=__version__,
        pipeline=ready.pipeline,
        embedder=ready.encoder,
        clusterer=config.topics.clusterer,
        seed=config.seed,
        # Not where a model lies: a path names the user and differs by machine.
        config=_told(config),
        decisions=_id_of(decisions),
    )


def _id_of(decisions: Decisions) -> str:
    return make_id("decisions", repr(decisions)) if decisions != Decisions() else ""
