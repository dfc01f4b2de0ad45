"""What was written to learn topics from: evenings with a topic a line, and notes with asides marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from notemine.domain import Event, Note, Segment, make_id
from notemine.dutch.pipeline import load_nlp
from notemine.normalise import make_segments

ASIDE = "avond"
HERE = Path(__file__).parent / "written"


@dataclass(frozen=True)
class Corpus:
    """Notes of one domain.

    Attributes:
        topics: Topic of each segment; ``ASIDE`` for what is about the evening itself.
        has_topics: Whether the other names are topics; if not, they only say that a line is no aside.
    """

    name: str
    notes: tuple[Note, ...]
    segments: tuple[Segment, ...]
    topics: tuple[str, ...]
    has_topics: bool


def read_corpora(folder: Path = HERE) -> list[Corpus]:
    """Read every domain (three evenings) and every hand (three files of notes), by name."""
    evenings = _by_name(sorted((folder / "evenings").glob("*.txt")))
    asides = _by_name(sorted((folder / "asides").glob("*.txt")))
    return [
        *(_corpus(name, paths, has_topics=True) for name, paths in evenings.items()),
        *(_corpus(f"asides-{name}", paths, has_topics=False) for name, paths in asides.items()),
    ]


def _by_name(paths: list[Path]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path.stem.rpartition("-")[0], []).append(path)
    return found


def _corpus(name: str, paths: list[Path], *, has_topics: bool) -> Corpus:
    notes, topic_of = [], {}
    for path in paths:
        event = Event(id=path.stem, title=path.stem)
        for number, (header, lines) in enumerate(_notes(path), 1):
            table, sector, theme = header
            source = f"{path.stem}/{number}.txt"
            note = Note(
                id=make_id("n", source),
                event=event,
                source=source,
                text="\n".join(text for _, text in lines),
                table=table or str(number),
                sector=sector,
                theme=theme,
            )
            notes.append(note)
            topic_of[note.id] = [ASIDE if topic == "a" else topic for topic, _ in lines]
    segments = make_segments(notes, load_nlp())
    return Corpus(
        name=name,
        notes=tuple(notes),
        segments=segments,
        topics=tuple(topic_of[s.note_id][s.line - 1] for s in segments),
        has_topics=has_topics,
    )


def _notes(path: Path) -> Iterator[tuple[tuple[str, str, str], list[tuple[str, str]]]]:
    """Notes of a file: table, sector and theme, then topic and text of each line."""
    for part in f"\n{path.read_text(encoding='utf8')}".split("\n##"):
        header, *rest = part.split("\n")
        lines = [tuple(line.split("\t", 1)) for line in rest if "\t" in line]
        if lines:
            table, sector, theme, *_ = [field.strip() for field in header.split("|")] + ["", "", ""]
            yield (
                (table.removeprefix("tafel ").strip(), sector, theme),
                [(topic.strip(), text.strip()) for topic, text in lines],
            )
