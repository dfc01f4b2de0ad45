"""What topics are found from, and how."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from notemine.config import TopicSettings
from notemine.domain import Note, Segment, TopicDecision, TopicMap
from notemine.vectors import Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A search for topics.

    Attributes:
        segments: Those of one note stand together, in order; the order of the notes does not matter.
        vectors: One row a segment, shape (n_segments, n_dims).
        notes: The notes of the segments: a line is then read with the lines around it. Segments of other
            notes stand on their own.
        settings: The defaults if left out.
        seed: For the restarts of the clusterer and the samples of the refits.
        stop_words: Words that may not name a topic, besides those that are no ``Segment.terms``.
        encoder: Name of the encoder of ``vectors``.
        asked: Question side of the fast encoder, one row a segment. With it what was learnt of notes is used:
            the space of themes, and what is about the evening itself.
        encode_words: Unit rows of single words, in the space of the first half of ``asked``. With it a label
            is one of the words that lie nearest to what the lines say.
        prompts: Segments in which the leader asks what he asks everywhere.
        guides: Themes that the topics may follow, a segment each; none of them gets a topic.
        guide_vectors: As ``vectors``, one row a guide.
        guide_asked: As ``asked``, one row a guide.
        decisions: What a person said of topics, in order; it is final.
        previous: Topics of an earlier run. Lines that had a topic keep it, new lines join or found one, and
            topics keep their ids and labels.
        refit: Find all topics anew; those that are found back keep their ids.

    Raises:
        ValueError: there are more or fewer rows than segments or guides.
    """

    segments: Sequence[Segment]
    vectors: Matrix
    notes: Sequence[Note] = ()
    settings: TopicSettings = field(default_factory=TopicSettings)
    seed: int = 0
    stop_words: Collection[str] = ()
    encoder: str = ""
    asked: Matrix | None = None
    encode_words: Callable[[Sequence[str]], Matrix] | None = None
    prompts: Collection[str] = ()
    guides: Sequence[Segment] = ()
    guide_vectors: Matrix | None = None
    guide_asked: Matrix | None = None
    decisions: Sequence[TopicDecision] = ()
    previous: TopicMap | None = None
    refit: bool = False

    def chosen(self, rows: Sequence[int]) -> Task:
        """The same search among some of the segments."""
        return replace(
            self,
            segments=[self.segments[row] for row in rows],
            vectors=self.vectors[list(rows)],
            asked=None if self.asked is None else self.asked[list(rows)],
        )

    def __post_init__(self) -> None:
        for rows, texts, what in (
            (self.vectors, self.segments, "segments"),
            (self.asked, self.segments, "segments"),
            (self.guide_vectors, self.guides, "guides"),
            (self.guide_asked, self.guides, "guides"),
        ):
            if rows is not None and len(rows) != len(texts):
                raise ValueError(f"{len(texts)} {what} need as many vectors, got {len(rows)}")
