from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import TopicSettings
from notemine.domain import Segment, TopicMap
from notemine.topics import FittedBERTopic, Task, find_topic_map, fitted_bertopic
from notemine.vectors import Matrix
from tests.builders import note, segment
from tests.topics.themes import loose_lines, tables, vectors_of

QUICK = TopicSettings(n_refits=1)


def task_of(segments: list[Segment], **options: object) -> Task:
    vectors = options.pop("vectors", None)
    vectors = vectors_of(segments) if vectors is None else vectors
    return Task(segments=segments, vectors=vectors, **({"settings": QUICK} | options))


def topics_of(segments: list[Segment], **options: object) -> TopicMap:
    return find_topic_map(task_of(segments, **options))


def test_each_theme_is_a_topic_and_no_line_is_left_out() -> None:
    segments, themes = loose_lines(90)

    found = topics_of(segments)

    assert -1 not in found.labels
    assert len(set(zip(found.labels, themes, strict=True))) == len(found)
    assert sorted(i for topic in found for i in topic.segment_ids) == sorted(s.id for s in segments)


def test_a_topic_lists_what_its_label_says() -> None:
    segments, _ = loose_lines(90)

    found = topics_of(segments)

    for place, topic in enumerate(found):
        members = {s.id for s, label in zip(segments, found.labels, strict=True) if label == place}
        strengths = [
            found.strengths[[s.id for s in segments].index(segment_id)] for segment_id in topic.segment_ids
        ]
        assert set(topic.segment_ids) == members
        assert strengths == sorted(strengths, reverse=True)
        assert topic.strength == pytest.approx(np.mean(strengths), abs=1e-4)
        assert 0 <= topic.stability <= 1
        assert set(topic.quotes) <= members


def test_the_order_of_the_texts_does_not_matter() -> None:
    segments, _ = loose_lines(80)
    shuffled = random.Random(1).sample(segments, len(segments))

    found, other = topics_of(segments), topics_of(shuffled)

    label_of = {s.id: label for s, label in zip(shuffled, other.labels, strict=True)}
    assert [label_of[s.id] for s in segments] == found.labels
    assert other.topics == found.topics


def test_the_order_of_the_notes_does_not_matter() -> None:
    notes, segments, _ = tables(["ouders", "stage"], ["rooster"], ["stage", "rooster"], ["ouders"])
    by_note = [[s for s in segments if s.note_id == of.id] for of in reversed(notes)]

    found = topics_of(segments, notes=notes)
    other = topics_of([s for part in by_note for s in part], notes=notes)

    assert other.topics == found.topics


def test_a_text_that_is_said_twice_has_one_topic() -> None:
    segments, _ = loose_lines(60)
    twice = [*segments, replace(segments[0], id="s-other", note_id="n-other")]

    found = topics_of(twice)

    assert found.labels[-1] == found.labels[0]


def test_headings_have_no_topic() -> None:
    segments, _ = loose_lines(30)
    segments[4] = replace(segments[4], kind="heading")

    found = topics_of(segments)

    assert [i for i, label in enumerate(found.labels) if label == -1] == [4]
    assert found.strengths[4] == 0


def test_a_line_that_says_nothing_is_read_with_the_lines_around_it() -> None:
    notes, segments, _ = tables(["ouders"] * 3, ["stage"] * 3, ["rooster"] * 3)
    vectors = vectors_of(segments)
    segments[4], vectors[4] = replace(segments[4], text="Ja"), vectors[13]

    alone = topics_of(segments, vectors=vectors)
    in_place = topics_of(segments, vectors=vectors, notes=notes)

    assert alone.labels[4] == alone.labels[13] != alone.labels[3]
    assert in_place.labels[4] == in_place.labels[3] != in_place.labels[13]


def named(themes: list[str], **options: object) -> set[str]:
    notes, segments, _ = tables(["ouders"] * 3, ["stage"] * 3, ["rooster"] * 3, ["ouders"] * 3)
    notes = [replace(of, theme=theme) for of, theme in zip(notes, themes, strict=True)]
    return {topic.label for topic in topics_of(segments, notes=notes, **options)}


def test_a_topic_is_called_what_the_table_was_called() -> None:
    labels = named(["vaders", "bedrijven", "tijd in het rooster", "vaders"])

    assert {label.split()[0] for label in labels} >= {"Vaders", "Bedrijven", "Rooster"}


def test_a_stop_word_of_the_user_names_no_topic_though_a_table_is_called_so() -> None:
    labels = named(["vaders", "bedrijven", "rooster", "vaders"], stop_words=["bedrijf"])

    assert not any("edrijf" in label for label in labels)


def test_of_equal_lines_at_two_tables_the_same_one_is_quoted_in_any_order() -> None:
    segments, _ = loose_lines(40)
    twice = [*segments, *(replace(s, id=f"{s.id}-other", note_id="n-other") for s in segments)]

    assert topics_of(twice).topics == topics_of(twice[::-1]).topics


@pytest.mark.parametrize("n_lines", [2, 3, 4, 7, 8, 13, 20, 40])
def test_a_handful_of_lines_gives_topics_and_a_word_of_warning(n_lines: int) -> None:
    segments, _ = loose_lines(n_lines)

    found = topics_of(segments)

    assert set(found.labels) == set(range(len(found)))
    assert f"{n_lines} regels" in found.warning


