"""Read every note of the corpus again and hold the gold labels against it.

    python corpus/check.py            # exit status 1 and a list when something is off

Needs python-docx besides the standard library.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

CORPUS = Path(__file__).resolve().parent
TOPICS = {
    "arbeidsmarkt": "bedrijven, gastlessen, beroepen van straks",
    "dossier": "loopbaandossier, opdrachten en reflectie",
    "eigenaarschap": "eigenaarschap en inbreng van leerlingen en studenten",
    "gesprek": "loopbaangesprekken en wie ze voert",
    "kansen": "kansengelijkheid: netwerk, geld, taal, weigering, gender",
    "keuzestress": "druk, twijfel en verkeerd kiezen",
    "ouders": "ouderbetrokkenheid",
    "overstap": "overstap van vmbo naar mbo, meelopen en switchen",
    "profielkeuze": "profielkeuze op havo en vwo, sectorkeuze op het vmbo",
    "stage": "stage: plaats, begeleiding, terugkijken",
    "tijd": "rooster, uren, geld en beleid",
    "vakdocenten": "vakdocenten en LOB in de vakles",
}
UNIT_OF = {".txt": "line", ".md": "line", ".docx": "paragraph", ".csv": "row", ".vtt": "cue"}
SPAN_FILES = ("questions", "non_questions", "topics", "names")

Row = dict[str, Any]


def load_gold(corpus: Path, name: str) -> list[Row]:
    """Read one gold file, a JSON object a line."""
    text = (corpus / "gold" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def list_notes(corpus: Path) -> list[Path]:
    """List the files under ``notes/`` in the order of their paths."""
    return sorted(path for path in (corpus / "notes").rglob("*") if path.is_file())


@cache
def read_units(path: Path) -> list[str]:
    """Read the physical units of a note: lines, paragraphs, rows or cues.

    Returns:
        Unit 1 first. The cells of a row are joined by ``" | "``; a cue keeps its
        speaker as it stands in the file (``<v Name>…</v>`` or ``Name: …``).
    """
    if path.suffix == ".docx":
        return [
            "".join(t.text or "" for t in p.iter(qn("w:t")))
            for p in Document(str(path)).element.body.iter(qn("w:p"))
        ]
    text = _decode(path.read_bytes()).replace("\r\n", "\n")
    if path.suffix == ".csv":
        return [" | ".join(cells) for cells in csv.reader(io.StringIO(text), delimiter=";")]
    if path.suffix == ".vtt":
        return [" ".join(cue) for cue in _cues(text)]
    return text.removesuffix("\n").split("\n")


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _cues(text: str) -> Iterator[list[str]]:
    for block in re.split(r"\n\n+", text.strip()):
        rows = block.split("\n")
        times = [number for number, row in enumerate(rows) if "-->" in row]
        if times:
            yield rows[times[0] + 1 :]


def check_spans(corpus: Path) -> Iterator[str]:
    """Every labelled span stands in its unit, at its offset."""
    for name in SPAN_FILES:
        for row in load_gold(corpus, name):
            where = f"{name}: {row['file']}:{row['line']}: {row['text']!r}"
            path = corpus / "notes" / row["file"]
            if not path.is_file():
                yield f"{where}: no such file"
                continue
            units = read_units(path)
            if row["unit"] != UNIT_OF[path.suffix]:
                yield f"{where}: a {path.suffix} has no {row['unit']!r}"
            if not 1 <= row["line"] <= len(units):
                yield f"{where}: no such unit"
            elif not units[row["line"] - 1].startswith(row["text"], row["start"]):
                yield f"{where}: not there, the unit is {units[row['line'] - 1]!r}"


def check_questions(corpus: Path) -> Iterator[str]:
    """Kinds agree with the marks, ids are unique, tables and groups exist."""
    known = {row["group"] for row in load_gold(corpus, "groups")}
    tables = {(r["file"], r["event"], r["table"], r["sector"]) for r in load_gold(corpus, "tables")}
    seen: set[str] = set()
    for row in load_gold(corpus, "questions"):
        where = f"{row['id']}: {row['text']!r}"
        if row["id"] in seen:
            yield f"{where}: the id is used twice"
        seen.add(row["id"])
        if row["kind"] not in ("direct", "unmarked", "indirect"):
            yield f"{where}: unknown kind {row['kind']!r}"
        if (row["kind"] == "direct") != row["text"].endswith("?"):
            yield f"{where}: kind {row['kind']!r} does not fit its mark"
        if row["group"] not in known:
            yield f"{where}: group {row['group']!r} is not in groups.jsonl"
        if (row["file"], row["event"], row["table"], row["sector"]) not in tables:
            yield f"{where}: table {row['table']!r} is not in tables.jsonl"


def check_groups(corpus: Path) -> Iterator[str]:
    """The counts and the kind of a group follow from its questions."""
    members: dict[str, list[Row]] = defaultdict(list)
    for question in load_gold(corpus, "questions"):
        members[question["group"]].append(question)
    for row in load_gold(corpus, "groups"):
        asked = members[row["group"]]
        at_tables = [q for q in asked if q["table"] is not None]
        tables = sorted({(q["event"], q["table"]) for q in at_tables})
        if row["group"].startswith("PROMPT-"):
            kind = "prompt"
        else:
            kind = "recurring" if len(tables) > 1 else "single"
        expected = {
            "kind": kind,
            "mentions": len(asked),
            "tables": [list(table) for table in tables],
            "events": sorted({q["event"] for q in at_tables}),
            "sectors": sorted({q["sector"] for q in at_tables}),
        }
        for key, value in expected.items():
            if row[key] != value:
                yield f"groups: {row['group']}: {key} is {row[key]!r}, the questions say {value!r}"
    for pair in load_gold(corpus, "near_misses"):
        a, b = pair["group_a"], pair["group_b"]
        if a == b or not (members.get(a) and members.get(b)):
            yield f"near_misses: {a!r} and {b!r} are not two groups with questions"


def check_question_marks(corpus: Path) -> Iterator[str]:
    """No question mark in the notes is left without a label."""
    labelled: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for name in ("questions", "non_questions"):
        for row in load_gold(corpus, name):
            labelled[row["file"], row["line"]].append(row)
    for file, line, unit in _all_units(corpus):
        for mark in re.finditer(r"\?", unit):
            if not any(_covers(row, mark) for row in labelled[file, line]):
                yield f"questions: {file}:{line}: no label for {unit!r} at {mark.start()}"


def check_names(corpus: Path) -> Iterator[str]:
    """A name that is labelled once is labelled wherever it stands."""
    labelled: dict[tuple[str, int], list[Row]] = defaultdict(list)
    names = load_gold(corpus, "names")
    for row in names:
        labelled[row["file"], row["line"]].append(row)
    longest_first = sorted({row["text"] for row in names}, key=lambda text: (-len(text), text))
    any_name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for file, line, unit in _all_units(corpus):
        for hit in any_name.finditer(unit):
            if not any(_covers(row, hit) for row in labelled[file, line]):
                yield f"names: {file}:{line}: {hit[0]!r} is not labelled in {unit!r}"


def check_coverage(corpus: Path) -> Iterator[str]:
    """Every file is listed, every table heard a prompt, every topic is known."""
    tables = load_gold(corpus, "tables")
    on_disk = {path.relative_to(corpus / "notes").as_posix() for path in list_notes(corpus)}
    if on_disk != {row["file"] for row in tables}:
        yield f"tables: {sorted(on_disk ^ {row['file'] for row in tables})} on one side only"
    prompted = {
        (q["event"], q["table"]) for q in load_gold(corpus, "questions") if q["group"].startswith("PROMPT-")
    }
    for row in tables:
        if row["table"] is not None and (row["event"], row["table"]) not in prompted:
            yield f"tables: no prompt at table {row['table']} of {row['event']}"
    for row in load_gold(corpus, "topics"):
        if row["topic"] not in TOPICS:
            yield f"topics: {row['file']}:{row['line']}: unknown topic {row['topic']!r}"


def _all_units(corpus: Path) -> Iterator[tuple[str, int, str]]:
    for path in list_notes(corpus):
        file = path.relative_to(corpus / "notes").as_posix()
        for line, unit in enumerate(read_units(path), start=1):
            yield file, line, unit


def _covers(row: Row, hit: re.Match[str]) -> bool:
    start: int = row["start"]
    return start <= hit.start() and hit.end() <= start + len(row["text"])


CHECKS = (
    check_spans,
    check_questions,
    check_groups,
    check_question_marks,
    check_names,
    check_coverage,
)


def count_gold(corpus: Path) -> dict[str, int]:
    """Count what the README states, so that a reader can repeat it."""
    questions = load_gold(corpus, "questions")
    groups = load_gold(corpus, "groups")
    tables = load_gold(corpus, "tables")
    counts = {
        "events": len({row["event"] for row in tables}),
        "files": len(list_notes(corpus)),
        "tables": sum(row["table"] is not None for row in tables),
        "units": sum(bool(unit.strip()) for _, _, unit in _all_units(corpus)),
        "questions": len(questions),
    }
    for kind in ("direct", "unmarked", "indirect"):
        counts[f"questions {kind}"] = sum(row["kind"] == kind for row in questions)
    counts["questions answered"] = sum(row["answered_at_same_table"] for row in questions)
    for kind in ("recurring", "single", "prompt"):
        counts[f"groups {kind}"] = sum(row["kind"] == kind for row in groups)
    recurring = [row for row in groups if row["kind"] == "recurring"]
    counts["recurring in both events"] = sum(len(row["events"]) > 1 for row in recurring)
    counts["recurring at 3 or more tables"] = sum(len(row["tables"]) > 2 for row in recurring)
    counts["recurring in one sector"] = sum(len(row["sectors"]) == 1 for row in recurring)
    for name in ("topics", "names", "non_questions", "near_misses"):
        counts[name] = len(load_gold(corpus, name))
    return counts


def main() -> int:
    """Print the counts and the complaints; 1 when there is a complaint."""
    for name, count in count_gold(CORPUS).items():
        print(f"{count:5} {name}")
    complaints = [line for check in CHECKS for line in check(CORPUS)]
    print(*complaints, sep="\n", file=sys.stderr)
    return int(bool(complaints))


if __name__ == "__main__":
    sys.exit(main())
