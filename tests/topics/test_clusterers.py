from __future__ import annotations

import numpy as np
import pytest

from notemine import registry
from notemine.config import TopicSettings
from notemine.errors import UnknownNameError
from notemine.topics.clustering import CLUSTERERS, Clusterer, load_clusterer
from notemine.topics.items import Items, make_items
from tests.topics.themes import loose_lines, vectors_of

NAMES = registry.names_in(CLUSTERERS)


@pytest.fixture(params=NAMES)
def cluster(request: pytest.FixtureRequest) -> Clusterer:
    return load_clusterer(request.param)


def items_of(n_lines: int) -> Items:
    segments, _ = loose_lines(n_lines)
    return make_items(segments, vectors_of(segments))[0]


@pytest.mark.parametrize("n_lines", [1, 2, 3, 5, 9, 40])
def test_every_item_gets_a_cluster_and_a_strength(cluster: Clusterer, n_lines: int) -> None:
    items = items_of(n_lines)

    found = cluster(items, settings=TopicSettings(), seed=0)

    assert found.labels.shape == found.strengths.shape == (n_lines,)
    assert sorted(set(found.labels.tolist())) == list(range(found.labels.max() + 1))
    assert ((found.strengths >= 0) & (found.strengths <= 1)).all()


def test_clusters_are_numbered_by_size(cluster: Clusterer) -> None:
    found = cluster(items_of(90), settings=TopicSettings(), seed=0)

    sizes = np.bincount(found.labels)
    assert sizes.tolist() == sorted(sizes.tolist(), reverse=True)


def test_the_same_items_get_the_same_clusters_again(cluster: Clusterer) -> None:
    first = cluster(items_of(90), settings=TopicSettings(), seed=3)
    second = cluster(items_of(90), settings=TopicSettings(), seed=3)

    assert first.labels.tolist() == second.labels.tolist()
    assert first.strengths.tolist() == second.strengths.tolist()


def test_themes_far_apart_are_not_mixed(cluster: Clusterer) -> None:
    segments, themes = loose_lines(90)
    items, item_of = make_items(segments, vectors_of(segments))

    found = cluster(items, settings=TopicSettings(), seed=0)

    pairs = {(int(found.labels[item]), theme) for item, theme in zip(item_of, themes, strict=True)}
    assert len(pairs) == found.labels.max() + 1


@pytest.mark.parametrize("name", ["louvain", "kmeans"])
@pytest.mark.parametrize("n_topics", [2, 3, 7, 20])
def test_the_number_of_topics_can_be_forced(name: str, n_topics: int) -> None:
    found = load_clusterer(name)(items_of(90), settings=TopicSettings(n_topics=n_topics), seed=0)

    assert found.labels.max() + 1 == n_topics


def test_a_finer_grain_gives_more_topics() -> None:
    items, louvain = items_of(90), load_clusterer("louvain")

    coarse, fine = (
        louvain(items, settings=TopicSettings(grain=grain), seed=0).labels.max() for grain in (0.3, 6)
    )

    assert coarse < fine


def test_an_unknown_clusterer_is_named_with_those_that_are_there() -> None:
    with pytest.raises(UnknownNameError, match="no clusterer is called 'hdbscam'; choose one of: hdbscan,"):
        load_clusterer("hdbscam")
