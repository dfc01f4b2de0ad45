from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from notemine.config import Config, TopicSettings
from notemine.domain import TopicDecision
from notemine.errors import ReadError, WriteError
from notemine.topics import Task, find_topic_map
from notemine.workspace.topic_maps import Before, load_topics, save_topics
from tests.topics.themes import loose_lines, vectors_of

SEGMENTS, _ = loose_lines(60)
FOUND = find_topic_map(
    Task(segments=SEGMENTS, vectors=vectors_of(SEGMENTS), settings=TopicSettings(n_topics=5, n_refits=0))
)


def test_a_topic_map_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = save_topics(FOUND, tmp_path / "kaart.json")

    read = load_topics(path)

    assert read == FOUND
    assert np.allclose(read.shares, FOUND.shares, atol=1e-6)


def test_no_line_of_a_note_is_written(tmp_path: Path) -> None:
    written = save_topics(FOUND, tmp_path / "kaart.json").read_text(encoding="utf-8")

    assert not [segment.text for segment in SEGMENTS if segment.text in written]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"version": 1, "topics": 3}', '{"version": 99}'])
def test_another_file_is_refused_with_its_name(content: str, tmp_path: Path) -> None:
    path = tmp_path / "kaart.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ReadError, match=r"kaart\.json"):
        load_topics(path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"kaart\.json"):
        save_topics(FOUND, tmp_path / "geen map" / "kaart.json")


def test_topics_go_on_while_the_settings_are_the_same(tmp_path: Path) -> None:
    path, config = tmp_path / "kaart.json", Config()
    first = Before.read(path, config)
    save_topics(FOUND, path, made_with=first.made_with)

    same = Before.read(path, config.changed({"plan": {"tables": 3}}))
    finer = Before.read(path, config.changed({"topics": {"grain": 3}}))

    assert (first.topics, first.refit) == (None, False)
    assert (same.topics, same.refit) == (FOUND, False)
    assert (finer.topics, finer.refit) == (FOUND, True)
    assert Before.read(path, config, refit=True).refit


def test_a_decision_that_is_taken_back_undoes_what_it_did(tmp_path: Path) -> None:
    path, config = tmp_path / "kaart.json", Config()
    first, second = (TopicDecision(kind="drop", topics=((line,),)) for line in ("een regel", "nog een"))
    save_topics(FOUND, path, made_with=Before.read(path, config, decisions=[first]).made_with)

    assert not Before.read(path, config, decisions=[first]).refit
    assert not Before.read(path, config, decisions=[first, second]).refit
    assert Before.read(path, config).refit
    assert Before.read(path, config, decisions=[second]).refit


def test_a_map_without_topics_is_read_back(tmp_path: Path) -> None:
    empty = find_topic_map(Task(segments=[], vectors=np.zeros((0, 3), dtype=np.float32)))

    assert load_topics(save_topics(empty, tmp_path / "kaart.json")) == empty


def test_labels_that_may_hold_names_do_not_go_on_when_names_are_replaced(tmp_path: Path) -> None:
    path, config = tmp_path / "kaart.json", Config()
    with_names = config.changed({"privacy": {"keep_names": True}})
    save_topics(FOUND, path, made_with=Before.read(path, with_names).made_with)

    assert Before.read(path, config).topics is None


def test_a_broken_file_of_an_earlier_run_stops_no_run(tmp_path: Path) -> None:
    path = tmp_path / "kaart.json"
    path.write_text("{", encoding="utf-8")

    assert Before.read(path, Config()).topics is None
