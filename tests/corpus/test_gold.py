from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document

from corpus import check
from corpus.make_office_files import FILES, write_office_files

BULLETS = "2025-03-18-deventer/tafel 1 vmbo.txt"


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A copy of the corpus that a test may damage."""
    copy = tmp_path / "corpus"
    for name in ("notes", "gold"):
        shutil.copytree(check.CORPUS / name, copy / name)
    return copy


def edit_gold(corpus: Path, name: str, edit: Callable[[list[check.Row]], object]) -> None:
    rows = check.load_gold(corpus, name)
    edit(rows)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (corpus / "gold" / f"{name}.jsonl").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("complaints", check.CHECKS, ids=lambda function: function.__name__)
def test_the_labels_agree_with_the_notes(complaints: Callable[[Path], Iterator[str]]) -> None:
    assert list(complaints(check.CORPUS)) == []


@pytest.mark.parametrize("name", check.SPAN_FILES)
def test_a_span_one_unit_off_is_found(damaged: Path, name: str) -> None:
    edit_gold(damaged, name, lambda rows: rows[3].update(line=rows[3]["line"] + 1))

    assert len(list(check.check_spans(damaged))) == 1


def test_a_line_put_into_a_note_is_found(damaged: Path) -> None:
    path = damaged / "notes" / BULLETS
    path.write_text("EEN REGEL ERBIJ\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert len(list(check.check_spans(damaged))) > 20


def test_a_question_mark_without_a_label_is_found(damaged: Path) -> None:
    path = damaged / "notes" / BULLETS
    path.write_text(path.read_text(encoding="utf-8") + "- en nu?\n", encoding="utf-8")

    assert len(list(check.check_question_marks(damaged))) == 1


@pytest.mark.parametrize(
    "change",
    [{"kind": "unmarked"}, {"kind": "question"}, {"group": "NIEMAND"}, {"table": 99}, {"id": "q002"}],
    ids=["kind against the mark", "unknown kind", "unknown group", "unknown table", "id used twice"],
)
def test_a_wrong_field_of_a_question_is_found(damaged: Path, change: check.Row) -> None:
    edit_gold(damaged, "questions", lambda rows: rows[0].update(change))

    assert list(check.check_questions(damaged))


def test_a_question_less_makes_its_group_wrong(damaged: Path) -> None:
    edit_gold(damaged, "questions", lambda rows: rows.pop(1))

    assert list(check.check_groups(damaged))


def test_a_name_that_was_left_out_is_found(damaged: Path) -> None:
    edit_gold(damaged, "names", lambda rows: rows.pop(0))

    assert len(list(check.check_names(damaged))) == 1


def test_a_file_that_no_table_lists_is_found(damaged: Path) -> None:
    (damaged / "notes" / "kladje.txt").write_text("niets\n", encoding="utf-8")

    assert len(list(check.check_coverage(damaged))) == 1


def test_file_names_are_not_used_twice() -> None:
    names = [path.name for path in check.list_notes(check.CORPUS)]

    assert len(set(names)) == len(names)


def test_the_word_files_are_made_from_their_source(tmp_path: Path) -> None:
    paths = write_office_files(tmp_path)

    committed = [check.CORPUS / "notes" / name for name in FILES]
    for made, path in zip(paths, committed, strict=True):
        assert Document(str(made)).element.xml == Document(str(path)).element.xml


def test_the_word_files_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_office_files(tmp_path / "a")]
    second = [path.read_bytes() for path in write_office_files(tmp_path / "b")]

    assert first == second


def test_the_readme_states_the_counts() -> None:
    readme = (check.CORPUS / "README.md").read_text(encoding="utf-8")

    stated = dict(re.findall(r"^\| ([a-z_0-9 ]+) \| (\d+) \|$", readme, flags=re.MULTILINE))

    assert stated == {name: str(count) for name, count in check.count_gold(check.CORPUS).items()}
