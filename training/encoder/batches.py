"""Draws the batches of the four tasks; every batch of a task has one shape."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from data import Wording, noisy

N_TEXTS = 128
# e5 is better at pairs of sentences, USE adds to topics.
E5_WEIGHT, E5_FLOOR = 0.6, 0.8


@dataclass(frozen=True)
class Batch:
    """Texts with labels, neighbours with their similarity, or texts with how alike teachers find them."""

    task: str
    side: str
    texts: list[str]
    labels: np.ndarray


class Source(Protocol):
    """What batches of a task are drawn from."""

    def draw(self) -> Batch:
        """Draw the next batch."""
        ...


class Questions:
    """Groups of a few families: mates, near-misses and strangers."""

    def __init__(self, wordings: Sequence[Wording], rng: random.Random) -> None:
        self.rng = rng
        self.families: dict[str, dict[str, list[Wording]]] = defaultdict(lambda: defaultdict(list))
        for wording in wordings:
            if wording.group:
                self.families[wording.family][wording.group].append(wording)
        self._names = sorted(self.families)
        self._decks: dict[str, list[str]] = defaultdict(list)

    def draw(self) -> Batch:
        """Up to three wordings of each group of as many families as fit, each family once a round.

        All families are of one domain ("school"), where strangers are hard to tell apart.
        """
        domain = self.rng.choice(self._names).partition("-")[0]
        deck = self._decks[domain]
        chosen: list[Wording] = []
        while len(chosen) < N_TEXTS:
            if not deck:
                deck += [name for name in self._names if name.startswith(domain)]
                self.rng.shuffle(deck)
            groups = self.families[deck.pop()]
            for group in self.rng.sample(sorted(groups), min(5, len(groups))):
                chosen += self.rng.sample(groups[group], min(3, len(groups[group])))
        chosen = chosen[:N_TEXTS]
        return Batch(
            "question", "question", [self.write(w) for w in chosen], np.array([w.group for w in chosen])
        )

    def write(self, wording: Wording) -> str:
        """A wording as another hand would write it; often behind the line before it."""
        text = noisy(wording.text, self.rng)
        return f"{wording.context} {text}" if wording.context and self.rng.random() < 0.4 else text


class Subjects:
    """Statements and questions of a few families, as texts: one subject together."""

    def __init__(self, wordings: Sequence[Wording], rng: random.Random) -> None:
        self.rng = rng
        self.families: dict[str, list[Wording]] = defaultdict(list)
        for wording in wordings:
            self.families[wording.family] += [wording] * (1 if wording.group else 4)
        self._names = sorted(self.families)

    def draw(self) -> Batch:
        """Four texts of each of many families."""
        families = self.rng.sample(self._names, N_TEXTS // 4)
        chosen = [w for family in families for w in self.rng.sample(self.families[family], 4)]
        return Batch(
            "subject", "text", [noisy(w.text, self.rng) for w in chosen], np.array([w.family for w in chosen])
        )


class Pairs:
    """Pairs of one source with the similarity that people gave."""

    def __init__(self, pairs: Sequence[tuple[str, str, float]], rng: random.Random) -> None:
        self.rng, self.pairs = rng, pairs

    def draw(self) -> Batch:
        """Pairs stand one after the other."""
        chosen = self.rng.sample(self.pairs, N_TEXTS // 2)
        return Batch(
            "pair", "text", [t for a, b, _ in chosen for t in (a, b)], np.array([s for *_, s in chosen])
        )


class Sentences:
    """Raw sentences, some neighbours of one another, with the vectors of the teachers."""

    def __init__(self, work_dir: Path, rng: random.Random) -> None:
        from sklearn.cluster import MiniBatchKMeans
        from sklearn.decomposition import TruncatedSVD

        self.rng = rng
        e5, use = (unit(np.load(work_dir / f"{teacher}.npy").astype(np.float32)) for teacher in ("e5", "use"))
        self.e5, self.use = e5, use
        self.rows = np.concatenate([unit(e5 - e5.mean(0)), unit(use - use.mean(0))], axis=1)
        self.texts = (work_dir / "raw.txt").read_text(encoding="utf8").splitlines()[: len(self.rows)]
        small = TruncatedSVD(48, random_state=0).fit_transform(self.rows)
        number = MiniBatchKMeans(1500, random_state=0, n_init=1, batch_size=4096).fit_predict(small)
        places = np.split(np.argsort(number, kind="stable"), np.cumsum(np.bincount(number))[:-1])
        self.clusters = [place for place in places if len(place) >= 16]

    def draw(self) -> Batch:
        """Half of the texts come in eights from one place, half from anywhere."""
        near = [self.rng.sample(c.tolist(), 8) for c in self.rng.sample(self.clusters, N_TEXTS // 16)]
        chosen = [i for eight in near for i in eight]
        chosen += self.rng.sample(range(len(self.texts)), N_TEXTS - len(chosen))
        texts = [self.texts[i] for i in chosen]
        texts = [text.lower() if self.rng.random() < 0.1 else text for text in texts]
        return Batch("sentence", "text", texts, self.alike(chosen))

    def alike(self, chosen: list[int]) -> np.ndarray:
        """How alike the teachers find texts, about 0 to 1; e5 gives even strangers a cosine of .8."""
        e5, use = self.e5[chosen], self.use[chosen]
        return E5_WEIGHT * (e5 @ e5.T - E5_FLOOR) / (1 - E5_FLOOR) + (1 - E5_WEIGHT) * (use @ use.T)


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows of length 1."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
