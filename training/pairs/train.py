"""Trains ``models/nl_pairs``: when two Dutch questions ask the same.

Usage: train.py DATA_DIR OUT ENCODER...

Learns from the written questions (see ``training/encoder/data.py``: groups that ask the same, families
of groups about one subject that do not), those in ``DATA_DIR/paraphrases`` among them, and from the plain
ones in ``general.txt`` and ``written`` beside this script, which no encoder has seen. For an encoder that was
itself trained on the former, only from the families that it was not shown. The space is learnt from the
groups of notes; the model of pairs from all, on pairs whose family the space has not seen, and on new
wordings of questions that it has.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from data import is_held_out, read_wordings, read_written
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from notemine.embed import embed, encode_words, load_embedder
from notemine.questions.pairs import FEATURES, Collection, PairModel, collect, pair_rows
from notemine.questions.space import AskSpace, count_letters, spell
from notemine.vectors import Matrix, unit_rows

N_LETTER_DIMS, N_ASK, SHRINKAGE, POWER = 300, 128, 0.4, 0.25
N_FOLDS, N_CANDIDATES, PLAIN_WEIGHT = 4, 30, 1.0
INVERSE_PENALTY = 0.1
# Collections to learn from: how many for each fold and style, how large, and what they are made of.
N_EVENINGS, EVENING = 10, 200
GROUPS_A_FAMILY, WORDINGS_A_GROUP = (1, 1, 2, 3, 5), (1, 1, 2, 2, 3, 4)
SEEN_WEIGHT = 1.0
# Chosen on labelled tables of LOB evenings and on a half of a set of plain questions (see the card).
EASE_AND_THRESHOLD = {"use": (2.2, 0.0), "e5": (2.2, 0.0), "dutch": (1.0, -0.8), "dutch_fast": (1.0, -0.8)}
GENERAL, CANONICAL, NO_CONTEXT = "general", "canonical", "elliptical"
# Families by the domain that their names begin with: as notes put things, and plain.
NOTED, PLAIN = ("school", "burgers"), ("helpdesk", "alledaags", "vergader", GENERAL)
# Encoders that have learnt from the written questions.
TAUGHT = ("dutch", "dutch_fast")
WRITTEN = Path(__file__).parent.parent / "encoder" / "written"
GENERAL_FILE, PLAIN_FOLDER = Path(__file__).with_name("general.txt"), Path(__file__).with_name("written")


@dataclass(frozen=True)
class Data:
    """Wordings with their groups; row i of ``vectors`` is wording i."""

    texts: list[str]
    groups: np.ndarray
    families: np.ndarray
    styles: np.ndarray
    vectors: Matrix

    def at(self, rows: np.ndarray) -> Data:
        """Some of the rows."""
        texts = [self.texts[i] for i in rows]
        return Data(texts, self.groups[rows], self.families[rows], self.styles[rows], self.vectors[rows])


def main(data_dir: Path, out: Path, encoders: Sequence[str]) -> None:
    """Train and write a space and a model for each encoder."""
    out.mkdir(parents=True, exist_ok=True)
    for encoder in encoders:
        rows = _in_one_group({*_noted(data_dir, encoder), *_general(GENERAL_FILE), *_plain(PLAIN_FOLDER)})
        texts, groups, families, styles = (list(column) for column in zip(*rows, strict=True))
        vectors = embed(texts, load_embedder(encoder), side="question")
        data = Data(texts, np.array(groups), np.array(families), np.array(styles), vectors)
        ease, threshold = EASE_AND_THRESHOLD[encoder]
        model = replace(fit_model(data), ease=ease, threshold=threshold)
        space = fit_space(data)
        arrays = {name: array.astype(np.float16) for name, array in asdict(space).items()}
        np.savez_compressed(out / f"{encoder}.npz", **arrays)
        text = json.dumps(asdict(model), indent=1, ensure_ascii=False)
        (out / f"{encoder}.json").write_text(text + "\n", encoding="utf-8")


def fit_space(data: Data) -> AskSpace:
    """Learn the space from the groups that notes could hold; plain ones only join the cohort."""
    noted = data.at(np.flatnonzero(data.styles != GENERAL))
    counts = count_letters(noted.texts)
    letter_weights = np.log(counts.shape[0] / (1 + np.asarray((counts > 0).sum(axis=0)).ravel())) + 1
    letter_weights = letter_weights.astype(np.float32)
    letters = TruncatedSVD(N_LETTER_DIMS, random_state=0)
    views = np.hstack([noted.vectors, letters.fit_transform(spell(noted.texts, letter_weights))])
    mean, directions = discriminants(views, noted.groups)
    n_dims = data.vectors.shape[1]
    cohort = _cohort(data)
    space = AskSpace(
        from_vectors=directions[:n_dims].astype(np.float32),
        from_letters=(letters.components_.T @ directions[n_dims:]).astype(np.float32),
        offset=(mean @ directions).astype(np.float32),
        letter_weights=letter_weights,
        cohort=cohort.vectors,
        cohort_asked=np.empty((0, 0), dtype=np.float32),
    )
    asked = space.place(spell(cohort.texts, letter_weights), cohort.vectors)
    return AskSpace(**(asdict(space) | {"cohort_asked": asked}))


def discriminants(rows: Matrix, groups: np.ndarray) -> tuple[Matrix, Matrix]:
    """Mean, and the directions of linear discriminant analysis, each as long as a power of its eigenvalue."""
    _, group = np.unique(groups, return_inverse=True)
    means = np.zeros((group.max() + 1, rows.shape[1]))
    np.add.at(means, group, rows)
    means /= np.bincount(group)[:, None]
    mean = rows.mean(axis=0)
    inside = rows - means[group]
    within = inside.T @ inside / len(rows)
    within = (1 - SHRINKAGE) * within + SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within))
    values, axes = np.linalg.eigh(within)
    whiten = axes / np.sqrt(values)
    between = (means - mean).T @ (means - mean) / len(means)
    values, axes = np.linalg.eigh(whiten.T @ between @ whiten)
    best = np.argsort(-values)[:N_ASK]
    return mean, whiten @ axes[:, best] * np.maximum(values[best], 0) ** POWER


def fit_model(data: Data) -> PairModel:
    """Fit the model of pairs, without ease, on families that the space it sees them through has not seen."""
    collections = [*_unseen(data), *_half_seen(data)]
    kinds = _kinds(collections)
    rows = np.vstack([pair_rows(seen, pairs, kinds=kinds) for seen, pairs, _, _ in collections])
    is_same = np.concatenate([same for _, _, same, _ in collections])
    weight = np.concatenate([np.full(len(same), w) for _, _, same, w in collections])
    scaled = make_pipeline(StandardScaler(), LogisticRegression(C=INVERSE_PENALTY, max_iter=1000))
    scaled.fit(rows, is_same, logisticregression__sample_weight=weight)
    weights = scaled[1].coef_[0] / scaled[0].scale_
    length, style = _noted_style(data)
    return PairModel(
        weights={name: round(float(w), 5) for name, w in zip(FEATURES, weights, strict=True)},
        intercept=round(float(scaled[1].intercept_[0] - weights @ scaled[0].mean_), 5),
        kinds=kinds,
        length=length,
        style=style,
        ease=0.0,
        threshold=0.0,
    )


def _in_one_group(rows: set[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    """Without texts that stand in two groups; sorted."""
    n_groups = Counter(text for text, _ in {(text, group) for text, group, _, _ in rows})
    return sorted(row for row in rows if n_groups[row[0]] == 1)


def _noted(data_dir: Path, encoder: str) -> Iterator[tuple[str, str, str, str]]:
    for w in read_wordings(data_dir, WRITTEN):
        if w.group and (encoder not in TAUGHT or is_held_out(w.family)):
            style = CANONICAL if w.is_canonical else NO_CONTEXT if w.context else ""
            yield w.text, w.group, w.family, GENERAL if w.family.startswith(PLAIN) else style


def _general(file: Path) -> Iterator[tuple[str, str, str, str]]:
    for n, block in enumerate(file.read_text(encoding="utf-8").split("\n\n")[1:]):
        for m, line in enumerate(block.strip().splitlines()):
            for text in line.split(" | "):
                yield text, f"general-{n}-{m}", f"general/{n}", GENERAL


def _plain(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    for w in read_written(folder):
        if w.group:
            yield w.text, w.group, w.family, GENERAL


def _cohort(data: Data) -> Data:
    """One wording of each group, the complete one where it is known."""
    order = np.argsort(data.styles != CANONICAL, kind="stable")
    _, first = np.unique(data.groups[order], return_index=True)
    return data.at(np.sort(order[first]))


def _unseen(data: Data) -> Iterator[tuple[Collection, np.ndarray, np.ndarray, float]]:
    """Collections of families that the space has not seen, candidate pairs, whether they are one, weights."""
    folds = np.array([_number(family, N_FOLDS) for family in data.families])
    for fold in range(N_FOLDS):
        space = fit_space(data.at(np.flatnonzero(folds != fold)))
        for sources, weight in ((NOTED, 1.0), (PLAIN, PLAIN_WEIGHT)):
            is_here = (folds == fold) & _begins(data.families, sources) & (data.styles != NO_CONTEXT)
            yield from _evenings(data, np.flatnonzero(is_here), space, weight, seed=fold)


def _half_seen(data: Data) -> Iterator[tuple[Collection, np.ndarray, np.ndarray, float]]:
    """The same for new wordings of questions of which the space has seen other wordings."""
    is_new = np.array([_number(text, 2) == 1 for text in data.texts]) & np.isin(
        data.styles, (CANONICAL, GENERAL), invert=True
    )
    space = fit_space(data.at(np.flatnonzero(~is_new)))
    is_here = is_new & _begins(data.families, NOTED) & (data.styles != NO_CONTEXT)
    yield from _evenings(data, np.flatnonzero(is_here), space, SEEN_WEIGHT, seed=N_FOLDS)


def _begins(families: np.ndarray, sources: Sequence[str]) -> np.ndarray:
    return np.any([np.char.startswith(families, source) for source in sources], axis=0)


def _evenings(
    data: Data, rows: np.ndarray, space: AskSpace, weight: float, *, seed: int
) -> Iterator[tuple[Collection, np.ndarray, np.ndarray, float]]:
    """Draw collections as an evening has them: of many subjects a few questions, of each a few wordings.

    How near the others lie tells a lot about a pair, and in the whole of the written families they lie closer
    than anywhere else.
    """
    rng = random.Random(seed)
    of_family: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.tolist():
        of_family[data.families[row]][data.groups[row]].append(row)
    for _ in range(N_EVENINGS):
        chosen: list[int] = []
        families = sorted(of_family)
        rng.shuffle(families)
        for family in families:
            groups = sorted(of_family[family])
            for group in rng.sample(groups, min(len(groups), rng.choice(GROUPS_A_FAMILY))):
                wordings = of_family[family][group]
                chosen += rng.sample(wordings, min(len(wordings), rng.choice(WORDINGS_A_GROUP)))
            if len(chosen) > EVENING:
                break
        here = data.at(np.array(sorted(chosen)))
        seen = collect(here.texts, unit_rows(here.vectors), space, encode_words=encode_words)
        pairs = _candidates(seen)
        yield seen, pairs, here.groups[pairs[:, 0]] == here.groups[pairs[:, 1]], weight


def _number(text: str, n: int) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % n


def _candidates(seen: Collection) -> np.ndarray:
    found = []
    for rows in (seen.placed, seen.vectors):
        cosines = rows @ rows.T
        np.fill_diagonal(cosines, -np.inf)
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :N_CANDIDATES]
        found.append(np.column_stack([np.repeat(np.arange(len(rows)), nearest.shape[1]), nearest.ravel()]))
    return np.unique(np.sort(np.vstack(found), axis=1), axis=0)


def _kinds(collections: Sequence[tuple[Collection, np.ndarray, np.ndarray, float]]) -> Mapping[str, float]:
    mates: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for seen, pairs, is_same, _ in collections:
        for (i, j), same in zip(pairs.tolist(), is_same.tolist(), strict=True):
            (mates if same else others)["|".join(sorted((seen.asked[i].kind, seen.asked[j].kind)))] += 1
    both = sorted(set(mates) | set(others))
    n_mates, n_others = mates.total() + len(both), others.total() + len(both)
    return {
        k: round(math.log((mates[k] + 1) / n_mates) - math.log((others[k] + 1) / n_others), 3) for k in both
    }


def _noted_style(data: Data) -> tuple[tuple[float, float], list[float]]:
    """Logistic regression of "as notes put it" on the logarithm of the number of words and on the vector."""
    with_context = data.at(np.flatnonzero(data.styles != NO_CONTEXT))
    lengths = np.log1p([len(text.split()) for text in with_context.texts])[:, None]
    views = np.hstack([lengths, with_context.vectors])
    fitted = LogisticRegression(class_weight="balanced", max_iter=1000).fit(
        views, with_context.styles != GENERAL
    )
    slope, *style = np.round(fitted.coef_[0], 4).tolist()
    return (round(float(fitted.intercept_[0]), 4), slope), style


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
