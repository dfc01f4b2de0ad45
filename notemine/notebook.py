"""The functions behind ``nm.*``: each takes lists, series or frames and fills in the defaults."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeGuard, Union, cast, get_args

from notemine import pipeline
from notemine.config import Config
from notemine.domain import (
    Decisions,
    Facet,
    Mined,
    Note,
    Plan,
    Question,
    RecurringQuestion,
    TopicDecision,
    TopicDecisionKind,
    TopicMap,
)
from notemine.dutch.pipeline import load_nlp
from notemine.embed import Side, encode_words, load_embedder
from notemine.embed import embed as embed_with
from notemine.errors import ReadError
from notemine.ingest import read_sources
from notemine.ingest.frame import notes_from_rows
from notemine.normalise import segments_of_texts
from notemine.questions import are_questions, ask_vectors
from notemine.questions import find_questions as find_in_text
from notemine.questions import group_questions as group_by_vectors
from notemine.report import for_outside, questions_for_others, to_frame, write_report
from notemine.report import write_sheets as write_sheets_of
from notemine.topics import (
    FittedBERTopic,
    Task,
    find_topic,
    find_topic_map,
    fitted_bertopic,
    make_decision,
)
from notemine.vectors import Matrix
from notemine.workspace.decisions import read_decisions
from notemine.workspace.topic_maps import load_topics, save_topics

if TYPE_CHECKING:
    import pandas as pd

Texts: TypeAlias = Union["Iterable[str]", "pd.Series[str]", "pd.DataFrame"]
Sources: TypeAlias = Union[str, Path, "Iterable[str | Path | Note]", "pd.Series[str]", "pd.DataFrame"]

__all__ = [
    "compare",
    "decide_topics",
    "embed",
    "find_questions",
    "find_topics",
    "fit_bertopic",
    "group_questions",
    "is_question",
    "load_nlp",
    "load_topics",
    "mine",
    "read_notes",
    "save_topics",
    "to_frame",
    "write_report",
    "write_sheets",
]


def is_question(texts: Texts) -> list[bool]:
    """Whether each sentence is a question, direct or indirect; the final mark may be missing."""
    return are_questions(_texts(texts))


def find_questions(text: str) -> list[Question]:
    """Find the questions in a text, in order; ``text[q.start:q.end]`` is exactly the question."""
    return find_in_text(text)


def group_questions(
    texts: Texts, *, embedder: str = "auto", min_similarity: float | None = None
) -> list[int]:
    """Number the questions so that those that ask the same share a number, from 0 in order of appearance."""
    questions = _texts(texts)
    model = load_embedder(embedder, n_texts=len(set(questions)))
    vectors = embed_with(questions, model, side="question")
    return group_by_vectors(
        questions,
        vectors,
        encoder=model.name,
        encode_words=encode_words,
        min_similarity=min_similarity,
    ).labels


def embed(texts: Texts, side: Side = "text", *, embedder: str = "auto") -> Matrix:
    """Encode texts as rows of length 1, float32, shape (n_texts, n_dims).

    Args:
        texts: Any number of texts.
        side: ``question`` places questions by what they ask rather than by their subject; such vectors have
            a width of their own and are not compared with those of texts.
        embedder: A file in ``notemine/embed/embedders``; ``auto`` takes ``dutch``, and above 10,000 distinct
            texts ``dutch_fast``, whose vectors lie close to those of ``dutch``.
    """
    given = _texts(texts)
    model = load_embedder(embedder, n_texts=len(set(given)))
    vectors = embed_with(given, model, side=side)
    if side == "text" or model.has_question_side:
        return vectors
    return ask_vectors(given, vectors, encoder=model.name)


def find_topics(
    texts: Texts,
    config: Config | None = None,
    *,
    decisions: Sequence[TopicDecision] = (),
    previous: TopicMap | None = None,
    refit: bool = False,
) -> TopicMap:
    """Find the topics of texts that stand on their own.

    Args:
        texts: One text an item; for notes with their order and tables use ``mine``.
        config: Settings; the defaults if left out.
        decisions: What a person said of the topics, see ``decide_topics``.
        previous: Topics of an earlier call: a text that had a topic keeps it (texts are told by their words
            and their place in the list, so put new ones behind), new ones join one or found one.
        refit: Find all topics anew; those of ``previous`` that are found back keep their ids.

    Returns:
        Topics, largest first; ``.labels`` holds the index of the topic of each text.
    """
    task = task_of_texts(texts, config or Config())
    return find_topic_map(replace(task, decisions=decisions, previous=previous, refit=refit))


def fit_bertopic(texts_or_notes: Texts | Sequence[Note], config: Config | None = None) -> FittedBERTopic:
    """Find the same topics as ``find_topics`` (or ``mine``, for notes) as a fitted BERTopic.

    ``.model`` is a ``bertopic.BERTopic`` with our labels; hand ``.documents`` and ``.embeddings`` to those of
    its methods that ask for them: ``fitted.model.visualize_documents(fitted.documents,
    reduced_embeddings=fitted.reduced_embeddings, custom_labels=True)``.

    Raises:
        ValueError: there is no text to find topics in.
    """
    config = config or Config()
    if not _is_frame(texts_or_notes) and not isinstance(texts_or_notes, str):
        items = list(texts_or_notes)
        if items and all(isinstance(item, Note) for item in items):
            return pipeline.bertopic_of_notes(cast("list[Note]", items), config)
        texts_or_notes = cast("list[str]", items)
    return fitted_bertopic(task_of_texts(cast("Texts", texts_or_notes), config))


def decide_topics(
    mined: Mined, kind: TopicDecisionKind, topics: str | Sequence[str], *, label: str = ""
) -> TopicDecision:
    """Write down what you say of topics, in lines that find them back after a refit.

    Args:
        mined: Where the topics stand.
        kind: ``rename`` (with ``label``), ``merge`` (two topics or more), ``drop``, or ``pin``: its lines
            stay together. For a split see ``TopicDecision``.
        topics: Labels or ids.
        label: The name it gets.

    Returns:
        To be handed on: ``nm.mine(notes, decisions=nm.Decisions(topics=(decision,)))``.

    Raises:
        UnknownNameError: there is no topic of that name.
    """
    names = [topics] if isinstance(topics, str) else list(topics)
    found = [find_topic(mined.topics, name) for name in names]
    return make_decision(kind, found, mined.segments, label=label)


def compare(mined: Mined, by: Facet = "sector", topic: str = "") -> pd.DataFrame:
    """How much the tables of each sector, role, theme or event speak of each topic.

    Each table counts once; intervals (95 %) come from drawing tables again. ``is_typical`` says that a group
    speaks of a topic more than the others, beyond chance.

    Args:
        mined: What was found.
        by: ``sector``, ``role``, ``theme`` or ``event``.
        topic: Label or id of one topic; all if left out.

    Returns:
        A row for each topic and group; without rows where fewer than two groups are known.

    Raises:
        UnknownNameError: there is no topic of that name.
        ValueError: ``by`` is none of the four.
    """
    if by not in get_args(Facet):
        raise ValueError(f"cannot compare by {by!r}; choose one of: {', '.join(get_args(Facet))}")
    frame = to_frame(mined, "prevalence")
    wanted = frame["facet"] == by
    if topic:
        wanted &= frame["topic_id"] == find_topic(mined.topics, topic).id
    return frame[wanted].reset_index(drop=True)


def task_of_texts(texts: Texts, config: Config) -> Task:
    """Texts that stand on their own, and the guides if there are, as a search for topics."""
    nlp = load_nlp(config.pipeline)
    segments, guides = segments_of_texts(_texts(texts), nlp), segments_of_texts(config.topics.guides, nlp)
    vectors = embed([s.text for s in (*segments, *guides)], embedder=config.embedder)
    return Task(
        segments=segments,
        vectors=vectors[: len(segments)],
        settings=config.topics,
        seed=config.seed,
        stop_words=config.stop_words,
        guides=guides,
        guide_vectors=vectors[len(segments) :] if guides else None,
    )


def read_notes(paths: str | Path | Sequence[str | Path]) -> list[Note]:
    """Read notes from files and folders, names and all.

    Warns:
        UserWarning: a file was skipped; the message names it and says why.
    """
    ingested = read_sources([paths] if isinstance(paths, str | Path) else paths)
    for skipped in ingested.skipped:
        warnings.warn(f"{skipped.source}: {skipped.reason}", stacklevel=2)
    return list(ingested.notes)


def mine(
    notes_or_paths: Sources,
    config: Config | None = None,
    *,
    decisions: Decisions | str | Path | None = None,
    previous: TopicMap | None = None,
    refit: bool = False,
) -> Mined:
    """Do the main job: topics, recurring questions and a plan from notes.

    Args:
        notes_or_paths: Files or folders; or notes; or a series with a text a note; or a frame with a row a
            note (column ``text``, and where known event, held_on, place, table, sector, role, theme, source).
        config: Settings; the defaults if left out.
        decisions: What a person said of questions and topics, or the ``decisions.toml`` that holds it.
        previous: Topics of an earlier run, which go on: lines keep their topic, new ones join or found one.
        refit: Find all topics anew; those of ``previous`` that are found back keep their ids.

    Raises:
        ReadError: paths were given and not one note could be read; the message names every cause.
        ConfigError: the file with decisions is not there, or has a fault.
    """
    notes, paths = _notes_and_paths(notes_or_paths)
    if isinstance(decisions, str | Path):
        decisions = read_decisions(Path(decisions), must_exist=True)
    if not paths:
        return pipeline.mine(notes, config, decisions=decisions, previous=previous, refit=refit)
    ingested = read_sources(paths)
    if not ingested.notes:
        raise ReadError("; ".join(f"{s.source}: {s.reason}" for s in ingested.skipped))
    return pipeline.mine(
        [*notes, *ingested.notes],
        config,
        skipped=ingested.skipped,
        decisions=decisions,
        previous=previous,
        refit=refit,
    )


def write_sheets(
    mined_or_plan: Mined | Plan,
    folder: str | Path,
    *,
    questions: Sequence[RecurringQuestion] = (),
    event: str = "",
    held_on: date | None = None,
    place: str = "",
    force: bool = False,
) -> list[Path]:
    """Write a note sheet (Word) for each table of the plan; filled in, ``read_notes`` reads it back.

    Args:
        mined_or_plan: What was found, or a plan.
        folder: Made if it does not exist; other files in it stay.
        questions: Those a plan names by id; ``Mined`` brings its own.
        event: Title of the event where the sheets will be filled in.
        held_on: Its date.
        place: Its place.
        force: Replace sheets that are there and differ, though someone may have written on them.

    Returns:
        The files, by table.

    Raises:
        WriteError: a sheet is there and differs, and nothing was written; or a file cannot be written.
    """
    if isinstance(mined_or_plan, Mined):
        shown = for_outside(mined_or_plan)
        questions, mined_or_plan = questions_for_others(shown), shown.plan
    return write_sheets_of(
        mined_or_plan, folder, questions=questions, event=event, held_on=held_on, place=place, force=force
    )


def _texts(texts: Texts) -> list[str]:
    if isinstance(texts, str):
        raise TypeError("expected a list of texts, got one string; write [text]")
    column = _column(texts) if _is_frame(texts) else texts
    # A missing value (None, nan) is an empty text: the answer keeps its place.
    return ["" if text is None or text != text else str(text) for text in column]


def _column(frame: pd.DataFrame) -> pd.Series[str]:
    if "text" not in frame.columns:
        raise ValueError(
            f"no column 'text' among {', '.join(map(repr, frame.columns))}; rename the one with texts"
        )
    return frame["text"]


def _notes_and_paths(source: Sources) -> tuple[list[Note], list[str | Path]]:
    if isinstance(source, str | Path):
        return [], [source]
    if _is_frame(source):
        return notes_from_rows(source.to_dict("records")), []
    if hasattr(source, "to_list"):
        return notes_from_rows({"text": text} for text in source), []
    items = list(source)
    notes = [item for item in items if isinstance(item, Note)]
    return notes, [item for item in items if not isinstance(item, Note)]


def _is_frame(given: object) -> TypeGuard[pd.DataFrame]:
    # pandas is loaded by whoever has a frame, not by us.
    return hasattr(given, "columns")
