"""Finds lines in a workspace: by words, and the words in compounds, or by meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from notemine.dutch.compounds import split_compound
from notemine.dutch.lemmas import lemma_of
from notemine.workspace.store import Store

if TYPE_CHECKING:
    from notemine.embed import Embedder

_WORD = re.compile(r"\w+")
# Shorter ones begin too many words.
MIN_PREFIX = 3
_FOUND = """
    SELECT s.id, s.text, n.source, s.line, n.unit, e.id, e.title, n.table_name, n.sector, s.speaker{extra}
    FROM {tables} JOIN notes AS n ON n.id = s.note_id JOIN events AS e ON e.id = n.event_id
    WHERE {where} ORDER BY {order}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Which lines count; an empty string is no bound.

    Attributes:
        sector, table: As a note says, in any case.
        event: Id, date, title or place, or part of it, in any case.
    """

    sector: str = ""
    event: str = ""
    table: str = ""

    def conditions(self) -> tuple[list[str], list[str]]:
        """In SQL, with the values."""
        wanted = [
            ("lower(n.sector) = lower(?)", self.sector),
            ("lower(n.table_name) = lower(?)", self.table),
            ("instr(lower(e.id || ' ' || e.title || ' ' || e.place), lower(?)) > 0", self.event),
        ]
        return [sql for sql, value in wanted if value], [value for _, value in wanted if value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A line that was found.

    Attributes:
        snippet: The part of the text that matters.
        score: Higher is better; between two searches it says nothing.
    """

    segment_id: str
    text: str
    snippet: str
    source: str
    line: int
    unit: str
    event_id: str
    event: str
    table: str
    sector: str
    speaker: str
    score: float


def search_words(store: Store, query: str, *, where: Where, limit: int) -> list[Hit]:
    """Find lines that hold every word of a query: the word, its beginning, its lemma, or it in a compound.

    Args:
        store: Of the workspace.
        query: Words; marks in it mean nothing.
        where: Which lines count.
        limit: Lines at most.

    Returns:
        Best first by BM25, ties by event and place.
    """
    wanted = match_of(query)
    if not wanted:
        return []
    conditions, values = where.conditions()
    statement = _FOUND.format(
        extra=", snippet(segments_fts, 0, '', '', '…', 30), bm25(segments_fts, 2.0, 1.0) AS score",
        tables="segments_fts JOIN segments AS s ON s.seq = segments_fts.rowid",
        where=" AND ".join(["segments_fts MATCH ?", *conditions]),
        order="score, e.held_on, e.id, n.source, s.start LIMIT ?",
    )
    rows = store.rows(statement, [wanted, *values, limit])
    return [_hit(row, snippet=row[10], score=round(-row[11], 6)) for row in rows]


def match_of(query: str) -> str:
    """A query in the language of FTS5, every word in quotes so that none of its marks means anything.

    >>> match_of('ouders OR "x')
    '(text : ("ouders" *) OR words : ("ouder")) AND (text : ("OR") OR words : ("or")) AND (text : ("x") OR \
words : ("x"))'
    """
    return " AND ".join(map(_match_of_word, _WORD.findall(query)))


def _match_of_word(word: str) -> str:
    lemma = lemma_of(word)
    ways = [f"text : ({_quoted(word)}{' *' if len(word) >= MIN_PREFIX else ''})"]
    ways.append(f"words : ({_quoted(lemma)})")
    parts = split_compound(lemma)
    if len(parts) > 1:
        every = " AND ".join(_quoted(lemma_of(part)) for part in parts)
        ways.append(f"words : ({every})")
    return f"({' OR '.join(ways)})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def search_meaning(store: Store, query: str, *, embedder: Embedder, where: Where, limit: int) -> list[Hit]:
    """Find the lines that mean most nearly what a query says, by cosine.

    Args:
        store: Of the workspace; lines of which it lacks the vector are encoded, and kept.
        query: Some words or a sentence.
        embedder: See ``load_embedder``.
        where: Which lines count.
        limit: Lines at most.

    Returns:
        Nearest first, ties by event and place.
    """
    from notemine.embed import embed

    conditions, values = where.conditions()
    statement = _FOUND.format(
        extra="",
        tables="segments AS s",
        where=" AND ".join(["s.text <> ''", *conditions]),
        order="e.held_on, e.id, n.source, s.start",
    )
    rows = store.rows(statement, values)
    if not rows or not query.strip():
        return []
    vectors = embed([*(row[1] for row in rows), query], embedder, cache=store)
    scores = np.round(vectors[:-1] @ vectors[-1], 6)
    best = np.argsort(-scores, kind="stable")[:limit]
    return [_hit(rows[i], snippet=rows[i][1], score=float(scores[i])) for i in best]


def _hit(row: Sequence[Any], *, snippet: str, score: float) -> Hit:
    id_, text, source, line, unit, event_id, event, table, sector, speaker = row[:10]
    return Hit(
        segment_id=id_,
        text=text,
        snippet=snippet,
        source=source,
        line=line,
        unit=unit,
        event_id=event_id,
        event=event,
        table=table,
        sector=sector,
        speaker=speaker,
        score=score,
    )
