import errno
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notemine.domain import Decisions, PlanDecision, TopicDecision
from notemine.errors import ConfigError, WriteError
from notemine.workspace.decisions import (
    FILE,
    add_decision,
    add_plan_decision,
    add_topic_decision,
    read_decisions,
)


def test_what_was_said_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "map" / FILE
    add_decision(path, "same", questions=["Wie betaalt?", "Wie gaat het betalen?"])
    add_decision(path, "no_question", text='Hij zei: "Wat een avond!"')
    add_decision(path, "wording", question="Wie betaalt?", wording="Wie betaalt de zaal?")
    add_decision(path, "open", question="Wie betaalt?")

    assert read_decisions(path) == Decisions(
        same=(("Wie betaalt?", "Wie gaat het betalen?"),),
        no_question=('Hij zei: "Wat een avond!"',),
        wordings=(("Wie betaalt?", "Wie betaalt de zaal?"),),
        open=("Wie betaalt?",),
    )


def test_what_was_said_of_the_plan_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / FILE
    said = (
        PlanDecision(kind="pin", title="Stageplekken vinden"),
        PlanDecision(kind="strike", title="Bus", lines=('de bus is "duur"', "wie rijdt er?")),
    )

    for decision in said:
        add_plan_decision(path, decision)

    assert read_decisions(path).plan == said


def test_what_contradicts_the_plan_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / FILE
    add_decision(path, "plan", do="pin", title="Ouders")

    with pytest.raises(ConfigError, match="doorgestreept"):
        add_decision(path, "plan", do="strike", title="ouders")

    assert [d.kind for d in read_decisions(path).plan] == ["pin"]


def test_what_a_person_wrote_beside_it_stays(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text('# met Samira besproken\n[[answered]]\nquestion = "Is er koffie?"\n', encoding="utf-8")

    add_decision(path, "prompt", question="Wat neem je mee?")

    assert path.read_text(encoding="utf-8").startswith("# met Samira besproken\n")
    assert read_decisions(path) == Decisions(answered=("Is er koffie?",), prompts=("Wat neem je mee?",))


def test_without_a_file_nothing_was_decided(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / FILE) == Decisions()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text())
def test_any_text_can_be_said_of(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE
    path.unlink(missing_ok=True)

    add_decision(path, "no_question", text=text)

    assert read_decisions(path).no_question == (text,)


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        pytest.param("[[same]", "decisions.toml", id="no TOML"),
        pytest.param('[[samen]]\nquestions = ["a", "b"]', "onbekende beslissing 'samen'", id="unknown"),
        pytest.param('[same]\nquestions = ["a", "b"]', "dubbele haken", id="one pair of brackets"),
        pytest.param('[[same]]\nquestions = ["a"]', "tweede vraag", id="one question"),
        pytest.param("[[open]]\nquestion = 3", "question in", id="a number"),
        pytest.param('[[plan]]\ndo = "drop"\ntitle = "x"', '"pin" of "strike"', id="no word of the plan"),
        pytest.param('[[plan]]\ndo = "pin"\ntitle = "x"\nlines = "y"', "lines in", id="no list"),
        pytest.param('[[open]]\ntext = "a"', "nodig", id="another key"),
        pytest.param('[[plan]]\ndo = "pin"\ntitle = "x"\nwas = []', "lines mag erbij", id="a key too many"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, written: str, cause: str) -> None:
    path = tmp_path / FILE
    path.write_text(written, encoding="utf-8")

    with pytest.raises(ConfigError, match=cause):
        read_decisions(path)


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        pytest.param(b'[[same]\nquestions = ["a", "b"]\n', "geen geldige TOML", id="no TOML"),
        pytest.param(b"# caf\xe9\n", "bewaar het bestand als UTF-8", id="not UTF-8"),
    ],
)
def test_a_decision_is_not_written_into_a_file_that_cannot_be_read(
    written: bytes, cause: str, tmp_path: Path
) -> None:
    path = tmp_path / FILE
    path.write_bytes(written)

    with pytest.raises(ConfigError, match=cause):
        add_decision(path, "answered", question="Is er koffie?")

    assert path.read_bytes() == written


def test_a_folder_in_the_place_of_decisions_is_named_in_dutch(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()

    with pytest.raises(ConfigError, match=r"decisions\.toml: niet te lezen \(is een map\)"):
        read_decisions(tmp_path / FILE)


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("", encoding="utf-8")

    with pytest.raises(WriteError, match="bezet"):
        add_decision(tmp_path / "bezet" / FILE, "open", question="Wie?")


def test_a_decision_that_is_not_known_is_a_slip() -> None:
    with pytest.raises(ValueError, match="no decision 'samen'"):
        add_decision(Path("x"), "samen", questions=["a", "b"])


def test_what_was_said_of_topics_is_read_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / FILE
    said = (
        TopicDecision(
            kind="merge", topics=(("ouders komen niet",), ("moeders wel", "vaders ook")), label="Ouders"
        ),
        TopicDecision(kind="drop", topics=(('Hij zei: "koffie?"',),)),
        TopicDecision(kind="rename", topics=(("de stage is kort",),), label="Stage\tvinden", was=("Stage",)),
    )

    for decision in said:
        add_topic_decision(path, decision)

    assert read_decisions(path).topics == said


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('do = "rename"\ntopics = [["a"], ["b"]]\nlabel = "x"', "merge en split"),
        ('do = "merge"\ntopics = [["a"]]\nlabel = ""', "merge en split"),
        ('do = "verbrand"\ntopics = [["a"]]\nlabel = ""', '"rename" of "merge"'),
        ('do = "drop"\ntopics = ["a"]\nlabel = ""', "nog een regel"),
        ('do = "drop"\ntopics = [[]]\nlabel = ""', "nog een regel"),
        ('do = "drop"\nlabel = ""', "heeft do, topics, label nodig"),
    ],
)
def test_a_faulty_decision_on_topics_is_named(text: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(f"[[topic]]\n{text}\n", encoding="utf-8")

    with pytest.raises(ConfigError, match=re.escape(fault)):
        read_decisions(path)


def test_a_decision_that_finds_no_room_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "decisions.toml"
    add_decision(path, "no_question", text="Wat een avond")
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(WriteError, match="de schijf is vol"):
        add_decision(path, "answered", question="Is er koffie?")
    assert path.read_bytes() == before
