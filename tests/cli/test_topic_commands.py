"""Topics on the command line: decided on, kept between runs, compared, scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call


def ran(folder: Path, into: Path, monkeypatch: pytest.MonkeyPatch, *options: object) -> dict[str, Any]:
    assert call(monkeypatch, "run", folder, "--into", into, "--fast", *options) == 0
    result: dict[str, Any] = json.loads((into / "resultaat.json").read_text(encoding="utf-8"))
    return result


def test_a_topic_is_renamed_merged_and_dropped_by_its_name_and_stays_so(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "uit"
    first, second, *_ = [t["label"] for t in ran(notes, into, monkeypatch, "--topics", 3)["topics"]]

    assert call(monkeypatch, "decide", "--into", into, "--rename", first, "Zelf bedacht") == 0
    assert call(monkeypatch, "decide", "--into", into, "--drop", second) == 0

    for options in ((), ("--refit",)):
        labels = {t["label"] for t in ran(notes, into, monkeypatch, "--topics", 3, *options)["topics"]}
        assert "Zelf bedacht" in labels
        assert second not in labels


def test_a_topic_is_split_in_two(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into = tmp_path / "uit"
    before = ran(notes, into, monkeypatch, "--topics", 2)["topics"]
    (tmp_path / "notemine.toml").write_text(
        'embedder = "dutch_fast"\n[topics]\nn_topics = 2\n', encoding="utf-8"
    )
    config = ("--config", tmp_path / "notemine.toml")

    label = before[0]["label"]
    assert call(monkeypatch, "decide", notes, "--into", into, "--split", label, *config) == 0

    assert len(ran(notes, into, monkeypatch, "--topics", 2)["topics"]) == len(before) + 1


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--merge", "Een"), 2, "twee of meer"),
        (("--split", "Een"), 1, "draai eerst"),
        (("--drop", "Een"), 1, "draai eerst"),
    ],
)
def test_what_cannot_be_decided_on_topics_is_said(
    options: tuple[str, ...],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(monkeypatch, "decide", "--into", tmp_path, *options) == code

    assert said in " ".join(capsys.readouterr().err.replace("│", " ").split())


def test_a_topic_that_is_not_there_is_named_with_those_that_are(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = [t["label"] for t in ran(notes, tmp_path, monkeypatch)["topics"]]

    assert call(monkeypatch, "decide", "--into", tmp_path, "--drop", "Nergens") == 1

    error = capsys.readouterr().err
    assert "geen onderwerp 'Nergens'" in error
    assert all(label in error for label in labels)


def test_a_second_run_with_more_notes_says_what_changed(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ran(notes, tmp_path / "uit", monkeypatch)
    again = ran(notes, tmp_path / "uit", monkeypatch)
    capsys.readouterr()
    (notes / "tafel4.txt").write_text("Tafel 4 - mbo\n- De stage duurt echt te kort.\n", encoding="utf-8")

    now = ran(notes, tmp_path / "uit", monkeypatch)

    assert again == before
    assert [c["kind"] for c in now["topic_changes"]] == ["grown"]
    assert {t["id"]: t["label"] for t in now["topics"]} == {t["id"]: t["label"] for t in before["topics"]}
    assert "Sinds de vorige keer: 1 groeide." in capsys.readouterr().out


def test_groups_of_tables_are_compared_with_intervals(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "compare", notes, "--by", "sector", "--json") == 0

    rows = json.loads(capsys.readouterr().out)
    assert {row["group"] for row in rows} == {"vmbo", "mbo", "havo/vwo"}
    assert all(row["low"] <= row["share"] <= row["high"] for row in rows)


def test_one_group_cannot_be_compared(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "compare", notes, "--by", "event") == 0

    assert "geen twee verschillende groepen" in capsys.readouterr().err


def test_notes_that_name_no_group_cannot_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("De stage is te kort.\nOuders komen niet.\n", encoding="utf-8")

    assert call(monkeypatch, "compare", tmp_path / "a.txt") == 0

    assert "geen twee verschillende groepen" in capsys.readouterr().err


def test_clusterers_are_scored_beside_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.tsv"
    subjects = {"ouders": "moeder en vader", "stage": "werken bij een bedrijf", "geld": "subsidie en kosten"}
    gold.write_text(
        "".join(f"{k}\t{k} {v} nummer {i}\n" for i in range(12) for k, v in subjects.items()),
        encoding="utf-8",
    )

    options = ("--clusterer", "all", "--texts", 30, "--embedder", "dutch_fast", "--json")
    assert call(monkeypatch, "evaluate", "topics", gold, *options) == 0

    scores = json.loads(capsys.readouterr().out)
    assert sorted(scores) == ["hdbscan", "kmeans", "lda", "louvain", "nmf"]
    assert scores["louvain"]["ami"] > 0.6
    assert {"ari", "npmi", "diversity", "stability", "seconds", "n_topics"} <= set(scores["nmf"])


def test_nothing_is_written_if_one_of_several_decisions_is_wrong(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = ran(notes, tmp_path / "uit", monkeypatch)["topics"][0]["label"]

    code = call(
        monkeypatch, "decide", "--into", tmp_path / "uit", "--drop", label, "--same", "Wie betaalt de bus?"
    )

    assert code == 2
    assert not (tmp_path / "uit" / "decisions.toml").exists()
