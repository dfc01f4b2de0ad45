"""Topic words: frequent in their topic and exclusive to it, none of them twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment, Term
from notemine.dutch.labels import is_pseudonym
from notemine.topics.context import WORD

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Sparse

N_WORDS = 10
# From so many texts on, a term in one text only says nothing of a topic.
MIN_TEXTS = 40
# Uses that a term must have elsewhere in thought, so that a rare word is not exclusive for being rare.
RARE = 3
# What the organiser called a table says more of its topic than any single line does.
TITLE_BONUS = 5.0
# A word of one table only is rather a detail of its story than a topic.
ONE_PLACE = 0.5
NO_WORDS = "zonder woorden"


def terms_of(segments: Sequence[Segment], *, stop_words: Collection[str] = ()) -> list[tuple[str, ...]]:
    """Find the candidates for topic words in each segment; at least one segment has one.

    Where no segment has ``terms`` its words stand in for them.
    """
    terms = content_of([segment.terms for segment in segments], stop_words=stop_words)
    if not any(terms):
        terms = [tuple(WORD.findall(segment.text.lower())) for segment in segments]
    return terms if any(terms) else [(NO_WORDS,) for _ in segments]


def content_of(rows: Sequence[tuple[str, ...]], *, stop_words: Collection[str]) -> list[tuple[str, ...]]:
    """Leave out the terms that may name no topic: stop words, pseudonyms, what holds a number."""
    stops = {word.lower() for word in stop_words}
    kept = {term for row in rows for term in row if term.lower() not in stops and _is_content(term)}
    return [tuple(term for term in row if term in kept) for row in rows]


def with_titles(
    terms: Sequence[tuple[str, ...]], titles: Sequence[tuple[str, ...]], note_ids: Sequence[str]
) -> list[tuple[str, ...]]:
    """Give the words of a title to the first line under it, as if they were said there."""
    said: set[tuple[str, tuple[str, ...]]] = set()
    found = []
    for row, title, note_id in zip(terms, titles, note_ids, strict=True):
        found.append(row if (note_id, title) in said else (*row, *title))
        said.add((note_id, title))
    return found


def vocabulary_of(
    terms: Sequence[Sequence[str]], texts: Sequence[str], *, titles: Sequence[Sequence[str]] = ()
) -> list[str]:
    """Choose the terms that count, sorted.

    Where there are many texts these are the terms of titles and of two distinct texts at least.
    """
    texts_of: dict[str, set[str]] = {}
    for row, text in zip(terms, texts, strict=True):
        for term in row:
            texts_of.setdefault(term, set()).add(text)
    if len(set(texts)) < MIN_TEXTS:
        return sorted(texts_of)
    titled = {term for title in titles for term in title}
    often = [term for term, found in texts_of.items() if len(found) > 1 or term in titled]
    return sorted(often or texts_of)


def count_places(terms: Sequence[Sequence[str]], places: Sequence[str], vocabulary: Sequence[str]) -> Floats:
    """Number of distinct places where each term stands, shape (n_terms,)."""
    found: dict[str, set[str]] = {term: set() for term in vocabulary}
    for row, place in zip(terms, places, strict=True):
        for term in row:
            if term in found:
                found[term].add(place)
    return np.array([len(found[term]) for term in vocabulary], dtype=np.float64)


def titled_shares(
    titles: Sequence[Collection[str]], labels: Sequence[int], vocabulary: Sequence[str]
) -> Floats:
    """Share of the texts of each cluster under a title with each term, shape (n_clusters, n_terms)."""
    sizes = np.bincount(labels)
    shares: Floats = count_terms(titles, labels, vocabulary) / np.maximum(1, sizes)[:, None]
    return shares


def count_terms(terms: Sequence[Collection[str]], labels: Sequence[int], vocabulary: Sequence[str]) -> Floats:
    """Number of texts of each cluster that hold each term, shape (n_clusters, n_terms)."""
    column = {term: i for i, term in enumerate(vocabulary)}
    counts = np.zeros((max(labels) + 1, len(vocabulary)))
    for row, label in zip(terms, labels, strict=True):
        for term in set(row) & column.keys():
            counts[label, column[term]] += 1
    return counts


def topic_words(
    weights: Sparse, counts: Floats, *, places: Floats, titled: Floats, vocabulary: Sequence[str]
) -> list[tuple[Term, ...]]:
    """Choose the words of each topic.

    The weight of a term is its class-based tf-idf times its exclusivity, the share of its uses that is in the
    topic; frequent and exclusive, in the spirit of FREX (Bischof and Airoldi 2012). A term belongs to the
    one topic where it weighs most; a topic that is left with nothing may borrow.

    Args:
        weights: Class-based tf-idf, shape (n_topics, n_terms).
        counts: Texts of each topic with each term, same shape.
        places: Notes (or texts that stand alone) that hold each term, shape (n_terms,).
        titled: Share of the texts of each topic that stand under a title with the term, same shape.
        vocabulary: Terms in the order of the columns.

    Returns:
        For each topic at most ten terms, heaviest first, ties by text.
    """
    exclusivity = counts / (counts.sum(axis=0) + RARE)
    # A term that weighs nothing (BERTopic's idf can be 0 in a tiny corpus) may still be all there is.
    scores = (np.asarray(weights.todense()) + 1e-6) * exclusivity * (1 + TITLE_BONUS * titled)
    scores *= np.where(places > 1, 1.0, ONE_PLACE)
    scores = np.round(scores, 9)
    owned = scores * (np.arange(len(scores))[:, None] == np.argmax(scores, axis=0))
    return [_heaviest(owned[k] if owned[k].any() else scores[k], vocabulary) for k in range(len(scores))]


def _heaviest(scores: Floats, vocabulary: Sequence[str]) -> tuple[Term, ...]:
    order = np.argsort(-scores, kind="stable")[:N_WORDS]
    return tuple(Term(text=vocabulary[i], weight=round(float(scores[i]), 6)) for i in order if scores[i] > 0)


def _is_content(term: str) -> bool:
    return not any(map(str.isdigit, term)) and not is_pseudonym(term.capitalize())
