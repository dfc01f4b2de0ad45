from __future__ import annotations

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import Clustering
from notemine.topics.clusters import Cluster, Clusters
from notemine.topics.graph import with_graph
from notemine.topics.items import make_items
from notemine.topics.stability import stabilities
from tests.builders import segment

LINES = [segment(text) for text in ("aap", "boom", "roos", "vis", "vuur")]
ITEMS, ITEM_OF = make_items(LINES, np.eye(len(LINES), dtype=np.float32))
LAST_ALONE = Clusters(
    items=with_graph(ITEMS),
    item_of=ITEM_OF,
    found=Clustering(labels=np.array([0, 0, 0, 0, 1]), strengths=np.ones(len(LINES))),
    known=(Cluster(), Cluster()),
    subjects=np.arange(len(LINES)),
)


def test_without_refits_every_cluster_is_stable() -> None:
    found = stabilities(LAST_ALONE, settings=TopicSettings(n_refits=0), seed=0)

    assert found.tolist() == [1.0, 1.0]


def test_a_cluster_that_no_sample_holds_is_not_stable() -> None:
    settings = TopicSettings(clusterer="kmeans", n_refits=1)
    samples = [np.random.default_rng(seed).choice(5, 4, replace=False) for seed in range(50)]
    seed = next(seed for seed, sample in enumerate(samples) if 4 not in sample)

    found = stabilities(LAST_ALONE, settings=settings, seed=seed)

    assert found[1] == 0.0
