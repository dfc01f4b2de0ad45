from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from notemine import registry
from notemine.config import TopicSettings
from notemine.errors import UnknownNameError
from notemine.topics.clustering import CLUSTERERS, Clustering, find_clusters, load_clusterer
from notemine.topics.graph import with_graph
from notemine.topics.items import Items, make_items
from tests.topics.themes import loose_lines, vectors_of

NAMES = registry.names_in(CLUSTERERS)


@pytest.fixture(params=NAMES)
def clusterer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def clusters_of(items: Items, clusterer: str, *, seed: int = 0, **options: Any) -> Clustering:
    return find_clusters(items, settings=TopicSettings(clusterer=clusterer, **options), seed=seed)


def items_of(n_lines: int) -> Items:
    segments, _ = loose_lines(n_lines)
    return with_graph(make_items(segments, vectors_of(segments))[0])


@pytest.mark.parametrize("n_lines", [1, 2, 3, 5, 9, 40])
def test_every_item_gets_a_cluster_and_a_strength(clusterer: str, n_lines: int) -> None:
    items = items_of(n_lines)

    found = clusters_of(items, clusterer, seed=0)

    assert found.labels.shape == found.strengths.shape == (n_lines,)
    assert sorted(set(found.labels.tolist())) == list(range(found.labels.max() + 1))
    assert ((found.strengths >= 0) & (found.strengths <= 1)).all()


def test_clusters_are_numbered_by_size(clusterer: str) -> None:
    found = clusters_of(items_of(90), clusterer, seed=0)

    sizes = np.bincount(found.labels)
    assert sizes.tolist() == sorted(sizes.tolist(), reverse=True)


def test_the_same_items_get_the_same_clusters_again(clusterer: str) -> None:
    first = clusters_of(items_of(90), clusterer, seed=3)
    second = clusters_of(items_of(90), clusterer, seed=3)

    assert first.labels.tolist() == second.labels.tolist()
    assert first.strengths.tolist() == second.strengths.tolist()


def test_themes_far_apart_are_not_mixed(clusterer: str) -> None:
    segments, themes = loose_lines(90)
    items, item_of = make_items(segments, vectors_of(segments))
    items = with_graph(items)

    found = clusters_of(items, clusterer, seed=0)

    pairs = {(int(found.labels[item]), theme) for item, theme in zip(item_of, themes, strict=True)}
    assert len(pairs) == found.labels.max() + 1


@pytest.mark.parametrize("name", ["louvain", "kmeans"])
@pytest.mark.parametrize("n_topics", [2, 3, 7, 20])
def test_the_number_of_topics_can_be_forced(name: str, n_topics: int) -> None:
    found = clusters_of(items_of(90), name, n_topics=n_topics)

    assert found.labels.max() + 1 == n_topics


def test_a_finer_grain_gives_more_topics() -> None:
    items = items_of(90)

    coarse, fine = (clusters_of(items, "louvain", grain=grain).labels.max() for grain in (0.3, 6))

    assert coarse < fine


def test_an_unknown_clusterer_is_named_with_those_that_are_there() -> None:
    with pytest.raises(UnknownNameError, match="no clusterer is called 'hdbscam'; choose one of: hdbscan,"):
        load_clusterer("hdbscam")