def test_little_text_is_said_in_dutch() -> None:
    assert topics_of(loose_lines(7)[0]).warning == "te weinig tekst voor onderwerpen: 7 regels"
    assert topics_of(loose_lines(1)[0]).warning == "te weinig tekst voor onderwerpen: 1 regel"
    assert topics_of(loose_lines(80)[0]).warning == ""


def test_no_text_gives_an_empty_map() -> None:
    found = topics_of([])

    assert (found.topics, found.labels, found.strengths) == ((), [], [])
    assert found.warning


def test_as_many_vectors_as_segments_are_asked_for() -> None:
    segments, _ = loose_lines(3)

    with pytest.raises(ValueError, match="3 segments need as many vectors, got 2"):
        task_of(segments, vectors=vectors_of(segments)[:2])


def test_the_fitted_bertopic_has_the_same_topics_and_labels() -> None:
    segments, _ = loose_lines(60)
    found = topics_of(segments)

    fitted = fitted_bertopic(task_of(segments))

    label_of = {s.id: found.topics[k].label for s, k in zip(segments, found.labels, strict=True)}
    names = [fitted.model.custom_labels_[topic] for topic in fitted.model.topics_]
    assert names == [label_of[segment_id] for segment_id in fitted.segment_ids]
    assert fitted.model.get_topic_info()["Count"].sum() == 60
    (nearest,), _ = fitted.model.transform(["stage |"], vectors_of(segments[1:2]))
    assert fitted.model.custom_labels_[nearest] == label_of[segments[1].id]


PLOTS = {
    "topics": lambda fitted: fitted.visualize_topics(custom_labels=True),
    "hierarchy": lambda fitted: fitted.model.visualize_hierarchy(custom_labels=True),
    "barchart": lambda fitted: fitted.model.visualize_barchart(custom_labels=True),
    "heatmap": lambda fitted: fitted.model.visualize_heatmap(custom_labels=True),
    "term_rank": lambda fitted: fitted.model.visualize_term_rank(custom_labels=True),
    "distribution": lambda fitted: fitted.model.visualize_distribution(
        fitted.model.probabilities_[0], custom_labels=True
    ),
    "documents": lambda fitted: fitted.model.visualize_documents(
        fitted.documents, reduced_embeddings=fitted.reduced_embeddings, custom_labels=True
    ),
    "hierarchical documents": lambda fitted: fitted.model.visualize_hierarchical_documents(
        fitted.documents,
        fitted.model.hierarchical_topics(fitted.documents),
        nr_levels=3,
        reduced_embeddings=fitted.reduced_embeddings,
        custom_labels=True,
    ),
    "topics per class": lambda fitted: fitted.model.visualize_topics_per_class(
        fitted.model.topics_per_class(fitted.documents, classes=["vmbo", "mbo"] * 45), custom_labels=True
    ),
    "topics over time": lambda fitted: fitted.model.visualize_topics_over_time(
        fitted.model.topics_over_time(fitted.documents, [2023, 2024, 2025] * 30), custom_labels=True
    ),
}


@pytest.fixture(scope="module")
def fitted() -> FittedBERTopic:
    segments, _ = loose_lines(90)
    return fitted_bertopic(task_of(segments, settings=TopicSettings(n_topics=6, n_refits=0)))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("plot", PLOTS)
def test_the_plots_of_bertopic_work_and_show_our_labels(plot: str, fitted: FittedBERTopic) -> None:
    figure = PLOTS[plot](fitted).to_json()

    assert fitted.model.custom_labels_[1][:8] in figure


def test_a_bertopic_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no topics without text"):
        fitted_bertopic(task_of([]))


AS_PROGRAM = """
from notemine.topics import Task, find_topic_map
from tests.topics.themes import loose_lines, vectors_of
segments, _ = loose_lines(70)
print(find_topic_map(Task(segments=segments, vectors=vectors_of(segments))))
"""


def test_another_hash_seed_changes_nothing_and_nothing_but_the_result_is_said() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", AS_PROGRAM],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": ":".join(sys.path)},
        )
        for hash_seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout
    assert [run.stderr for run in runs] == [b"", b""]


ODD_TEXTS = st.lists(
    st.sampled_from(["", " ", "?", "ja", "Ja", "12", "😀", "ouders", "de stage", "x" * 300])
    | st.text(max_size=12),
    min_size=1,
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(texts=ODD_TEXTS, in_notes=st.booleans())
def test_whatever_the_texts_say_each_gets_a_topic(texts: list[str], *, in_notes: bool) -> None:
    of = note("\n".join(texts))
    segments = [replace(segment("", of), id=f"s{i}", text=text, line=i + 1) for i, text in enumerate(texts)]
    vectors: Matrix = np.array([[len(text), text.count("e"), 1] for text in texts], dtype=np.float32)

    found = topics_of(segments, vectors=vectors, notes=[of] if in_notes else [])

    assert len(found.labels) == len(texts)
    assert set(found.labels) == set(range(len(found)))
    assert len({topic.label for topic in found}) == len(found)
    assert all(topic.label and topic.quotes for topic in found)
